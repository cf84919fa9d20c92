"""The only place that writes to the log's files and syncs them.

A write counts when `sync` has returned, not before. After a failed write or sync the file is never
synced again (some systems mark its pages clean, though they were lost): it is cut back and left.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, Protocol

if sys.platform != "win32":
    import fcntl

from vaexercise.record.revision import token

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

SUFFIX = ".jsonl"
BESIDE = ".new"
"""How the name of a file ends that is being made beside the one it will replace; it is hidden, too."""

_RANDOM, _SHOWN = 8, 50
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


class State(NamedTuple):
    """Which file a name stands for now, and how long it is. A replaced file has another identity."""

    identity: tuple[int, int]
    size: int


class Disk(Protocol):
    """What the record needs of a disk. Every method may raise `OSError`."""

    def files(self, folder: Path) -> dict[str, State]:
        """The log files of a folder, by name, in the order of their names."""

    def leftovers(self, folder: Path) -> list[str]:
        """The names of files that were to replace others, and that a crash left beside them."""

    def read(self, path: Path, start: int = 0) -> bytes:
        """A file's bytes from `start` on."""

    def alone(self, folder: Path) -> AbstractContextManager[None]:
        """Replace files of the folder inside this: others who want to do so wait. Appending needs it not."""

    def create(self, path: Path) -> int:
        """Make a file that must not exist, hold it, and open it for appending; a number for the methods below."""

    def append(self, file: int, data: bytes) -> None:
        """Write all of `data` at the end."""

    def sync(self, file: int) -> None:
        """Return when all that was written is on the medium."""

    def settle(self, path: Path) -> None:
        """Return when all that others wrote to the file is on the medium."""

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

    Nobody may be appending to it. Raises `OSError`; then nothing is left beside it, as far as the disk lets us.
    """
    beside = path.with_name(f".{path.name[:_SHOWN]}.{token(_RANDOM)}{BESIDE}")
    file = disk.create(beside)
    try:
        try:
            disk.append(file, data)
            disk.sync(file)
        finally:
            disk.close(file)
        disk.rename(beside, path)
    except OSError:
        with suppress(OSError):
            disk.remove(beside)
        raise
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

    def leftovers(self, folder: Path) -> list[str]:
        """By their names, apart from those that somebody is making now."""
        with os.scandir(folder) as found:
            names = [e.name for e in found if e.name.startswith(".") and e.name.endswith(BESIDE)]
        return sorted(name for name in names if not self.held(folder / name))

    @contextmanager
    def alone(self, folder: Path) -> Iterator[None]:
        """Lock the folder; on Windows, and on network disks that have no locks, nobody waits."""
        if sys.platform == "win32":
            yield
            return
        file = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)

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

    def settle(self, path: Path) -> None:
        """Sync it through an opening of our own; Windows asks that one may write through it."""
        file = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
        try:
            self.sync(file)
        finally:
            os.close(file)

    def sync_folder(self, path: Path) -> None:
        """Sync the folder itself. Windows and some network disks have no such call and keep names by themselves."""
        if sys.platform == "win32":
            return
        folder = os.open(path, os.O_RDONLY)
        try:
            self.sync(folder)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
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
        try:
            file = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(file)
        return False
