"""The disk of this machine."""

from __future__ import annotations

import errno
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from vaexercise.record.copying import snapshot
from vaexercise.record.disk import RealDisk, State, replace
from vaexercise.record.erasing import finish_erasing
from vaexercise.record.reading import Log
from vaexercise.record.sitting import Sitting

if TYPE_CHECKING:
    from pathlib import Path


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes three bytes at a time gets them all."""
    real, taken = os.write, []

    def write(file: int, data: bytes) -> int:
        taken.append(len(data))
        return real(file, data[:3])

    monkeypatch.setattr(os, "write", write)
    disk = RealDisk()
    file = disk.create(tmp_path / "x")
    disk.append(file, b"0123456789")
    disk.close(file)
    assert taken == [10, 7, 4, 1]
    assert (tmp_path / "x").read_bytes() == b"0123456789"


@pytest.mark.skipif(os.name == "nt", reason="there are no such permissions")
def test_files_are_private(tmp_path: Path) -> None:
    """Only their owner may read and write, whatever the default is."""
    before = os.umask(0)
    try:
        RealDisk().close(RealDisk().create(tmp_path / "x"))
        replace(RealDisk(), tmp_path / "y", b"")
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in sorted(tmp_path.iterdir())] == [0o600, 0o600]


def test_a_file_is_never_made_twice(tmp_path: Path) -> None:
    """A name that is taken is an error, and what is there stays."""
    (tmp_path / "x").write_text("mine")
    with pytest.raises(FileExistsError):
        RealDisk().create(tmp_path / "x")
    assert (tmp_path / "x").read_text() == "mine"


@pytest.mark.parametrize("call", ["append", "sync", "rename"])
def test_a_replacing_that_fails_leaves_the_old_file_and_nothing_beside(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever call fails."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "x").write_text("old")
    monkeypatch.setattr(RealDisk, call, fail)
    with pytest.raises(OSError, match="Input/output"):
        replace(RealDisk(), tmp_path / "x", b"new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x", "old")]


def test_a_folder_that_cannot_be_synced_is_no_error_but_a_bad_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network disks have no such call; an error of the medium is one."""
    code = errno.EINVAL

    def fail(*_: object) -> None:
        raise OSError(code, "refused")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(sys, "platform", "linux")
    RealDisk().sync_folder(tmp_path)
    code = errno.EIO
    with pytest.raises(OSError, match="refused"):
        RealDisk().sync_folder(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="there is no fcntl")
def test_on_macos_the_drive_itself_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There `fsync` stops at the drive's cache, and `F_FULLFSYNC` does not."""
    import fcntl  # noqa: PLC0415  not on Windows

    called: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda *words: called.append(words[1]))
    RealDisk().sync_folder(tmp_path)
    assert called == [51]


def test_on_windows_nothing_is_asked_that_it_does_not_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sync of folders, no locks: nobody waits and nothing is held."""
    monkeypatch.setattr(sys, "platform", "win32")
    disk = RealDisk()
    disk.sync_folder(tmp_path / "none")
    assert not disk.held(tmp_path / "none")
    with disk.alone(tmp_path / "none"):
        pass


def test_a_writer_holds_its_file_until_it_ends(tmp_path: Path) -> None:
    """Others see that it is held, then that it is not; a file that is gone is not."""
    disk, path = RealDisk(), tmp_path / "x"
    file = disk.create(path)
    assert disk.held(path)
    disk.close(file)
    assert not disk.held(path)
    path.unlink()
    assert not disk.held(path)


def test_what_a_crash_left_beside_a_file_goes_with_the_next_erasure(tmp_path: Path) -> None:
    """A copy that was to replace a file may hold the erased words; one that is being made now is left."""
    log = Log(tmp_path, RealDisk())
    one = Sitting(log, lambda: "", {})
    one.record([("participant/x", {"name": "Amara"}), ("erasure/e", {"slots": ["participant/x"]})])
    one.close()
    (tmp_path / ".old.jsonl.abc.new").write_text("Amara")
    living = RealDisk().create(tmp_path / ".young.jsonl.abc.new")
    assert finish_erasing(log) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [".young.jsonl.abc.new", f"{one.id}.jsonl"]
    assert b"Amara" not in (tmp_path / f"{one.id}.jsonl").read_bytes()
    RealDisk().close(living)


class Busy(RealDisk):
    """Between two looks at the folder, somebody else does something, as long as there is something left to do."""

    def __init__(self, *then: object) -> None:
        self.then = list(then)

    def files(self, folder: Path) -> dict[str, State]:
        found = super().files(folder)
        if self.then:
            self.then.pop(0)()  # type: ignore[operator]
        return found


def test_a_copy_has_no_line_without_those_it_builds_on(tmp_path: Path) -> None:
    """Lines that are written while the copy is made are in it together with what they follow on, or not at all."""
    log = Log(tmp_path, RealDisk())
    one, other = Sitting(log, lambda: "", {}), Sitting(log, lambda: "", {})
    one.record([("a/x", {"n": 0})])

    def both() -> None:
        one.record([("a/x", {"n": 1})])
        other.record([("a/x", {"n": 2})])

    copied = snapshot(Busy(both, both, both), tmp_path)
    target = tmp_path / "copy"
    target.mkdir()
    for name, data in copied.items():
        (target / name).write_bytes(data)
    copy = Log(target, RealDisk())
    copy.refresh()
    known = copy.fold.revisions
    assert all(parent in known for one in known.values() for parent in one.parents)
    assert len(copied) == 2


def test_a_file_that_is_replaced_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    """A reader that had half of it sees no damage, and all of the new one."""
    first, second = Log(tmp_path, RealDisk()), Log(tmp_path, RealDisk())
    one = Sitting(first, lambda: "", {})
    one.record([("participant/x", {"name": "Amara"})])
    second.refresh()
    one.record([("a/y", {"n": 1})])
    one.record([("erasure/e", {"slots": ["participant/x"]})])
    one.close()
    second.disk = Busy(partial(finish_erasing, first))
    second.refresh()
    assert second.damage == []
    assert second.unerased() == []
    assert second.fold.body("a/y") == {"n": 1}
