"""Reads a folder of log files: every line verified, damage reported, all that is whole taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
        """Read what was added since the last time. A file that shrank or was replaced means reading all again."""
        found = self.disk.files(self.folder)
        if any(
            name not in found or found[name].identity != seen.identity or found[name].size < seen.bytes
            for name, seen in self._seen.items()
        ):
            self._forget()
        for name, state in found.items():
            seen = self._seen.setdefault(name, _Seen(state.identity))
            if state.size > seen.bytes:
                self._take(name, seen)

    def unerased(self) -> list[str]:
        """The names of files that still hold a body that was erased."""
        return sorted({name for slot in self.fold.erased for name in self._bodies.get(slot, ())})

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
                continue
            self.newer += read.v > revision.VERSION
            if not read.erased:
                self._bodies.setdefault(read.slot, set()).add(name)
            self.fold.add(read)
        self.unfinished.pop(name, None)
        if rest:
            self.unfinished[name] = len(rest)
