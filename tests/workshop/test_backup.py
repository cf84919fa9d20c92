"""Copies in one file, and back: whole or not at all."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import NoSuchFile, NotSaved
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.copies.backup import backup, restore
from vaexercise.workshop.copies.merging import log_files
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def fail(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_an_unfinished_line_is_not_copied(workshop: Path, tmp_path: Path) -> None:
    """Somebody is writing it at this moment: the copy ends before it, and is whole."""
    path = max((workshop / "log").iterdir(), key=lambda path: path.stat().st_size)
    with path.open("ab") as file:
        file.write(b"half a li")
    backup(Workshop(workshop), tmp_path / "copy.zip")
    assert log_files(tmp_path / "copy.zip")[path.name] == path.read_bytes().removesuffix(b"half a li")


def test_hidden_files_are_not_copied(workshop: Path, tmp_path: Path) -> None:
    """What a crash or the system left beside the files is no part of the workshop."""
    (workshop / "log" / ".x.jsonl.abc.new").write_text("rest")
    (workshop / "exercises" / ".DS_Store").write_text("rest")
    backup(Workshop(workshop), tmp_path / "copy.zip")
    restore(tmp_path / "copy.zip", tmp_path / "again")
    assert list((tmp_path / "again").rglob(".*")) == []


@pytest.mark.parametrize("call", ["create", "append", "sync", "rename"])
def test_a_backup_that_fails_leaves_the_earlier_one(
    call: str, workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not saved, the file that was there stays as it was, and there is no rest of the new one."""
    opened = Workshop(workshop)
    (tmp_path / "stick").mkdir()
    target = tmp_path / "stick" / "copy.zip"
    target.write_text("earlier")
    monkeypatch.setattr(RealDisk, call, fail)
    with pytest.raises(NotSaved, match="No space left"):
        backup(opened, target)
    assert [(path.name, path.read_text()) for path in target.parent.iterdir()] == [("copy.zip", "earlier")]


def test_a_workshop_that_cannot_be_read_is_not_copied(
    workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says which file, and makes none."""
    opened = Workshop(workshop)
    monkeypatch.setattr(RealDisk, "read", fail)
    with pytest.raises(NoSuchFile, match="No space left"):
        backup(opened, tmp_path / "copy.zip")
    assert not (tmp_path / "copy.zip").exists()


@pytest.mark.parametrize("call", ["settle", "sync_folder"])
def test_a_restoring_that_fails_leaves_nothing(
    call: str, workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not saved if the medium does not take it, and no folder that looks like a workshop."""
    backup(Workshop(workshop), tmp_path / "copy.zip")
    monkeypatch.setattr(RealDisk, call, fail)
    with pytest.raises(NotSaved, match="No space left"):
        restore(tmp_path / "copy.zip", tmp_path / "new" / "again")
    assert not (tmp_path / "new" / "again").exists()


def test_a_restored_workshop_is_on_the_medium(workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file, every folder, and the folders that had to be made above, were synced."""
    backup(Workshop(workshop), tmp_path / "copy.zip")
    synced: set[int] = set()
    real = os.fsync

    def fsync(file: int) -> None:
        synced.add(os.fstat(file).st_ino)
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    restore(tmp_path / "copy.zip", tmp_path / "deep" / "down" / "again")
    needed = [tmp_path, *(tmp_path / "deep").rglob("*"), tmp_path / "deep"]
    assert {path.stat().st_ino for path in needed} <= synced
