"""The only place that writes to the log's files and syncs them.

A write counts when `sync` has returned, not before. After a failed write or sync the file is never
synced again (some systems mark its pages clean, though they were lost): it is cut back and left.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform != "win32":
    import fcntl


class Disk(Protocol):
    """What the record needs of a disk. Every method may raise `OSError`."""

    def create(self, path: Path) -> int:
        """Make a file that must not exist and open it for appending; a number for the methods below."""

    def append(self, file: int, data: bytes) -> None:
        """Write all of `data` at the end."""

    def sync(self, file: int) -> None:
        """Return when all that was written is on the medium."""

    def sync_folder(self, path: Path) -> None:
        """Return when the names in the folder are on the medium."""

    def cut(self, file: int, length: int) -> None:
        """Cut the file back to its first `length` bytes."""

    def close(self, file: int) -> None:
        """Close the file."""


class RealDisk:
    """The disk of this machine."""

    def create(self, path: Path) -> int:
        """Exclusive, private to the user where the system has permissions."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)

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
        """Close."""
        os.close(file)
