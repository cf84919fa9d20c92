"""Finds words in text in any script, however they are written, bent or joined to small words."""

# ruff: noqa: RUF001  letters of several scripts
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.plenary.tokens import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_JOINERS = "\u200c\u200d"
_SAME = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None, "ё": "е"} | dict.fromkeys(_JOINERS))
_JOINED = "و ف ب ك ل ال وال فال بال كال لل ولل وب ول"
_BEFORE_ARABIC = frozenset(_JOINED.split())
"""Small words that Arabic writes together with the word that they belong to."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_LONG, _BENT, _LITTLE = 5, 3, 2
"""From so many letters a word is also found with up to so many more at its end (Sokolova, Sokolovas, Sokolovaya);
a shorter one with fewer, and in Latin letters with one.
"""


class Token(NamedTuple):
    """A word of a text: as it is compared, as it stands, and where."""

    folded: str
    word: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or its script has none."""
        return self.word[0].isupper() or not self.word[0].islower()


def tokens(text: str) -> list[Token]:
    """The words of a text: runs of letters, marks and numbers."""
    found, start = list[Token](), -1
    for place, char in enumerate(f"{text}\n"):
        inside = unicodedata.category(char)[0] in "LMN" or (char in _JOINERS and start >= 0)
        if inside and start < 0:
            start = place
        elif not inside and start >= 0:
            word = text[start:place]
            found.append(Token(folded(word), word, start, place))
            start = -1
    return found


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word without case and accents, for comparing; letters that are often taken for each other alike."""
    flat = unicodedata.normalize("NFKD", word).casefold().translate(_SAME)
    bare = "".join(char for char in flat if not unicodedata.combining(char))
    return bare.translate(_SAME) or flat


def is_form_of(token: str, wanted: str) -> bool:
    """Whether a word is that which is wanted, or a form of it with another end, or with a small word before it."""
    if token == wanted:
        return True
    if _ARABIC.search(wanted) and token.endswith(wanted) and token[: -len(wanted)] in _BEFORE_ARABIC:
        return True
    if len(wanted) < _LONG - 1:
        return False
    if len(wanted) < _LONG:
        return token.startswith(wanted) and len(token) - len(wanted) <= (1 if wanted.isascii() else _LITTLE)
    stem = wanted[:-1] if wanted[-1] in "aeouаяьйеио" else wanted
    return token.startswith(stem) and len(token) - len(wanted) <= _BENT


def sequences(found: Sequence[Token], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where these words stand one after the other, as places in `found`; the last may have another end."""
    for start in range(len(found) - len(wanted) + 1):
        if all(is_form_of(found[start + n].folded, word) for n, word in enumerate(wanted)):
            yield start, start + len(wanted)


def inside(text: str, wanted: str) -> bool:
    """Whether a word of a script without spaces stands anywhere in a text."""
    return is_unspaced(wanted) and folded(wanted) in folded(text)


def phrases(text: str, found: Sequence[Token], places: Iterable[int]) -> Iterator[str]:
    """The parts of a text that these words make up, those beside each other together."""
    run: list[int] = []
    for place in [*sorted(set(places)), None]:
        if run and place != run[-1] + 1:
            yield text[found[run[0]].start : found[run[-1]].end]
            run = []
        if place is not None:
            run.append(place)
