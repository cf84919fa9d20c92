"""Real processes on a real disk: killed, out of space, shut out, and all at once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.record.check import Places, faults
from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signals, limits and users are those of POSIX systems"),
]

WRITER = """
import sys
from pathlib import Path
from vaexercise.errors import NotSaved
from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Log
from vaexercise.record.sitting import Sitting
log = Log(Path(sys.argv[1]), RealDisk())
log.refresh()
sitting = Sitting(log, lambda: "2012-05-22T14:20:05+02:00", {"by": "Amara"})
for n in range(int(sys.argv[2])):
    try:
        [*_, made] = sitting.record([(f"point/s/{sitting.id}{n % 50}", {"text": f"word-{n}"})])
        print("saved", made.id, flush=True)
    except NotSaved as error:
        print("refused", str(error), flush=True)
"""

QUIET = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
"""Python must not write its caches under a limit on file sizes: it would leave halves of them."""


def read(folder: Path) -> Log:
    log = Log(folder, RealDisk())
    log.refresh()
    return log


class Writers:
    """Processes that write into one log, and what each said was saved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.running: list[tuple[subprocess.Popen[str], threading.Thread]] = []

    def start(self, count: int = 1_000_000, **options: Callable[[], None]) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", WRITER, str(self.folder), str(count)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=QUIET, **options)  # type: ignore[call-overload]
        thread = threading.Thread(target=self._listen, args=(process,))
        thread.start()
        self.running.append((process, thread))
        return process  # type: ignore[no-any-return]

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if line.endswith("\n"):
                self.said.append(line.strip())

    def wait(self) -> None:
        for process, thread in self.running:
            process.wait(timeout=60)
            thread.join(timeout=60)
            assert process.stdout is not None
            process.stdout.close()
        self.running.clear()

    def kill(self) -> None:
        for process, _ in self.running:
            process.send_signal(signal.SIGKILL)
        self.wait()

    @property
    def saved(self) -> set[str]:
        return {line.removeprefix("saved ") for line in self.said if line.startswith("saved ")}

    @property
    def refused(self) -> list[str]:
        return [line for line in self.said if line.startswith("refused ")]


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[Writers]:
    """Writers into an empty log; whoever is still running at the end is ended."""
    (tmp_path / "log").mkdir()
    made = Writers(tmp_path / "log")
    yield made
    made.kill()


def test_twenty_writers_killed_again_and_again_lose_nothing(writers: Writers) -> None:
    """In each of five rounds twenty processes write until they are killed: all they said is saved is there."""
    for _ in range(5):
        already = len(writers.said)
        for _ in range(20):
            writers.start()
        while len(writers.said) < already + 1000:
            assert any(process.poll() is None for process, _ in writers.running)
            writers.running[0][1].join(timeout=0.01)
        writers.kill()
    log = read(writers.folder)
    assert writers.saved <= set(log.fold.revisions)
    assert log.damage == []
    assert len(list(writers.folder.iterdir())) <= 100
    assert all("unfinished" in one.reason for one in faults(log, Places(log)))


def test_a_full_disk_refuses_and_loses_nothing(writers: Writers) -> None:
    """A limit on the size of files: each file stops at its last whole line, the rest was said to be not saved."""

    def limit() -> None:
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    process = writers.start(200, preexec_fn=limit)
    writers.wait()
    assert process.returncode == 0
    log = read(writers.folder)
    assert writers.saved <= set(log.fold.revisions)
    assert len(writers.saved) + len(writers.refused) == 200
    assert writers.refused
    assert all("NOT SAVED" in line for line in writers.refused)
    assert faults(log, Places(log)) == []
    assert all(path.stat().st_size <= 10_000 for path in writers.folder.iterdir())


AS_SOMEBODY_ELSE = """
import os, shutil, sys
from vaexercise.cli import main
folder, *words = sys.argv[1:]

def run(where):
    sys.argv = ["vaexercise", *words, "--workshop", where]
    try:
        main()
    except SystemExit as done:
        return done.code
    return 0

if os.getuid() == 0:  # who may do anything: try it on a copy, so that all is imported, and become nobody
    shutil.copytree(folder, folder + "-copy")
    typed, out, err = os.dup(0), os.dup(1), os.dup(2)
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    sys.stdin = open(os.devnull)
    run(folder + "-copy")
    sys.stdout.flush(), sys.stderr.flush()
    os.dup2(out, 1), os.dup2(err, 2)
    sys.stdin = open(typed)
    shutil.rmtree(folder + "-copy")
    os.setgid(65534), os.setuid(65534)
sys.exit(run(folder))
"""
READ_ONLY = [
    (("groups", "show"), "", 0),
    (("feedback", "show"), "", 0),
    (("workshop", "check"), "", 0),
    (("feedback", "enter", "--group", "1"), "No budget line\n:quit\n", 3),
    (("groups", "assign", "--groups", "4", "--seed", "3"), "", 3),
    (("participants", "forget", "Nadia Kerimova", "--yes"), "", 3),
]


@pytest.mark.parametrize(("words", "typed", "code"), READ_ONLY, ids=[" ".join(words[:2]) for words, _, _ in READ_ONLY])
def test_a_read_only_folder_is_read_and_what_is_not_saved_is_said(
    words: tuple[str, ...], typed: str, code: int, workshop_with_groups: Path
) -> None:
    """Somebody who may only look: showing works; writing ends with exit code 3 and a sentence."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = shutil.copytree(workshop_with_groups, Path(place) / "workshop")
        for path in (*folder.rglob("*"), folder):
            path.chmod(0o555 if path.is_dir() else 0o444)
        command = [sys.executable, "-c", AS_SOMEBODY_ELSE, str(folder), *words]
        done = subprocess.run(command, input=typed, capture_output=True, text=True, check=False, env=QUIET)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
    assert done.returncode == code, done
    assert "Traceback" not in done.stderr
    assert ("NOT SAVED" in done.stderr and "Permission denied" in done.stderr) == (code == 3)


def test_starts_in_the_same_second_get_files_of_their_own(writers: Writers) -> None:
    """Thirty processes that start together and write a line each: thirty files, and every line is there."""
    for _ in range(30):
        writers.start(1)
    writers.wait()
    assert len(writers.saved) == 30
    assert len(list(writers.folder.iterdir())) == 30
    log = read(writers.folder)
    assert writers.saved <= set(log.fold.revisions)
    assert faults(log, Places(log)) == []


def test_a_live_sitting_loses_nothing_while_others_forget_merge_and_back_up(
    workshop_with_groups: Path, tmp_path: Path
) -> None:
    """While processes write without pause, commands erase, merge and copy: all is there in the end, the name gone."""
    folder = workshop_with_groups
    other = tmp_path / "other"
    must("workshop", "backup", tmp_path / "copy.zip", "--workshop", folder)
    must("workshop", "restore", tmp_path / "copy.zip", other)
    must("feedback", "enter", "--group", "2", "--workshop", other, typed="From the other\n:quit\n")
    writers = Writers(folder / "log")
    try:
        for _ in range(3):
            writers.start()
        while len(writers.said) < 100:
            writers.running[0][1].join(timeout=0.01)
        must("participants", "forget", "Nadia Kerimova", "--yes", "--workshop", folder)
        must("workshop", "merge", other, "--workshop", folder)
        for number in range(3):
            must("workshop", "backup", tmp_path / f"live-{number}.zip", "--workshop", folder)
        already = len(writers.said)
        while len(writers.said) < already + 100:
            writers.running[0][1].join(timeout=0.01)
    finally:
        writers.kill()
    assert writers.saved <= set(read(folder / "log").fold.revisions)
    for number in range(3):
        must("workshop", "restore", tmp_path / f"live-{number}.zip", tmp_path / f"again-{number}")
        assert "all whole" in must("workshop", "check", "--workshop", tmp_path / f"again-{number}").out
    must("workshop", "status", "--workshop", folder)
    assert all(b"Nadia Kerimova" not in path.read_bytes() for path in (folder / "log").iterdir())
    assert "From the other" in must("feedback", "show", "--workshop", folder).out


def test_an_erasure_that_waits_for_a_sitting_is_finished_after_it(workshop_with_groups: Path) -> None:
    """The file of the rapporteur who typed the name is theirs until they end; the next command finishes it."""
    folder = workshop_with_groups
    command = [sys.executable, "-m", "vaexercise", "feedback", "enter", "--group", "1", "--by", "Nadia Kerimova"]
    with subprocess.Popen(
        [*command, "--workshop", str(folder), "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("First words\n")
        process.stdin.flush()
        for line in process.stdout:
            if "saved as" in line:
                break
        done = must("participants", "forget", "Nadia Kerimova", "--yes", "--workshop", folder)
        assert "Somebody is typing in this workshop" in done.out
        process.stdin.write("Second words\n:quit\n")
        process.stdin.close()
        assert "G1-Q1-02" in process.stdout.read()
    assert process.returncode == 0
    must("workshop", "status", "--workshop", folder)
    assert all(b"Nadia Kerimova" not in path.read_bytes() for path in (folder / "log").iterdir())
    shown = must("feedback", "show", "--workshop", folder).out
    assert "First words" in shown
    assert "Second words" in shown
