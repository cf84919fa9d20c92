"""A disk in memory that forgets, when its power is cut, what was not synced.

Of bytes that were not synced any prefix survives, or they have a hole of zeros. A name that was made, changed
or removed since its folder was synced stands for any of the files that it stood for since then.
"""

from __future__ import annotations

import random
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from vaexercise.record.disk import BESIDE, SUFFIX, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Stopped(Exception):
    """The process ended in the middle of a call."""


@dataclass
class File:
    """Bytes as processes see them, and as they were when they were synced."""

    data: bytearray = field(default_factory=bytearray)
    safe: bytes = b""


class SimulatedDisk:
    """Implements `vaexercise.record.disk.Disk`. In the last of the next `stop_in` calls, the process ends."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = random.Random(seed)  # noqa: S311  power is cut at random, not in secret
        self.stop_in: int | None = None
        self.stopped = False
        self._numbers = count(1)
        self._files: dict[int, File] = {}
        self._names: dict[Path, int] = {}
        self._medium: dict[Path, list[int | None]] = {}
        self._open: dict[int, int] = {}

    # -- what happens to it

    def kill(self) -> None:
        """The process is gone; what it wrote stays, as far as the system has it."""
        self._open.clear()
        self.stopped, self.stop_in = False, None

    def cut_power(self) -> None:
        """The process is gone, and all that was not on the medium."""
        self.kill()
        for path, may_be in self._medium.items():
            chosen = self.random.choice(may_be)
            if chosen is None:
                self._names.pop(path, None)
            else:
                self._names[path] = chosen
        for number in self._names.values():
            file = self._files[number]
            file.data = bytearray(self._what_is_left(file))
            file.safe = bytes(file.data)
        self._medium = {path: [number] for path, number in self._names.items()}

    def _what_is_left(self, file: File) -> bytes:
        data, safe = bytes(file.data), len(file.safe)
        if not data.startswith(file.safe):  # it was cut back since
            return self.random.choice([file.safe, data])
        if len(data) == safe or self.random.random() < 1 / 2:
            return data[: self.random.randint(safe, len(data))]
        start = self.random.randint(safe, len(data) - 1)
        stop = self.random.randint(start + 1, len(data))
        return data[:start] + bytes(stop - start) + data[stop:]

    def put(self, path: Path, data: bytes) -> None:
        """Copy a file here as people do: nothing is synced."""
        self._name(path, self._new(data))

    def everything(self) -> dict[str, bytes]:
        """All that a search of the folder would find, hidden files too."""
        return {path.name: bytes(self._files[number].data) for path, number in sorted(self._names.items())}

    # -- what the record asks of it

    def files(self, folder: Path) -> dict[str, State]:
        found = {path.name: n for path, n in sorted(self._names.items()) if path.parent == folder}
        shown = {name: n for name, n in found.items() if name.endswith(SUFFIX) and not name.startswith(".")}
        return {name: State((0, n), len(self._files[n].data)) for name, n in shown.items()}

    def leftovers(self, folder: Path) -> list[str]:
        names = [path for path in self._names if path.parent == folder and path.name.endswith(BESIDE)]
        return sorted(path.name for path in names if not self.held(path))

    def read(self, path: Path, start: int = 0) -> bytes:
        return bytes(self._files[self._names[path]].data[start:])

    @contextmanager
    def alone(self, folder: Path) -> Iterator[None]:
        assert self.files(folder) is not None
        yield

    def create(self, path: Path) -> int:
        self._call()
        if path in self._names:
            raise FileExistsError(17, "File exists")
        return self._opened(path)

    def append(self, file: int, data: bytes) -> None:
        whole = self._files[self._open[file]]
        if self.stop_in == 1:
            whole.data += data[: self.random.randint(0, len(data))]
        self._call()
        whole.data += data

    def sync(self, file: int) -> None:
        self._call()
        whole = self._files[self._open[file]]
        whole.safe = bytes(whole.data)

    def settle(self, path: Path) -> None:
        self._call()
        whole = self._files[self._names[path]]
        whole.safe = bytes(whole.data)

    def sync_folder(self, path: Path) -> None:
        self._call()
        for named in list(self._medium):
            if named.parent == path:
                self._medium[named] = [self._names.get(named)]

    def cut(self, file: int, length: int) -> None:
        self._call()
        del self._files[self._open[file]].data[length:]

    def close(self, file: int) -> None:
        self._open.pop(file, None)

    def rename(self, path: Path, to: Path) -> None:
        self._call()
        self._name(to, self._names[path])
        self._unname(path)

    def remove(self, path: Path) -> None:
        self._call()
        self._unname(path)

    def held(self, path: Path) -> bool:
        return self._names.get(path) in self._open.values()

    # -- how

    def _call(self) -> None:
        """One more call that changes something, unless the process ends in it."""
        if self.stopped:
            raise Stopped
        if self.stop_in is not None:
            self.stop_in -= 1
            self.stopped = self.stop_in == 0
            if self.stopped:
                raise Stopped

    def _opened(self, path: Path) -> int:
        number, handle = self._new(b""), next(self._numbers)
        self._name(path, number)
        self._open[handle] = number
        return handle

    def _new(self, data: bytes) -> int:
        number = next(self._numbers)
        self._files[number] = File(bytearray(data))
        return number

    def _name(self, path: Path, number: int) -> None:
        self._medium.setdefault(path, [None]).append(number)
        self._names[path] = number

    def _unname(self, path: Path) -> None:
        if path in self._names:
            self._medium[path].append(None)
            del self._names[path]
