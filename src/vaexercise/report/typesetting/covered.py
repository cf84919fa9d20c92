"""No text can stop a PDF: what none of the fonts has is named in brackets instead, and can be told of."""

from __future__ import annotations

import unicodedata

from vaexercise.model.text import UNSEEN
from vaexercise.report.typesetting.faces import widths

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
"""Joiners, marks and isolates of direction: no font needs to have them."""

_UNPRINTED = {"Cc", "Cf", "Cs"}
_SELECTORS = [range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810), range(0x34F, 0x350)]
"""Choose between forms of the character before them."""


class Covered(dict[int, int | str]):
    """A table for `str.translate`; it remembers in `named` which characters it had to name."""

    def __init__(self) -> None:
        super().__init__({char: char for char in widths()})
        self.update({ord(char): char for char in "\n" + INVISIBLE})
        self.update({ord(char): "" for char in UNSEEN})
        self[ord("\t")] = " "
        self.named: list[str] = []

    def __missing__(self, char: int) -> str:
        """What stands for a character that no font has; nothing if it would not be seen anyway."""
        unseen = unicodedata.category(chr(char)) in _UNPRINTED or any(char in some for some in _SELECTORS)
        shown = "" if unseen else f"[{unicodedata.name(chr(char), f'U+{char:04X}')}]"
        if shown:
            self.named.append(shown)
        self[char] = shown
        return shown
