"""Takes erased bodies out of the files that still hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.record import revision
from vaexercise.record.disk import replace
from vaexercise.record.revision import Damaged

if TYPE_CHECKING:
    from collections.abc import Collection

    from vaexercise.record.reading import Log


def finish_erasing(log: Log) -> list[str]:
    """Rewrite every file that holds an erased body without it, one after the other, each at one stroke.

    Gives the names of files that a living sitting is writing: they are left, and their turn comes when
    somebody calls this again. Raises `OSError`; what was done until then is done.
    """
    left = []
    for name in log.unerased():
        path = log.folder / name
        if log.disk.held(path):
            left.append(name)
            continue
        lines = log.disk.read(path).split(b"\n")
        replace(log.disk, path, b"\n".join(stripped(line, log.fold.erased) for line in lines))
    log.refresh()
    return left


def stripped(line: bytes, slots: Collection[str]) -> bytes:
    """The line without its body if it is of one of these slots; damaged and unfinished lines stay as they are."""
    try:
        read = revision.read(line)
    except Damaged:
        return line
    return revision.erase(line) if read.slot in slots and not read.erased else line
