"""A disk that fails at its n-th call, for every n, under the commands that write.

What a command said is saved is there afterwards; all else it reported as not saved; and it never breaks down.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from typing import TYPE_CHECKING, ClassVar

import pytest
from conftest import Ran, must, vaexercise

from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vaexercise.record.disk import State
    from vaexercise.record.fold import Fold

ENDS = {0, 2, 3}
"""Done; the log cannot be read; not saved."""


class FailingDisk(RealDisk):
    """All disks of the process count their calls together; from call `fail_at` on, `times` calls fail."""

    calls: ClassVar[int] = 0
    fail_at: ClassVar[int] = 1 << 30
    times: ClassVar[int] = 1
    code: ClassVar[int] = errno.EIO
    failed: ClassVar[list[str]] = []

    def _call(self, name: str) -> None:
        cls = FailingDisk
        cls.calls += 1
        if cls.fail_at <= cls.calls < cls.fail_at + cls.times:
            cls.failed.append(name)
            raise OSError(cls.code, os.strerror(cls.code))

    def files(self, folder: Path) -> dict[str, State]:
        self._call("files")
        return super().files(folder)

    def read(self, path: Path, start: int = 0) -> bytes:
        self._call("read")
        return super().read(path, start)

    def create(self, path: Path) -> int:
        self._call("create")
        return super().create(path)

    def append(self, file: int, data: bytes) -> None:
        try:
            self._call("append")
        except OSError:
            super().append(file, data[: len(data) // 2])
            raise
        super().append(file, data)

    def sync(self, file: int) -> None:
        self._call("sync")
        super().sync(file)

    def cut(self, file: int, length: int) -> None:
        self._call("cut")
        super().cut(file, length)

    def rename(self, path: Path, to: Path) -> None:
        self._call("rename")
        super().rename(path, to)

    def remove(self, path: Path) -> None:
        self._call("remove")
        super().remove(path)


NEVER = 1 << 30
FAULTS = [
    pytest.param((errno.EIO, 1), id="EIO"),
    pytest.param((errno.ENOSPC, 1), id="ENOSPC", marks=pytest.mark.slow),
    pytest.param((errno.ENOSPC, NEVER), id="ENOSPC from then on", marks=pytest.mark.slow),
]


@pytest.fixture(params=FAULTS)
def failing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type[FailingDisk]:
    """Every disk that a command takes is a failing one; one error, or every call from there on."""
    for module in ("workshop.workshop", "workshop.copies.merging"):
        monkeypatch.setattr(f"vaexercise.{module}.RealDisk", FailingDisk)
    FailingDisk.code, FailingDisk.times = request.param
    FailingDisk.fail_at = NEVER
    return FailingDisk


def at_every_call(disk: type[FailingDisk], folder: Path, *words: object, typed: str = "") -> Iterator[tuple[Path, Ran]]:
    """The command on a fresh copy of the folder, failing at its first call, its second, and so on to its last."""
    seen: set[str] = set()
    for n in range(1, 1000):
        copy = folder.with_name("copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
        disk.calls, disk.fail_at, disk.failed = 0, n, []
        done = vaexercise(*words, "--workshop", copy, typed=typed)
        disk.fail_at = NEVER
        if not disk.failed:
            assert {"create", "append", "sync"} <= seen
            return
        seen |= set(disk.failed)
        assert done.code in ENDS, done
        assert ("NOT SAVED" in done.err) == (done.code == 3), done
        assert ("Cannot read" in done.err) == (done.code == 2), done
        if disk.failed[0] not in ("files", "read", "cut", "remove"):
            assert done.code == 3 or "Not saved yet" in done.out, (disk.failed, done)
        yield copy, done


def fold(folder: Path) -> Fold:
    log = Log(folder / "log", RealDisk())
    log.refresh()
    assert log.damage == []
    return log.fold


def texts(folder: Path) -> dict[str, str]:
    """Points by their code."""
    return {body["code"]: body["values"]["text"] for _, body in fold(folder).slots("point/")}


def test_entering_loses_nothing_at_any_call(workshop_with_groups: Path, failing: type[FailingDisk]) -> None:
    """Each point that was said to be saved is there, with its words; after one error the next try saves them all."""
    lines = ["First words", "Second words", "Third words"]
    command = ("feedback", "enter", "--group", "1")
    typed = "\n".join([*lines, ":quit", ""])
    for copy, done in at_every_call(failing, workshop_with_groups, *command, typed=typed):
        codes = re.findall(r"saved as (\S+)", done.out)
        there = texts(copy)
        assert [there[code] for code in codes] == lines[: len(codes)]
        assert done.code != 0 or len(codes) == len(lines)


def test_assigning_loses_nothing_at_any_call(workshop_with_groups: Path, failing: type[FailingDisk]) -> None:
    """Done means that the new draw is there; not saved, that the one before still stands, or the new one does."""
    before = fold(workshop_with_groups).body("draw/va-monitoring/1")
    for copy, done in at_every_call(failing, workshop_with_groups, "groups", "assign", "--groups", "4", "--seed", "3"):
        now = fold(copy).body("draw/va-monitoring/1")
        assert now == before or (len(now["groups"]), now["seed"]) == (4, 3)
        assert done.code != 0 or now != before


@pytest.mark.slow
def test_merging_loses_nothing_at_any_call(workshop_with_groups: Path, failing: type[FailingDisk]) -> None:
    """What was here stays; done means that all of theirs is here; and a second try brings the rest."""
    other = workshop_with_groups.with_name("other")
    shutil.copytree(workshop_with_groups, other)
    must("feedback", "enter", "--group", "1", "--workshop", workshop_with_groups, typed="Ours\n:quit\n")
    must("feedback", "enter", "--group", "2", "--workshop", other, typed="Theirs\n:quit\n")
    must("participants", "forget", "Nadia Kerimova", "--yes", "--workshop", other)
    ours, theirs = set(fold(workshop_with_groups).revisions), set(fold(other).revisions)
    for copy, done in at_every_call(failing, workshop_with_groups, "workshop", "merge", other):
        now = set(fold(copy).revisions)
        assert ours <= now
        assert done.code != 0 or theirs <= now
        must("workshop", "merge", other, "--workshop", copy)
        assert ours | theirs <= set(fold(copy).revisions)
        assert all(b"Nadia Kerimova" not in path.read_bytes() for path in (copy / "log").iterdir())


def test_forgetting_loses_nothing_at_any_call(workshop_with_groups: Path, failing: type[FailingDisk]) -> None:
    """Nobody else loses a word; done means that the person is gone, not saved that the next command can finish it."""
    before = fold(workshop_with_groups)
    command = ("participants", "forget", "Nadia Kerimova", "--yes")
    for copy, done in at_every_call(failing, workshop_with_groups, *command):
        now = fold(copy)
        assert set(before.revisions) <= set(now.revisions)
        kept = {key: r.body for key, r in now.revisions.items() if key in before.revisions and r.slot not in now.erased}
        assert all(before.revisions[key].body == body for key, body in kept.items())
        assert len(before.revisions) - len(kept) in (0, 2)
        if done.code == 0 or now.erased:
            must("workshop", "status", "--workshop", copy)
            assert all(b"Nadia Kerimova" not in path.read_bytes() for path in (copy / "log").iterdir())
        else:
            must(*command, "--workshop", copy)
