"""How wide text is before it is set: where a long word may be broken, and how much each column of a table gets."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.report.typesetting.faces import widths

if TYPE_CHECKING:
    from collections.abc import Sequence

BREAK = "\u200b"
"""Where a line may end within a word."""

BOLD = 1.06
"""How much wider bold letters are."""
WORD = 9.0
"""So many ems a word in a table may be long before it is broken."""
LINE = 26.0
"""A column of running text wants no more ems than this."""
UNKNOWN = 0.6
WIDEST = 2.0
"""No letter is wider than so many ems."""

_WORDS = re.compile(r"[^\s\u200b\u1780-\u17ff]+")
"""Runs of characters that stay together by themselves; Khmer is broken between its words by the typesetter."""


class Column(NamedTuple):
    """What a column needs at least and would like to have, in ems; whether it `grows` when there is more."""

    least: float
    wished: float
    grows: bool = True


def width(text: str) -> float:
    """How long a text is in one line, in ems; joined letters are taken as wide as single ones."""
    known = widths()
    return sum(known.get(ord(char), UNKNOWN if char > BREAK else 0.0) for char in text)


def breakable(text: str, room: float) -> str:
    """The text with places to break in each word that is longer than `room` ems."""
    if len(text) < room / WIDEST:
        return text
    return _WORDS.sub(lambda word: _broken(word[0], room), text)


def _broken(word: str, room: float) -> str:
    if len(word) < room / WIDEST or width(word) <= room:
        return word
    parts, used = [""], 0.0
    for char in word:
        wide = width(char)
        if used + wide > room and not unicodedata.category(char).startswith("M"):
            parts.append("")
            used = 0.0
        parts[-1] += char
        used += wide
    return BREAK.join(filter(None, parts))


def column(cells: Sequence[str], *, grows: bool = True) -> Column:
    """What a column of these cells needs; the first of them is its bold head."""
    sizes = [(_longest(cell), max(map(width, cell.split("\n")))) for cell in cells]
    bold = [(BOLD * word, BOLD * line) for word, line in sizes[:1]]
    least, wished = (max(both) for both in zip(*bold, *sizes[1:], strict=True))
    return Column(min(least, WORD), min(max(wished, min(least, WORD)), LINE), grows)


def _longest(text: str) -> float:
    return max((width(word) for word in _WORDS.findall(text)), default=0.0)


def shared(columns: Sequence[Column], room: float) -> list[float] | None:
    """How many ems each column gets of the `room`, all of it; none if the words do not fit."""
    least, wished = sum(c.least for c in columns), sum(c.wished for c in columns)
    if least > room:
        return None
    if wished > room:
        share = (room - least) / (wished - least)
        return [c.least + share * (c.wished - c.least) for c in columns]
    growing = sum(c.wished for c in columns if c.grows)
    return [c.wished + (room - wished) * c.wished / growing if c.grows else c.wished for c in columns]
