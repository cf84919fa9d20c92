"""Plain lines on a real terminal: for a screen reader, a braille line, a dumb terminal."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from vaexercise.capture.consoles.console import PlainConsole
from vaexercise.capture.consoles.ending import Ending
from vaexercise.capture.consoles.keeping import PAUSE, Keeper
from vaexercise.capture.consoles.keys import Line
from vaexercise.capture.consoles.signals import Signals
from vaexercise.capture.consoles.unlined import Unlined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LARGE = 65_536
"""Bytes that are read at once, at most."""

ESCAPE_PAUSE = 0.5
"""Seconds after which an escape key was no beginning of another key."""

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


class TypedConsole(PlainConsole):
    """A terminal that shows what is typed because we tell it to; nothing else ever steers it.

    Lines have any length; those pasted together answer one prompt each, and wait for it as long as need be.
    """

    def __init__(self, width: int = 0) -> None:
        super().__init__(width)
        self._file = sys.stdin.fileno()
        self._mode = Unlined(self._file)
        self._ending = Ending(self._wake)
        self._stopping = Signals({"SIGTSTP": self._stop})
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._keys = ""
        self._line: Line | None = None
        self._waiting = False

    def ask(
        self, prompt: str, before: str = "", *, choices: Sequence[str] = (), keep: Callable[[str], None] | None = None
    ) -> str:
        """Read a line key by key. There is nothing to change in place, so what was there before is shown above."""
        self._begin()
        if before:
            self.say(f"Now: {before}")
        shown = self._short(prompt)
        self._show(shown)
        line, keeper = Line(shown, self._columns(), choices), Keeper(keep)
        self._line = line
        try:
            return self._typed(line, keeper)
        except (EOFError, KeyboardInterrupt):
            keeper.keep(line.text)
            raise
        finally:
            self._line = None

    def _begin(self) -> None:
        self._ending.watch()
        self._stopping.watch()
        if not self._ending.came:
            self._mode.begin()

    def _typed(self, line: Line, keeper: Keeper) -> str:
        while True:
            keys = self._keys or self._read(line, keeper)
            line.columns = self._columns()
            fed = line.feed(keys)
            self._keys = fed.rest
            if self._mode.echoes:
                self._show(fed.echo)
            if fed.end:
                raise EOFError
            if fed.done:
                return line.text

    def _read(self, line: Line, keeper: Keeper) -> str:
        """Wait for keys; when they pause, keep the line."""
        while not self._ready(ESCAPE_PAUSE if line.waiting else PAUSE if keeper.wants(line.text) else None):
            if line.waiting:
                line.settle()
            else:
                keeper.keep(line.text)
        try:
            data = os.read(self._file, LARGE)
        except OSError as error:  # a terminal that is gone
            raise EOFError from error
        if not data:
            raise EOFError
        return _together(self._decoder.decode(data), beginning=not line.text)

    def _ready(self, seconds: float | None) -> bool:
        """Whether a key came within that time."""
        self._waiting = True
        try:
            if self._ending.came:
                raise EOFError
            return bool(select.select([self._file], [], [], seconds)[0])
        finally:
            self._waiting = False

    def _wake(self) -> None:
        if self._waiting:
            raise EOFError

    def _stop(self) -> None:
        """Ctrl-Z: leave the terminal to the shell, and show the line again when it goes on."""
        self._mode.end()
        self._stopping.leave()
        os.kill(os.getpid(), signal.SIGTSTP)
        self._stopping.watch()
        self._mode.begin()
        if self._line:
            self._show(self._line.again())

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._file).columns or self.width
        except OSError:
            return self.width

    def _show(self, text: str) -> None:
        self._ending.show(text)

    def close(self) -> None:
        """Give the terminal its settings back. What was typed ahead and not asked for is dropped, not run."""
        self._mode.end()
        self._stopping.leave()
        self._ending.leave()


def _together(keys: str, *, beginning: bool) -> str:
    """Keys that came at once. Several lines are a text that was pasted: blank ones in it end no question."""
    if len([line for line in keys.split("\n") if line.strip()]) < 2:  # noqa: PLR2004  one line is typed
        return keys
    joined = _BLANK_LINES.sub("\n", keys)
    return joined.lstrip("\n") if beginning else joined
