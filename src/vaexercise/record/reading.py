"""Reads a folder of log files: every line verified, damage reported, all that is whole taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import NoSuchFile
from vaexercise.record import revision
from vaexercise.record.fold import Fold

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.record.disk import Disk


class Damage(NamedTuple):
    """A line that is not what was written. `file` is its name in the log, `line` counts from 1."""

    file: str
    line: int
    reason: str


class _Seen:
    """How far a file has been read, and which file it was (a replaced one is another)."""

    def __init__(self, identity: tuple[int, int]) -> None:
        self.identity = identity
        self.bytes = self.lines = 0


class Log:
    """The log of a workshop, as far as it has been read.

    A last line without its end is one that somebody is writing, or that a crash tore: it is left for the
    next `refresh` and counted, in bytes, in `unfinished`. `newer` counts lines of a later version of the format:
    they are kept and count like all others.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder, self.disk = folder, disk
        self.fold = Fold()
        self.damage: list[Damage] = []
        self.unfinished: dict[str, int] = {}
        self.newer = 0
        self._seen: dict[str, _Seen] = {}
        self._bodies: dict[str, set[str]] = {}

    def refresh(self) -> None:
        """Read what was added since the last time. A file that shrank or was replaced means reading all again.

        Raises `NoSuchFile` for a log that the system does not let us read.
        """
        try:
            while not self._read_on():
                self._forget()
        except OSError as error:
            raise NoSuchFile(path=error.filename or self.folder, reason=error.strerror) from error

    def _read_on(self) -> bool:
        """False if a file was replaced while we went on reading in it."""
        found, went_on = self.disk.files(self.folder), False
        if any(
            name not in found or found[name].identity != seen.identity or found[name].size < seen.bytes
            for name, seen in self._seen.items()
        ):
            self._forget()
        for name, state in found.items():
            seen = self._seen.setdefault(name, _Seen(state.identity))
            if state.size > seen.bytes or name in self.unfinished:
                went_on = went_on or seen.bytes > 0
                self._take(name, seen)
        if not went_on:
            return True
        now = self.disk.files(self.folder)
        return all(name in now and now[name].identity == state.identity for name, state in found.items())

    def unerased(self) -> list[str]:
        """The names of files that still hold erased content, and, if anything is erased, of those a crash left."""
        if not self.fold.erased:
            return []
        holding = {name for slot in self.fold.erased for name in self._bodies.get(slot, ())}
        return sorted(holding | set(self.disk.leftovers(self.folder)))

    def _forget(self) -> None:
        self.fold.clear()
        self.damage.clear()
        self.unfinished.clear()
        self.newer = 0
        self._seen.clear()
        self._bodies.clear()

    def _take(self, name: str, seen: _Seen) -> None:
        *lines, rest = self.disk.read(self.folder / name, seen.bytes).split(b"\n")
        for line in lines:
            seen.lines += 1
            seen.bytes += len(line) + 1
            try:
                read = revision.read(line)
            except revision.Damaged as error:
                self.damage.append(Damage(name, seen.lines, str(error)))
                self._note_remains(name, line)
                continue
            self.newer += read.v > revision.VERSION
            if not read.erased:
                self._bodies.setdefault(read.slot, set()).add(name)
            self.fold.add(read)
        self.unfinished.pop(name, None)
        if rest:
            self.unfinished[name] = len(rest)
            self._note_remains(name, rest)

    def _note_remains(self, name: str, line: bytes) -> None:
        for slot in revision.remains(line):
            self._bodies.setdefault(slot, set()).add(name)
