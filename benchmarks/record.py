"""The record: one durable line beside a bare append and fsync; reading a long log; commands on a long workshop."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Log
from vaexercise.record.sitting import Sitting

BODY = {"code": "G1-Q1-01", "group": "g1", "question": "q", "place": 1, "values": {"text": "No budget line " * 4}}
SITTINGS = 20
LONG = 20_000
RUNS = 5

READING = """
import resource, sys
from pathlib import Path
from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Log
if sys.argv[1:]:
    Log(Path(sys.argv[1]), RealDisk()).refresh()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as made:
        _durable(Path(made))
    for count in (2_000, LONG):
        with tempfile.TemporaryDirectory() as made:
            _fold(Path(made), count)
    with tempfile.TemporaryDirectory() as made:
        _commands(Path(made) / "workshop")


def _sitting(folder: Path) -> Sitting:
    return Sitting(Log(folder, RealDisk()), lambda: "2012-05-22T14:20:05+02:00", {})


def _durable(folder: Path, runs: int = 2000) -> None:
    sitting = _sitting(folder)
    sitting.record([("point/s/0", BODY)])
    line = max((path.read_bytes().splitlines(keepends=True)[-1] for path in folder.iterdir()), key=len)
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    ours: list[float] = []
    theirs: list[float] = []

    def append() -> None:
        start = time.perf_counter()
        os.write(bare, line)
        os.fsync(bare)
        theirs.append(time.perf_counter() - start)

    def record(n: int) -> None:
        start = time.perf_counter()
        sitting.record([(f"point/s/{n + 1}", BODY)])
        ours.append(time.perf_counter() - start)

    for n in range(runs):  # who comes second waits for the other's bytes, too: they take turns
        append()
        record(2 * n)
        record(2 * n + 1)
        append()
    os.close(bare)
    mine, bare_one = statistics.median(ours), statistics.median(theirs)
    print(f"record: one durable line {1e3 * mine:.3f} ms, bare append and fsync {1e3 * bare_one:.3f} ms", end="")
    print(f", ratio {mine / bare_one:.2f}, {1e6 * (mine - bare_one):.0f} µs more")


def _fill(folder: Path, count: int) -> None:
    """Half of the revisions are edits of the other half, by several sittings."""
    for n in range(SITTINGS):
        share = count // SITTINGS
        sitting = _sitting(folder)
        sitting.record([(f"point/s/{n}-{m // 2}", BODY) for m in range(share - 1)])
        sitting.close()


def _fold(folder: Path, count: int) -> None:
    _fill(folder, count)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        log = Log(folder, RealDisk())
        log.refresh()
        times.append(time.perf_counter() - start)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"record: reading and folding {len(log.fold.revisions):,} revisions ({size / 1e6:.1f} MB)", end="")
    print(f" {1e3 * statistics.median(times):.0f} ms, at most {_peak(folder):.0f} MB of memory", end="")
    print(f" (Python and its modules alone: {_peak():.0f} MB)")


def _peak(*folder: Path) -> float:
    """In MB. A process counts the memory of the one that it was made from; so a small shell stands between."""
    reading = [sys.executable, "-c", READING, *map(str, folder)]
    done = subprocess.run(["/bin/sh", "-c", '"$@"; true', "sh", *reading], capture_output=True, check=True, text=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024) / 1e6


def _commands(folder: Path) -> None:
    program = [sys.executable, "-m", "vaexercise"]
    where = ["--workshop", str(folder)]
    subprocess.run([*program, "demo", str(folder)], check=True, capture_output=True)
    short = {command: _seconds([*program, *command.split(), *where]) for command in COMMANDS}
    log = Log(folder / "log", RealDisk())
    log.refresh()
    points = dict(log.fold.slots("point/"))
    missing = LONG - len(log.fold.revisions)
    sitting = Sitting(log, lambda: "2012-05-22T14:20:05+02:00", {})
    edits = [(slot, {**body, "place": n}) for n in range(missing // len(points)) for slot, body in points.items()]
    sitting.record([*edits, *list(points.items())[: missing - len(edits) - 1]])
    sitting.close()
    for command in COMMANDS:
        seconds = _seconds([*program, *command.split(), *where])
        print(f"record: `{command}` on {LONG:,} revisions {seconds:.2f} s, on the demo {short[command]:.2f} s")


COMMANDS = (
    "groups show",
    "feedback status",
    "workshop status",
    "plenary summary",
    "workshop check",
    "workshop conflicts",
)


def _seconds(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
