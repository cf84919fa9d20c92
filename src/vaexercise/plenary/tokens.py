r"""Text to words and beginnings of words, in any script: what the matcher compares.

A word is a run of letters, marks and numbers (Unicode categories L, M and N), after NFKC and in small letters.
The usual `\w` would cut Khmer at every vowel sign, because it leaves the marks out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vaexercise.plenary.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

PREFIX = 5
"""Letters of a word that count: `monitoring`, `monitored` and `monitors` all begin with `monit`."""

NGRAMS = (3, 4, 5)
"""Lengths of the runs of characters that count."""

_SPACE = ord(" ")
_BREAKS = {0x200B}
"""Invisible, and yet the end of a word: how Khmer and Thai writers help programs along."""

_TATWEEL = 0x640
_VOWELS_OF_ARABIC = (*range(0x64B, 0x653), 0x670)
_OPTIONAL = frozenset({_TATWEEL, *_VOWELS_OF_ARABIC})
"""Letters drawn out, and vowel marks that most Arabic writers leave away: a word is the same without them."""


class _Letters(dict[int, int | None]):
    """What each character becomes: itself, a space, or nothing. Looked up once for each character."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = _kept(code)
        return kept


def _kept(code: int) -> int | None:
    kind = unicodedata.category(chr(code))
    if code in _OPTIONAL or (kind == "Cf" and code not in _BREAKS):
        return None
    return code if kind[0] in "LMN" else _SPACE


_LETTERS = _Letters()
_UNSPACED = re.compile(
    "[\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Burmese
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u3040-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # Chinese
)
"""Letters of scripts that put no space between words."""


def normalised(text: str) -> str:
    """The words of a text, in small letters, a space apart. Of a text without any letter, its characters."""
    flat = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    return " ".join(flat.translate(_LETTERS).split()) or "".join(flat.split())


def words(text: str) -> list[str]:
    """The words of a text, in its order."""
    return normalised(text).split()


def is_unspaced(text: str) -> bool:
    """Whether at least half of the characters are of a script without spaces, so that nobody knows its words."""
    return bool(text) and 2 * len(_UNSPACED.findall(text)) >= len(text.replace(" ", ""))


def meaningful(found: Sequence[str]) -> list[str]:
    """Words without the small words of all languages; all of them if nothing else would be left."""
    return [word for word in found if word not in STOP_WORDS] or list(found)


def stem(word: str) -> str:
    """The beginning of a word that stands for all its forms."""
    return word[:PREFIX]


def ngrams(word: str) -> list[str]:
    """Runs of 3 to 5 characters of a word with a space on both sides, which marks its ends."""
    ends = f" {word} "
    return [ends[at : at + size] for size in NGRAMS for at in range(len(ends) - size + 1)]
