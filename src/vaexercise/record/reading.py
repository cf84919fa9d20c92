"""Reads a folder of log files: every line verified, damage reported, all that is whole taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.record import revision
from vaexercise.record.fold import Fold

if TYPE_CHECKING:
    from pathlib import Path


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
    next `refresh` and named in `unfinished`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fold = Fold()
        self.damage: list[Damage] = []
        self.unfinished: dict[str, int] = {}
        self._seen: dict[str, _Seen] = {}

    def _forget(self) -> None:
        self.fold.clear()
        self.damage.clear()
        self.unfinished.clear()
        self._seen.clear()

    def refresh(self) -> None:
        """Read what was added since the last time. A file that shrank or was replaced means reading all again."""
        found = {path.name: path for path in sorted(self.folder.glob("*.jsonl"))}
        states = {name: path.stat() for name, path in found.items()}
        for name, seen in self._seen.items():
            state = states.get(name)
            if state is None or (state.st_dev, state.st_ino) != seen.identity or state.st_size < seen.bytes:
                self._forget()
                break
        for name, path in found.items():
            state = states[name]
            seen = self._seen.setdefault(name, _Seen((state.st_dev, state.st_ino)))
            if state.st_size > seen.bytes:
                self._take(path, seen)

    def lines_of(self, name: str) -> int:
        """How many whole lines were read of a file."""
        return self._seen[name].lines

    def _take(self, path: Path, seen: _Seen) -> None:
        with path.open("rb") as file:
            file.seek(seen.bytes)
            *lines, rest = file.read().split(b"\n")
        for line in lines:
            seen.lines += 1
            seen.bytes += len(line) + 1
            try:
                self.fold.add(revision.read(line))
            except revision.Damaged as error:
                self.damage.append(Damage(path.name, seen.lines, str(error)))
        self.unfinished.pop(path.name, None)
        if rest:
            self.unfinished[path.name] = len(rest)
