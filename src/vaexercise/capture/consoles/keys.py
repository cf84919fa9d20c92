"""The line being typed on a terminal that shows only what the program tells it to: keys in, text and echo out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wcwidth import wcwidth

from vaexercise.capture.consoles.completing import completed, fitting
from vaexercise.model.text import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

BACKSPACE = "\b \b"
"""Back, over, and back again: all that ever moves the cursor."""

CUT = "... "
"""Stands for the beginning of a line that is shown anew."""

_JOINER = "\u200d"
_NOT_TYPED = {**dict.fromkeys((*range(0x80, 0xA0), *map(ord, UNSEEN))), **dict.fromkeys((0x85, 0x2028, 0x2029), " ")}

_WHOLE = r"\[\[[@-~]|\[[0-?]*[ -/]*[@-Z\\-~]|O[0-9;]*[@-~]|\][^\x00-\x1f\x7f]*(?:\x07|\x1b\\)|[^\x00-\x1f\x7f\[O\]]"
_BEGUN = r"\[\[|\[[0-?]*[ -/]*|O[0-9;]*|\][^\x00-\x1f\x7f]*\x1b?"
_TOKENS = re.compile(
    r"(?P<words>[^\x00-\x1f\x7f]+)"
    rf"|\x1b+(?:{_WHOLE})|(?P<held>\x1b+(?:{_BEGUN})?\Z)|\x1b+(?:{_BEGUN})?"
    "|.",
    re.DOTALL,
)
"""Words, an escape sequence, the beginning of one, one that was broken off, or any other key."""

_MAY_FOLLOW_ESCAPE = ("[", "O", "]", "\x1b")


class Fed(NamedTuple):
    """What keys did: what shows it, whether the line is `done` or the input at its `end`, and keys not looked at."""

    echo: str
    done: bool = False
    end: bool = False
    rest: str = ""


class Line:
    """A line in the making after its prompt, on a terminal with so many columns."""

    def __init__(self, prompt: str, columns: int, choices: Sequence[str] = ()) -> None:
        self.text = ""
        self.columns = columns
        self._prompt, self._choices = prompt, choices
        self._held = ""
        self._shown_from = 0

    @property
    def waiting(self) -> bool:
        """Whether what came last may be the beginning of an arrow key."""
        return bool(self._held)

    def settle(self) -> None:
        """Nothing more came: what was waited for was the escape key alone, which does nothing."""
        self._held = ""

    def feed(self, keys: str) -> Fed:
        """Take keys, up to the one that ends the line."""
        if self._held.strip("\x1b") or keys.startswith(_MAY_FOLLOW_ESCAPE):
            keys = self._held + keys
        self._held = ""
        echo: list[str] = []
        for token in _TOKENS.finditer(keys):
            if token[0] in ("\n", "\r"):
                return Fed("".join(echo) + "\n", done=True, rest=keys[token.end() :])
            if token[0] == "\x04" and not self.text:
                return Fed("".join(echo), end=True, rest=keys[token.end() :])
            if token["words"]:
                echo.append(self._add(token[0].translate(_NOT_TYPED)))
            elif token["held"]:
                self._held = token[0]
            else:
                echo.append(self._key(token[0], last=token.end() == len(keys)))
        return Fed("".join(echo))

    def _key(self, key: str, *, last: bool) -> str:
        """What a key that is no letter does. A tab amid a text that completes to nothing was pasted: it is a space."""
        if key in ("\x7f", "\b"):
            return self._cut(_without_last(self.text))
        if key == "\x15":
            return self._cut(0)
        if key == "\x17":
            return self._cut(_without_last_word(self.text))
        if key == "\t":
            return self._complete() if fitting(self.text, self._choices) else "" if last else self._add(" ")
        return ""

    def _add(self, words: str) -> str:
        self.text += words
        return words

    def _complete(self) -> str:
        """Type the rest of the choice that is meant."""
        wanted = completed(self.text, self._choices)
        if wanted.startswith(self.text):
            return self._add(wanted[len(self.text) :])
        return self._cut(0) + self._add(wanted)

    def _cut(self, length: int) -> str:
        """Leave only so many characters, and take the others off the screen, as far as a cursor can go back."""
        gone, before = self.text[length:], self._column()
        self.text = self.text[:length]
        if not gone:
            return ""
        cells = width(gone)
        if (length > self._shown_from or not self._shown_from) and cells <= before < self.columns:
            return BACKSPACE * cells
        return self.again()

    def again(self) -> str:
        """The prompt on a new row, with the end of the line: its beginning has not changed."""
        self._shown_from = max(0, len(self.text) - self.columns // 3)
        return f"\n{self._shown()}"

    def _shown(self) -> str:
        """What stands on the screen of the prompt and the line, since the prompt was last shown."""
        return f"{self._prompt}{CUT if self._shown_from else ''}{self.text[self._shown_from :]}"

    def _column(self) -> int:
        """How many cells of the last row are filled; all of them, if the next letter will begin a row."""
        shown = self._shown()
        if shown.isascii():
            return (len(shown) - 1) % self.columns + 1 if shown else 0
        column = 0
        for char in shown:
            cells = width(char)
            column = column + cells if column + cells <= self.columns else cells
        return column


def width(text: str) -> int:
    """The cells that text takes, letter by letter: what a terminal without ligatures shows."""
    return len(text) if text.isascii() else sum(max(0, wcwidth(char)) for char in text)


def _without_last(text: str) -> int:
    """The length without the last letter; marks that stand on it, or join it to the one before, leave with it."""
    length = len(text)
    while length and wcwidth(text[length - 1]) <= 0:
        length -= 1
    length = max(0, length - 1)
    return len(text[:length].rstrip(_JOINER))


def _without_last_word(text: str) -> int:
    words = text.rsplit(maxsplit=1)
    return len(text.rstrip()) - len(words[-1]) if words else 0
