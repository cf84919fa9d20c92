"""Takes erased content out of the files that still hold it, and what a crash left beside them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from vaexercise.record import revision
from vaexercise.record.disk import SUFFIX, replace
from vaexercise.record.revision import Damaged

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

    from vaexercise.record.reading import Log


def finish_erasing(log: Log) -> list[str]:
    """Rewrite every file that holds an erased body without it, one after the other, each at one stroke.

    Gives the names of files that a living sitting is writing: they are left, and their turn comes when
    somebody calls this again. Raises `OSError`; what was done until then is done.
    """
    with log.disk.alone(log.folder):
        return erase_all(log)


def erase_all(log: Log) -> list[str]:
    """The same for who is alone already."""
    left = []
    log.refresh()
    for name in log.unerased():
        path = log.folder / name
        if not name.endswith(SUFFIX):
            log.disk.remove(path)
            continue
        if log.disk.held(path):
            left.append(name)
            continue
        lines = log.disk.read(path).split(b"\n")
        replace(log.disk, path, b"\n".join(stripped(line, log.fold.erased) for line in lines))
    log.refresh()
    return left


def stripped(line: bytes, slots: Collection[str]) -> bytes:
    """The line without its body if it is of one of these slots; so far as damaged and unfinished lines tell theirs."""
    try:
        read = revision.read(line)
    except Damaged:
        return line[: min((end for slot, end in revision.remains(line).items() if slot in slots), default=len(line))]
    return revision.erase(line) if read.slot in slots and not read.erased else line


def bared(data: bytes, kept: Container[str]) -> bytes:
    """The lines of a file without their bodies, but for those whose ids are kept.

    Damaged lines are left out: nobody knows what they hold.
    """
    return b"".join(line + b"\n" for line in _bared(data, kept))


def _bared(data: bytes, kept: Container[str]) -> Iterator[bytes]:
    for line in data.split(b"\n")[:-1]:
        with suppress(Damaged):
            read = revision.read(line)
            yield line if read.erased or read.id in kept else revision.erase(line)
