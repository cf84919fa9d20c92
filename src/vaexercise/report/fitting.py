"""How large letters may be so that a text fills a box: for formats that cannot measure them."""

from __future__ import annotations

import unicodedata

SIZES = (170, 140, 120, 104, 90, 80, 70, 62, 54, 48, 42, 36, 32, 28, 24, 21, 18, 16, 14, 12, 11, 10, 9, 8, 7)
"""Sizes of letters, in points."""
MM = 72 / 25.4
"""Points in a millimetre."""
LEADING, TALL = 1.25, 1.7
"""Height of a line in letters: of Latin, Greek and Cyrillic, and of scripts with marks above and below."""
LETTER, BROAD, SQUARE = 0.62, 0.8, 1.05
"""Width of a bold letter as a part of its size: European and Arabic ones, those of most other scripts, Chinese."""


def fitting(text: str, width: float, height: float, most: float) -> int:
    """The largest size up to `most` at which the text fits a box in points; the smallest if none does."""
    words = [_width(word) for word in text.split()]
    leading = LEADING if all(map(is_low, text)) else TALL
    for size in SIZES:
        if size <= most and max(words, default=0) * size <= width:
            lines = _lines(words, width / size)
            if lines * size * leading <= height:
                return size
    return SIZES[-1]


def _lines(words: list[float], width: float) -> int:
    """How many lines words of these widths need."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + LETTER / 2 + word > width:
            lines, used = lines + 1, 0.0
        used += word + (LETTER / 2 if used else 0)
    return lines


def _width(word: str) -> float:
    return sum(map(letter_width, word))


def letter_width(char: str) -> float:
    """How wide a letter is as a part of its size."""
    kind = unicodedata.category(char)
    if kind in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return SQUARE
    return BROAD if kind in {"Lo", "Mc"} and unicodedata.bidirectional(char) != "AL" else LETTER


def is_low(char: str) -> bool:
    """Whether lines of this letter can stand close together."""
    return unicodedata.category(char) not in {"Lo", "Mc", "Mn"}
