"""A sitting: one person at one machine, from the start of a command to its end. It writes one file."""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from vaexercise.errors import NotSaved
from vaexercise.record.disk import SUFFIX
from vaexercise.record.revision import Place, salt, token, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vaexercise.record.reading import Log
    from vaexercise.record.revision import Body, Revision

ID_LENGTH = 12


class Sitting:
    """Appends revisions to a file of its own, made at the first write.

    What `record` returns is on the medium. When it raises `NotSaved`, nothing of that call counts; the
    next call goes on in a new file. `about` is the body of the sitting's own slot, its first line.
    """

    def __init__(self, log: Log, now: Callable[[], str], about: Body) -> None:
        self.id = token(ID_LENGTH)
        self.about = about
        self._log, self._disk, self._now = log, log.disk, now
        self._file: int | None = None
        self._files = self._length = 0
        self._last: Revision | None = None

    def record(
        self, entries: Iterable[tuple[str, Body]], replacing: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    ) -> list[Revision]:
        """Write one revision per slot and body, replacing the slot's content as this sitting knows it.

        `replacing` names the revisions to replace instead, for slots where something else was read.
        """
        wanted = list(entries)
        if not self._last:
            wanted.insert(0, (f"sitting/{self.id}", self.about))
        made: list[Revision] = []
        lines: list[bytes] = []
        last, step = self._last, self._last.step + 1 if self._last else 1
        parents = dict(replacing)
        at = self._now()
        for slot, body in wanted:
            place = Place(self.id, last.n + 1 if last else 1, step, last.id if last else "", at)
            replaced = parents.get(slot, tuple(head.id for head in self._log.fold.heads(slot)))
            last, line = write(slot, body, replaced, place, salt())
            parents[slot] = (last.id,)
            made.append(last)
            lines.append(line)
        self._write(b"".join(lines))
        self._last = last
        for one in made:
            self._log.fold.add(one)
        return made

    def _write(self, data: bytes) -> None:
        try:
            file = self._file if self._file is not None else self._begin()
            self._disk.append(file, data)
            self._disk.sync(file)
        except BaseException as error:
            self._leave()
            if not isinstance(error, OSError):
                raise  # interrupted: how much of it was written is not known
            raise NotSaved(what="this entry was not written to the workshop's log", reason=error.strerror) from error
        self._length += len(data)

    def _begin(self) -> int:
        name = self.id if self._files == 0 else f"{self.id}-{self._files + 1}"
        self._files += 1
        file = self._disk.create(self._log.folder / f"{name}{SUFFIX}")
        self._file, self._length = file, 0
        self._disk.sync_folder(self._log.folder)
        return file

    def _leave(self) -> None:
        """Give up the file after an error, cut back to its last line that counts, as far as the disk lets us."""
        if self._file is None:
            return
        with suppress(OSError):
            self._disk.cut(self._file, self._length)
        self.close()

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, so that others may erase in it; a later `record` would begin a new one."""
        if self._file is not None:
            with suppress(OSError):
                self._disk.close(self._file)
            self._file = None
