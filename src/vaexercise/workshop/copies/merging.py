"""Takes in another copy of the workshop: a folder, or a zip made by `workshop backup`."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from vaexercise.errors import NoSuchFile, NotSaved, Refused
from vaexercise.record.copying import snapshot
from vaexercise.record.disk import SUFFIX, RealDisk
from vaexercise.record.merging import Merged, merge
from vaexercise.workshop import folder as folders
from vaexercise.workshop.copies.handed_out import FILE
from vaexercise.workshop.pictures.attachments import missing
from vaexercise.workshop.pictures.kept import drop_erased, fill_in, is_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.workshop.workshop import Workshop

ID = 64
"""Characters of a line's id, which stands first in it."""

LARGEST = 1 << 30
"""Bytes that a log may have when unpacked; a zip that claims more is refused."""


def take_in(workshop: Workshop, other: Path) -> Merged:
    """Put the lines of another copy into this workshop's log, and the pictures that they speak of beside it.

    Raises `Refused` for something that is no workshop, `NotSaved` if writing failed; nothing is lost by repeating.
    """
    files = log_files(other)
    _is_a_copy(workshop, other, files)
    try:
        merged = merge(workshop.log, files)
    except (OSError, NoSuchFile) as error:
        reason = error.strerror if isinstance(error, OSError) else error.facts["reason"]
        what = f"{other} was taken in in part only. Nothing here was lost, and repeating the command goes on"
        raise NotSaved(what=what, reason=reason) from error
    drop_erased(workshop.folder, workshop.fold)
    if wanted := [one.kept for one in missing(workshop)]:
        fill_in(workshop.folder, wanted, _reader(other))
    return merged


def _reader(other: Path) -> Callable[[str], bytes | None]:
    """Reads pictures of another copy by the names of their files; None for one that is not there."""
    if zipfile.is_zipfile(other):
        files = unpacked(other)
        return lambda name: files.get(PurePosixPath(folders.ATTACHMENTS, name))

    def read(name: str) -> bytes | None:
        with suppress(OSError):
            return (other / folders.ATTACHMENTS / name).read_bytes()
        return None

    return read


def _is_a_copy(workshop: Workshop, other: Path, files: dict[str, bytes]) -> None:
    """Raises `Refused` for another workshop: copies of one share its first lines at the least."""
    theirs = {line[:ID] for data in files.values() for line in data.split(b"\n") if len(line) > ID}
    if theirs and not any(key.encode() in theirs for key in workshop.fold.revisions):
        raise Refused(reason=f"{other} is another workshop, not a copy of this one. Nothing was taken in.")


def log_files(other: Path) -> dict[str, bytes]:
    """The log files of a workshop's folder or zip, by name."""
    if zipfile.is_zipfile(other):
        return {name.name: data for name, data in unpacked(other).items() if name.parent.name == folders.LOG}
    log = other / folders.LOG
    if not (other / folders.SETTINGS).is_file() or not log.is_dir():
        raise Refused(reason=f"{other} is no workshop: neither its folder nor a zip of one. Nothing was taken in.")
    try:
        return snapshot(RealDisk(), log)
    except OSError as error:
        raise NoSuchFile(path=log, reason=error.strerror) from error


def unpacked(path: Path) -> dict[PurePosixPath, bytes]:
    """A workshop's files in a zip, by their path in the workshop. Raises `Refused` for any other zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST:
                raise Refused(reason=f"{path} would unpack to more than a workshop has. Nothing was taken in.")
            found = {PurePosixPath(i.filename): archive.read(i) for i in archive.infolist() if not i.is_dir()}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise Refused(reason=f"{path} cannot be unpacked: {error}. Take another copy.") from error
    root = next((name.parent for name in found if name.name == folders.SETTINGS), None)
    if root is None:
        raise Refused(reason=f"{path} holds no workshop: there is no {folders.SETTINGS} in it.")
    inside = {name.relative_to(root): data for name, data in found.items() if name.is_relative_to(root)}
    return {name: data for name, data in inside.items() if _belongs(name)}


def _belongs(name: PurePosixPath) -> bool:
    """Whether a path is one that a workshop's folder has: never outside it, whatever the zip says."""
    if name.is_absolute() or ".." in name.parts or any(":" in part or "\\" in part for part in name.parts):
        return False
    folder = name.parts[0]
    return (
        name.parts in ((folders.SETTINGS,), (folders.SYNONYMS,), (FILE,))
        or folder == folders.EXERCISES
        or (folder == folders.LOG and name.suffix == SUFFIX)
        or (folder == folders.ATTACHMENTS and is_file("/".join(name.parts[1:])))
    )
