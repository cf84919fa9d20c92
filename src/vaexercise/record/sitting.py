"""A sitting: one person at one machine, from the start of a command to its end. It writes one file."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from vaexercise.errors import NotSaved
from vaexercise.record import revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from vaexercise.record.disk import Disk
    from vaexercise.record.fold import Fold
    from vaexercise.record.revision import Body, Revision

ID_LENGTH = 12


class Sitting:
    """Appends revisions to a file of its own, made at the first write.

    What `record` returns is on the medium. When it raises `NotSaved`, nothing of that call counts; the
    next call goes on in a new file. `about` is the body of the sitting's own slot, its first line.
    """

    def __init__(self, folder: Path, fold: Fold, disk: Disk, now: Callable[[], str], about: Body) -> None:
        self.id = revision.token(ID_LENGTH)
        self.about = about
        self._folder, self._fold, self._disk, self._now = folder, fold, disk, now
        self._file: int | None = None
        self._files = self._length = self._n = 0
        self._prev = ""

    def record(self, entries: Iterable[tuple[str, Body]]) -> list[Revision]:
        """Write one revision per slot and body, replacing the slot's content as this sitting knows it."""
        wanted = list(entries)
        if self._n == 0:
            wanted.insert(0, (f"sitting/{self.id}", self.about))
        made, lines, prev, n = [], [], self._prev, self._n
        parents: dict[str, tuple[str, ...]] = {}
        for slot, body in wanted:
            n += 1
            one, line = revision.write(
                slot,
                body,
                parents=parents.get(slot) or tuple(r.id for r in self._fold.heads(slot)),
                prev=prev,
                sitting=self.id,
                n=n,
                at=self._now(),
                salted=revision.salt(),
            )
            prev, parents[slot] = one.id, (one.id,)
            made.append(one)
            lines.append(line)
        self._write(b"".join(lines))
        self._prev, self._n = prev, n
        for one in made:
            self._fold.add(one)
        return made

    def _write(self, data: bytes) -> None:
        try:
            file = self._file if self._file is not None else self._begin()
            self._disk.append(file, data)
            self._disk.sync(file)
        except OSError as error:
            self._leave()
            raise NotSaved(what="this entry was not written to the workshop's log", reason=error.strerror) from error
        self._length += len(data)

    def _begin(self) -> int:
        name = self.id if self._files == 0 else f"{self.id}-{self._files + 1}"
        self._files += 1
        file = self._disk.create(self._folder / f"{name}.jsonl")
        self._file, self._length = file, 0
        self._disk.sync_folder(self._folder)
        return file

    def _leave(self) -> None:
        """Give up the file after an error, cut back to its last line that counts, as far as the disk lets us."""
        if self._file is None:
            return
        with suppress(OSError):
            self._disk.cut(self._file, self._length)
        self.close()

    def close(self) -> None:
        """Close the file; a later `record` would begin a new one."""
        if self._file is not None:
            with suppress(OSError):
                self._disk.close(self._file)
            self._file = None
