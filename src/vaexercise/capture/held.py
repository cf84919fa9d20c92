"""A file that is held as long as a process lives, whatever it dies of."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

from vaexercise.workshop.whole import PRIVATE_FILE

if TYPE_CHECKING:
    from pathlib import Path


class Hold:
    """A lock on a file, which is made for it: taken at once, given back by `release` or when the process ends.

    Raises `OSError`: somebody else holds it, or this disk has no locks. The two are not told apart, for then
    nobody can say that a holder has gone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            self._take(self._file)
        except OSError:
            self.release()
            raise

    def _take(self, file: int) -> None:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(file), self._path.stat()):
            raise OSError(errno.ESTALE, "its last holder took the file away")

    def release(self) -> None:
        """Give it back, unless that was done."""
        if self._file is not None:
            file, self._file = self._file, None
            with suppress(OSError):
                os.close(file)

    def remove(self) -> None:
        """Take the file away, and give it back; on Windows, where no open file can be removed, the other way round."""
        if sys.platform == "win32":
            self.release()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self.release()

    def __del__(self) -> None:
        self.release()
