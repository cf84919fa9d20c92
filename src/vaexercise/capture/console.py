"""Where a conversation takes place: one line out, one line in, never a full screen."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from typing import Protocol

from vaexercise.model.text import clean_line

WIDEST = 100
"""Longer lines are hard to follow, however wide the terminal is."""


class Console(Protocol):
    """What a conversation needs. `ask` raises `EOFError` and `KeyboardInterrupt`."""

    def say(self, text: str = "") -> None:
        """Show text, wrapped between words."""

    def ask(self, prompt: str, before: str = "") -> str:
        """Show the prompt and give back the line typed; `before` is there already, to be changed."""


class PlainConsole:
    """Lines only: for a pipe, a dumb terminal, a screen reader, a braille line."""

    def __init__(self, width: int = 0) -> None:
        self.width = width or min(shutil.get_terminal_size().columns, WIDEST)

    def say(self, text: str = "") -> None:
        """Print, each line wrapped on its own; a list's lines hang behind their number."""
        for line in text.split("\n"):
            hang = " " * (len(line) - len(line.lstrip()) + 2)
            print(textwrap.fill(line, self.width, subsequent_indent=hang if len(line) > self.width else ""))
        sys.stdout.flush()

    def _short(self, prompt: str) -> str:
        """The prompt, or its sign alone after its words have been said, if it leaves too little room to type."""
        if len(prompt) <= self.width // 2:
            return prompt
        self.say(prompt.removesuffix("> "))
        return "> "

    def ask(self, prompt: str, before: str = "") -> str:
        """Read a line. There is nothing to change in place, so what was there before is shown above."""
        if before:
            self.say(f"Now: {before}")
        sys.stdout.write(self._short(prompt))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        if not sys.stdin.isatty():
            print(clean_line(line))
        return line.rstrip("\r\n")


class TerminalConsole(PlainConsole):
    """A real terminal: the line can be edited, and an earlier one called back with the arrow keys."""

    def __init__(self, width: int = 0) -> None:
        super().__init__(width)
        from prompt_toolkit import PromptSession

        self._session: PromptSession[str] = PromptSession()
        self._pasted: list[str] = []

    def ask(self, prompt: str, before: str = "") -> str:
        """Let the line be edited. Of several lines that were pasted, each answers a prompt of its own."""
        if self._pasted:
            line = self._pasted.pop(0)
            print(f"{self._short(prompt)}{clean_line(line)}")
            return line
        lines = self._session.prompt(self._short(prompt), default=before).splitlines()
        first, *self._pasted = [line for line in lines if line.strip()] or [""]
        return first


def console(*, plain: bool, width: int = 0) -> Console:
    """The console that fits: plain if asked for, on a dumb terminal, or if one end is no terminal."""
    if plain or os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return PlainConsole(width)
    return TerminalConsole(width)
