"""A terminal that is closed, and a program that is asked to end: both are the end of input, and nothing is lost."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from vaexercise.capture.consoles.signals import Signals

if TYPE_CHECKING:
    from collections.abc import Callable


class Ending:
    """Waits for the signals that end a conversation, and then calls `wake`: whoever reads is to read no longer.

    What is being saved at that moment is saved to its end.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self.came = False
        self._wake = wake
        self._signals = Signals({"SIGHUP": self._hang_up, "SIGTERM": self._end})
        self._shown = [stream.fileno() for stream in (sys.stdout, sys.stderr) if stream.isatty()]

    def watch(self) -> None:
        """Begin, unless that was done."""
        self._signals.watch()

    def leave(self) -> None:
        """Wait no longer."""
        self._signals.leave()

    def show(self, text: str) -> None:
        """Show text on the terminal; if there is none any more, that is the end as well."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError:
            self.came = True
            self._give_up()

    def _hang_up(self) -> None:
        self._give_up()
        self._end()

    def _end(self) -> None:
        self.came = True
        self._wake()

    def _give_up(self) -> None:
        """Nobody sees any more what is printed: let it go, so that it cannot fail."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for file in self._shown:
            os.dup2(nowhere, file)
        os.close(nowhere)
