"""The files of pictures in `attachments/`: written once, held against their digests, deleted when they are erased."""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import NotSaved
from vaexercise.workshop import folder as folders
from vaexercise.workshop.pictures.bare import NoPicture
from vaexercise.workshop.pictures.reading import picture
from vaexercise.workshop.whole import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vaexercise.record.fold import Fold

ATTACHMENT = "attachment/"
KINDS = ("jpg", "png")
_ID = r"[a-z0-9]{1,40}"
_FILE = re.compile(rf"{_ID}\.(jpg|png)")


class Kept(NamedTuple):
    """The name of a picture's file in `attachments/`, and the SHA-256 of what is in it."""

    file: str
    digest: str


def is_id(key: str) -> bool:
    """Whether a file may be named by it: what others wrote into a record leads nowhere else."""
    return bool(re.fullmatch(_ID, key))


def is_file(name: str) -> bool:
    """Whether it is the name of a picture's file."""
    return bool(_FILE.fullmatch(name))


def keep(folder: Path, kept: Kept, data: bytes) -> None:
    """Write a picture's file unless it is there. Raises `NotSaved`."""
    if picture_of(folder, kept) is None:
        write_file(_path(folder, kept.file), data)


def leave(folder: Path, kept: Kept) -> None:
    """Delete a file that nothing was recorded about, as far as the system lets us."""
    with suppress(OSError):
        _path(folder, kept.file).unlink(missing_ok=True)


def picture_of(folder: Path, kept: Kept) -> bytes | None:
    """The bytes of a picture; None if its file is not there, cannot be read, or holds something else."""
    with suppress(OSError):
        data = _path(folder, kept.file).read_bytes()
        return data if _is(kept, data) else None
    return None


def fill_in(folder: Path, wanted: Iterable[Kept], read: Callable[[str], bytes | None]) -> None:
    """Take files that are not here from another copy, which `read`s them by their names. Raises `NotSaved`.

    Only what is a picture with nothing beside it, and the one that the record means, is taken.
    """
    for kept in wanted:
        if picture_of(folder, kept) is None:
            data = read(kept.file)
            if data is not None and _is(kept, data) and _is_bare(data):
                write_file(_path(folder, kept.file), data)


def drop_erased(folder: Path, fold: Fold) -> None:
    """Delete the files of pictures that were erased, here or in another copy. Raises `NotSaved`."""
    keys = (slot.removeprefix(ATTACHMENT) for slot in fold.erased if slot.startswith(ATTACHMENT))
    for path in [_path(folder, f"{key}.{kind}") for key in keys if is_id(key) for kind in KINDS]:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved(what=f"{path} was not deleted", reason=error.strerror) from error


def _path(folder: Path, file: str) -> Path:
    return folder / folders.ATTACHMENTS / file


def _is(kept: Kept, data: bytes) -> bool:
    return sha256(data).hexdigest() == kept.digest


def _is_bare(data: bytes) -> bool:
    try:
        return picture(data).data == data
    except NoPicture:
        return False
