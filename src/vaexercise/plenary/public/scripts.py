"""In which languages a text may be, as far as its letters tell: some scripts are written by few people in a room."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGES: Mapping[str, str] = {
    "ARABIC": "ar fa ur ps ku",
    "ARMENIAN": "hy",
    "BENGALI": "bn as",
    "CJK": "zh ja",
    "CYRILLIC": "ru uk bg sr mk be kk ky tg mn",
    "DEVANAGARI": "hi ne mr",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he yi",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAANA": "dv",
    "THAI": "th",
    "TIBETAN": "bo dz",
}
"""The languages that a script is written for, by the first word of its letters' names in Unicode."""
_LETTERS = 3
"""So many letters of a script are words in it, and no sign."""


class Script(NamedTuple):
    """A script, and the codes of the languages that are written in it."""

    name: str
    languages: frozenset[str]


def script_of(text: str) -> Script | None:
    """The script other than Latin that most of its letters are of, if there are enough of them to be words.

    Japanese is known by its own letters, whatever Chinese signs stand between them.
    """
    found = Counter(unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha())
    known = {name: number for name, number in found.items() if name in _LANGUAGES}
    kana = known.keys() & {"HIRAGANA", "KATAKANA"}
    if not kana and sum(known.values()) < _LETTERS:
        return None
    name = min(kana) if kana else max(known, key=lambda one: known[one])
    return Script(name.title().replace("Cjk", "Chinese"), frozenset(_LANGUAGES[name].split()))
