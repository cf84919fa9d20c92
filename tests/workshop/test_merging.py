"""Other copies of a workshop: which are taken, and which are not."""

from __future__ import annotations

import errno
import shutil
import zipfile
from pathlib import Path

import pytest

from vaexercise.errors import NoSuchFile, NotSaved, Refused
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.copies import merging
from vaexercise.workshop.copies.merging import log_files, take_in
from vaexercise.workshop.workshop import Workshop


def test_the_log_of_a_folder_and_of_its_zip_are_the_same(workshop: Path, tmp_path: Path) -> None:
    """However the zip was packed: with the folder in it, or its content only."""
    files = log_files(workshop)
    assert files
    for base in (workshop.name, "."):
        made = shutil.make_archive(str(tmp_path / "copy"), "zip", workshop.parent if base != "." else workshop, base)
        assert log_files(Path(made)) == files


def test_what_claims_too_much_is_not_unpacked(workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip whose content is larger than any workshop is refused before it is read."""
    made = Path(shutil.make_archive(str(tmp_path / "copy"), "zip", workshop))
    monkeypatch.setattr(merging, "LARGEST", 1000)
    with pytest.raises(Refused, match="more than a workshop has"):
        log_files(made)


def test_a_zip_with_a_password_is_refused(workshop: Path, tmp_path: Path) -> None:
    """With what the reader says about it."""
    made = Path(shutil.make_archive(str(tmp_path / "copy"), "zip", workshop))
    with zipfile.ZipFile(made) as archive:
        places = [info.header_offset for info in archive.infolist()]
    data = bytearray(made.read_bytes())
    for place in places:
        data[place + 6] |= 1
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    made.write_bytes(data)
    with pytest.raises(Refused, match="cannot be unpacked"):
        log_files(made)


@pytest.mark.parametrize("where", ["read", "append"])
def test_a_disk_that_fails_is_said(where: str, workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Theirs cannot be read: nothing was taken in. Ours cannot be written: repeating goes on."""
    other = shutil.copytree(workshop, tmp_path / "other")
    Workshop(other).record([("note/a", {"n": 1})])
    opened = Workshop(workshop)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(RealDisk, where, fail)
        with pytest.raises(NoSuchFile if where == "read" else NotSaved, match="Input/outp"):
            take_in(opened, other)
    assert take_in(opened, other).added
    assert opened.fold.body("note/a") == {"n": 1}


def test_a_log_that_cannot_be_read_again_is_not_taken_in_in_full(
    workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours fails while theirs is put in: it says so, and that nothing was lost."""
    other = shutil.copytree(workshop, tmp_path / "other")
    opened = Workshop(workshop)
    files = log_files(other)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(merging, "log_files", lambda _: files)
    monkeypatch.setattr(RealDisk, "files", fail)
    with pytest.raises(NotSaved, match=r"Nothing here was lost.*Input/output error"):
        take_in(opened, other)
