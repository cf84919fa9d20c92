"""A terminal that hands over each key at once and shows none by itself.

Of a terminal that hands over whole lines, the system keeps 4,096 bytes of each and drops the rest.
"""

from __future__ import annotations

import atexit
import sys
from typing import Any

if sys.platform != "win32":
    import termios

LOCAL, CONTROL = 3, 6
_INPUT = 0


class Unlined:
    """Sets a terminal so, and back. Keys that interrupt and stop the program go on doing so.

    Nothing that was typed is thrown away when it changes.
    """

    def __init__(self, file: int) -> None:
        self._file = file
        self._former: list[Any] | None = None
        self.echoes = True
        """Whether what is typed is to be shown: not by us, where somebody else (an editor around us) does so."""

    def begin(self) -> None:
        """Set it, again and again: who stops the program and goes on finds it as the shell left it."""
        now = termios.tcgetattr(self._file)
        if self._former is None:
            self._former = now
            self.echoes = bool(now[LOCAL] & termios.ECHO) or not now[LOCAL] & termios.ICANON
            atexit.register(self.end)
        wanted = [*now[:CONTROL], [*now[CONTROL]]]
        wanted[_INPUT] = (now[_INPUT] | termios.ICRNL) & ~termios.IXON  # Ctrl-S, save elsewhere, would freeze it
        wanted[LOCAL] = (now[LOCAL] | termios.ISIG) & ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
        wanted[CONTROL][termios.VMIN], wanted[CONTROL][termios.VTIME] = 1, 0
        if wanted != now:
            termios.tcsetattr(self._file, termios.TCSADRAIN, wanted)

    def end(self) -> None:
        """Give it its former settings back, unless that was done; a terminal that is gone needs none."""
        if self._former is not None:
            former, self._former = self._former, None
            atexit.unregister(self.end)
            try:
                termios.tcsetattr(self._file, termios.TCSADRAIN, former)
            except termios.error:
                return
