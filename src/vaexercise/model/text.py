"""Text that people wrote: cleaned once on the way in, in one language or several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Text = str | Mapping[str, str]
"""One string, or a map from language code to string."""

_ESCAPES = re.compile(r"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)?|\[[0-?]*[ -/]*[@-~]?|[@-Z\\^_]?)")
_BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
_INVISIBLE = "\ufeff\u2060\u00ad"
UNSEEN = _BIDI_OVERRIDES + _INVISIBLE
"""Characters that nobody sees and that only do harm: they are left out of all text."""

_DROPPED = dict.fromkeys(map(ord, UNSEEN))
_SPACES = re.compile(r"[ \t\u00a0]+")


def clean_line(raw: str) -> str:
    """One line of text as it is kept: NFC, no control characters, no direction overrides, no outer spaces.

    Escape sequences go as a whole, line ends and tabs become spaces. Joiners and direction
    isolates stay: Persian, Khmer and emoji need the first, mixed-direction text the second.
    """
    if raw.isascii() and raw.isprintable():
        return _SPACES.sub(" ", raw).strip()
    text = _ESCAPES.sub("", raw)
    text = "".join(" " if _breaks(c) else c for c in text if _kept(c))
    text = unicodedata.normalize("NFC", text.translate(_DROPPED))
    return _SPACES.sub(" ", text).strip()


def clean_text(raw: str) -> str:
    """Text of several lines, each cleaned as by `clean_line`; empty lines at both ends go."""
    return "\n".join(map(clean_line, re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", raw))).strip("\n")


def _breaks(char: str) -> bool:
    return char in "\t\n\r\x0b\x0c\x85\u2028\u2029"


def _kept(char: str) -> bool:
    return _breaks(char) or unicodedata.category(char) not in {"Cc", "Cs"}


def in_language(text: Text, language: str, fallback: str = "en") -> str:
    """The text in `language`, else in `fallback`, else in the first language it has."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get(fallback) or next(iter(text.values()), "")


def direction(text: str) -> str:
    """`rtl` if the first strong letter runs from right to left, else `ltr`."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest known word, or the empty string."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else ""


def shortened(text: str, most: int = 60) -> str:
    """The text, or its beginning and a sign that there is more."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 point`, `3 points`, `2 people`."""
    return f"{number} {one if number == 1 else several or one + 's'}"
