"""The only place that writes to the log's files and syncs them.

A write counts when `sync` has returned, not before. After a failed write or sync the file is never
synced again (some systems mark its pages clean, though they were lost): it is cut back and left.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Protocol

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".jsonl"


class State(NamedTuple):
    """Which file a name stands for now, and how long it is. A replaced file has another identity."""

    identity: tuple[int, int]
    size: int


class Disk(Protocol):
    """What the record needs of a disk. Every method may raise `OSError`."""

    def files(self, folder: Path) -> dict[str, State]:
        """The log files of a folder, by name, in the order of their names."""

    def read(self, path: Path, start: int = 0) -> bytes:
        """A file's bytes from `start` on."""

    def create(self, path: Path) -> int:
        """Make a file that must not exist, hold it, and open it for appending; a number for the methods below."""

    def append(self, file: int, data: bytes) -> None:
        """Write all of `data` at the end."""

    def sync(self, file: int) -> None:
        """Return when all that was written is on the medium."""

    def sync_folder(self, path: Path) -> None:
        """Return when the names in the folder are on the medium."""

    def cut(self, file: int, length: int) -> None:
        """Cut the file back to its first `length` bytes."""

    def close(self, file: int) -> None:
        """Close the file and hold it no longer."""

    def rename(self, path: Path, to: Path) -> None:
        """Give a file the name of another, which it replaces at one stroke."""

    def remove(self, path: Path) -> None:
        """Remove a file; none is no error."""

    def held(self, path: Path) -> bool:
        """Whether a living process is appending to the file."""


def replace(disk: Disk, path: Path, data: bytes) -> None:
    """Put new content in a file's place: after a crash at any moment, the old or the new one is there, whole.

    Nobody may be appending to it.
    """
    beside = path.with_name(f".{path.name}.new")
    disk.remove(beside)
    file = disk.create(beside)
    try:
        disk.append(file, data)
        disk.sync(file)
    finally:
        disk.close(file)
    disk.rename(beside, path)
    disk.sync_folder(path.parent)


class RealDisk:
    """The disk of this machine."""

    def files(self, folder: Path) -> dict[str, State]:
        """Names that do not end as log files do are none, nor are hidden ones: a file that is being made."""
        with os.scandir(folder) as found:
            entries = [e for e in found if e.name.endswith(SUFFIX) and not e.name.startswith(".")]
        # An entry's own `stat` has no identity on Windows.
        states = {e.name: os.stat(e.path) for e in sorted(entries, key=lambda e: e.name)}  # noqa: PTH116
        return {name: State((state.st_dev, state.st_ino), state.st_size) for name, state in states.items()}

    def read(self, path: Path, start: int = 0) -> bytes:
        """Read to the end."""
        with path.open("rb") as file:
            file.seek(start)
            return file.read()

    def create(self, path: Path) -> int:
        """Exclusive, private to the user where the system has permissions, and locked where it has locks."""
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        if sys.platform != "win32":
            with suppress(OSError):  # some network disks have no locks; then erasing waits for nobody
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return file

    def append(self, file: int, data: bytes) -> None:
        """Write until all is written; a short write is no error of its own."""
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]

    def sync(self, file: int) -> None:
        """`fsync`; on macOS, where that does not empty the drive's own cache, `F_FULLFSYNC`."""
        if sys.platform == "darwin":
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        else:
            os.fsync(file)

    def sync_folder(self, path: Path) -> None:
        """Sync the folder itself. Windows has no such call and keeps names by itself."""
        if sys.platform == "win32":
            return
        folder = os.open(path, os.O_RDONLY)
        try:
            self.sync(folder)
        finally:
            os.close(folder)

    def cut(self, file: int, length: int) -> None:
        """Truncate."""
        os.ftruncate(file, length)

    def close(self, file: int) -> None:
        """Close; the lock goes with it."""
        os.close(file)

    def rename(self, path: Path, to: Path) -> None:
        """Rename over what is there. On Windows this fails while somebody has the file open."""
        path.replace(to)

    def remove(self, path: Path) -> None:
        """Unlink."""
        path.unlink(missing_ok=True)

    def held(self, path: Path) -> bool:
        """Try the lock. On Windows, where `rename` over a file that is being written fails by itself, never."""
        if sys.platform == "win32":
            return False
        file = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(file)
        return False
