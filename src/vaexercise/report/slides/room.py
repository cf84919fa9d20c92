"""How much room texts need on a screen, as a hundredth of its width. An estimate that is rather too large."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vaexercise.report.fitting import is_low, letter_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.report.slides.model import Entry

WIDTH, HEIGHT = 88.0, 45.0
"""The room for heading and text on a screen of 16 to 9; one of 4 to 3 is as wide, and higher."""
OVER = 3.6
"""Height of the line above the heading."""
SMALL = 2.0
"""Size of small letters."""
GAP = 1.8
"""Height between two entries, and between heading and text."""
LEADING, TALL = 1.3, 1.75
"""Height of a line in letters: of Latin, Greek and Cyrillic, and of scripts with marks above and below."""
_LETTER, _SPACE = 0.88, 0.3
"""Letters that are not bold are narrower than `fitting` takes them to be; the width of a space."""
_JOINERS = "\u200d\u17d2"


def height(text: str, size: float, width: float = WIDTH) -> float:
    """How high a text is in letters of this size; 0 if there is none."""
    return len(lines(text, width / size)) * size * leading(text) if text else 0.0


def leading(text: str) -> float:
    """The height of a line of this text in letters."""
    return LEADING if all(map(is_low, text)) else TALL


def lines(text: str, width: float) -> list[str]:
    """The text in lines of so many letters. Together they are the text; a longer word is broken."""
    found, used = [""], 0.0
    for word in _words(text, width):
        wide = sum(map(_wide, word.rstrip()))
        if found[-1].endswith("\n") or used + wide > width:
            found.append("")
            used = 0.0
        found[-1] += word
        used += sum(map(_wide, word))
    return found if found[0] else found[1:]


def _words(text: str, width: float) -> Iterator[str]:
    """Words with the spaces that follow; wider ones in pieces that part no letter from its marks."""
    for word in re.findall(r"\s+|\S+[^\S\n]*\n*", text):
        piece, used = "", 0.0
        for letter in word:
            wide = 0.0 if letter.isspace() else _wide(letter)
            if piece and used + wide > width and _may_part(piece[-1], letter):
                yield piece
                piece, used = "", 0.0
            piece, used = piece + letter, used + wide
        yield piece


def _wide(letter: str) -> float:
    return _SPACE if letter.isspace() else letter_width(letter) * _LETTER


def _may_part(before: str, after: str) -> bool:
    return unicodedata.category(after) not in {"Mn", "Mc", "Me", "Cf", "Sk"} and before not in _JOINERS


def cut(text: str, size: float, room: float) -> list[str]:
    """The text in pieces that are each as high as the room at most."""
    many = max(int(room / (size * leading(text))), 1)
    whole = lines(text, WIDTH / size)
    return ["".join(whole[start : start + many]).strip() for start in range(0, len(whole), many)]


def beneath(entry: Entry) -> str:
    """What stands in small letters below an entry."""
    return " · ".join(filter(None, [entry.code, entry.beside, *(f"{label}: {value}" for label, value in entry.facts)]))


def entry_height(entry: Entry, size: float, width: float = WIDTH) -> float:
    """The height of an entry, with the gap below it."""
    star = SMALL * LEADING if entry.star else 0.0
    return star + height(entry.text, size, width) + height(beneath(entry), SMALL, width) + GAP
