"""Files and folders that are made whole or not at all: beside their place first, then moved there."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vaexercise.errors import FolderInUse, NotSaved
from vaexercise.record.disk import RealDisk, replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A private folder to fill, whose content becomes that of `folder`, on the medium, if nothing goes wrong.

    Raises `FolderInUse` if something is there, `NotSaved` if the system refuses; then there is nothing of it.
    """
    folder = folder.absolute()
    there, new = os.path.lexists(folder), f".{folder.name[:100]}.{os.getpid()}.new"
    made = folder / new if there else folder.with_name(new)
    try:
        if there and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderInUse(folder=folder)
        missing = [parent for parent in folder.parents if not parent.exists()]
        folder.parent.mkdir(parents=True, exist_ok=True)
        made.mkdir(mode=PRIVATE_FOLDER)
        yield made
        for path in (*made.rglob("*"), made):
            path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)
            _settle(path)
        if there:
            _move_up(made)
        else:
            made.rename(folder)
        for path in (folder, folder.parent, *(parent.parent for parent in missing)):
            RealDisk().sync_folder(path)
    except OSError as error:
        raise NotSaved(what=f"{folder} was not made", reason=error.strerror) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _settle(path: Path) -> None:
    if path.is_dir():
        RealDisk().sync_folder(path)
    else:
        RealDisk().settle(path)


def _move_up(made: Path) -> None:
    """Into the empty folder around it, which stays: somebody stands in it, or it is a stick. Files go last."""
    for path in sorted(made.iterdir(), key=lambda path: (path.is_file(), path.name)):
        path.rename(made.parent / path.name)


def write_file(path: Path, data: bytes) -> None:
    """Write a private file and sync it, in the place of one that may be there. Raises `NotSaved`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(RealDisk(), path, data)
    except OSError as error:
        raise NotSaved(what=f"{path} was not written", reason=error.strerror) from error
