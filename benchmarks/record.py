"""The record: one durable line beside a bare append and fsync; reading and folding a long log."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Log
from vaexercise.record.sitting import Sitting

BODY = {"code": "G1-Q1-01", "group": "g1", "question": "q", "place": 1, "values": {"text": "No budget line " * 4}}


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as made:
        _durable(Path(made))
    for count in (2_000, 20_000):
        with tempfile.TemporaryDirectory() as made:
            _fold(Path(made), count)


def _sitting(folder: Path) -> Sitting:
    return Sitting(folder, Log(folder).fold, RealDisk(), lambda: "2012-05-22T14:20:05+02:00", {})


def _durable(folder: Path, runs: int = 300) -> None:
    sitting = _sitting(folder)
    sitting.record([("point/s/0", BODY)])
    line = max((path.read_bytes().splitlines(keepends=True)[-1] for path in folder.iterdir()), key=len)
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    pairs = []
    for n in range(runs):
        start = time.perf_counter()
        os.write(bare, line)
        os.fsync(bare)
        middle = time.perf_counter()
        sitting.record([(f"point/s/{n + 1}", BODY)])
        pairs.append((middle - start, time.perf_counter() - middle))
    ours, theirs = statistics.median(b for _, b in pairs), statistics.median(a for a, _ in pairs)
    print(f"record: one durable line {1e3 * ours:.3f} ms, bare append and fsync {1e3 * theirs:.3f} ms", end="")
    print(f", ratio {statistics.median(b / a for a, b in pairs):.2f}")


def _fold(folder: Path, count: int) -> None:
    _sitting(folder).record([(f"point/s/{n}", BODY) for n in range(count)])
    times = []
    for _ in range(5):
        start = time.perf_counter()
        log = Log(folder)
        log.refresh()
        times.append(time.perf_counter() - start)
    print(f"record: reading and folding {count:,} revisions {1e3 * statistics.median(times):.0f} ms")


if __name__ == "__main__":
    main()
