"""Where a conversation takes place: one line out, one line in, never a full screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol, Self

from vaexercise.model.steering import harmless, whole
from vaexercise.model.text import clean_line
from vaexercise.model.wrapping import terminal_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Console(Protocol):
    """What a conversation needs. It may be used as a context, which closes it."""

    def say(self, text: str = "") -> None:
        """Show text, wrapped between words, harmless whatever is in it."""

    def ask(
        self, prompt: str, before: str = "", *, choices: Sequence[str] = (), keep: Callable[[str], None] | None = None
    ) -> str:
        """Show the prompt and give back the line typed; `before` is there already, to be changed.

        `choices` are whole lines that Tab completes. `keep` is given the unfinished line when typing pauses. Raises
        `EOFError` at the end of input, which a closed terminal and a request to end are too, and `KeyboardInterrupt`.
        """

    def forget(self) -> bool:
        """Take what was shown off the screen, and what was typed out of reach; whether that could be done."""

    def close(self) -> None:
        """Leave the terminal as it was found."""


class PlainConsole:
    """Lines only: for a pipe, and wherever nothing better is known."""

    def __init__(self, width: int = 0) -> None:
        self._fixed = width

    @property
    def width(self) -> int:
        """The columns that text may fill: those asked for, else those of the terminal as it is now."""
        return self._fixed or terminal_width()

    def say(self, text: str = "") -> None:
        """Print, each line wrapped on its own; a list's lines hang behind their number."""
        self._show(f"{wrapped(harmless(text), self.width)}\n")

    def _show(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def _short(self, prompt: str) -> str:
        """The prompt, or its sign alone after its words have been said, if it leaves too little room to type."""
        if len(prompt) <= self.width // 2:
            return harmless(prompt)
        self.say(prompt.removesuffix("> "))
        return "> "

    def ask(
        self,
        prompt: str,
        before: str = "",
        *,
        choices: Sequence[str] = (),  # noqa: ARG002  there is no key to complete with
        keep: Callable[[str], None] | None = None,  # noqa: ARG002  a line comes when it is finished
    ) -> str:
        """Read a line. There is nothing to change in place, so what was there before is shown above."""
        if before:
            self.say(f"Now: {before}")
        self._show(self._short(prompt))
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():
            self._show(f"{harmless(clean_line(line))}\n")
        return whole(line.rstrip("\r\n"))

    def forget(self) -> bool:
        """Nothing: lines that were printed cannot be taken back."""
        return False

    def close(self) -> None:
        """Nothing: reading lines changes nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def console(*, plain: bool, width: int = 0) -> PlainConsole:
    """The console that fits: plain if asked for, on a dumb terminal, or if one end is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return PlainConsole(width)
    if not plain and os.environ.get("TERM") != "dumb":
        from vaexercise.capture.consoles.terminal import TerminalConsole

        return TerminalConsole(width)
    if sys.platform == "win32":
        return PlainConsole(width)
    from vaexercise.capture.consoles.typed import TypedConsole

    return TypedConsole(width)
