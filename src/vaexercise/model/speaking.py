"""How long words take to say."""

from __future__ import annotations

import re
import unicodedata

_IDEOGRAMS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df]")
"""Thai, Lao, Burmese, Khmer, Tai Le."""

_PER_WORD = ((_IDEOGRAMS, 2), (_UNSPACED, 4))
"""Letters that are taken as one word: about what text in these scripts has for each word of an English translation."""


def word_count(text: str) -> int:
    """How many words there are to say.

    Words stand between spaces. Scripts that write none are counted by their letters, signs above and below them
    apart: two of Chinese and Japanese, four of Thai, Lao, Burmese and Khmer are taken as one word.
    """
    words = 0
    for script, size in _PER_WORD:
        letters = sum(unicodedata.category(sign)[0] != "M" for sign in script.findall(text))
        words += -(-letters // size)
        text = script.sub(" ", text)
    return words + sum(any(map(str.isalnum, piece)) for piece in text.split())


def duration(seconds: float) -> str:
    """A time as people say it, to the half minute: `about half a minute`, `about 2½ minutes`."""
    halves = round(seconds / 30)
    if halves == 0:
        return "a few seconds"
    if halves == 1:
        return "about half a minute"
    minutes = f"{halves // 2}{'½' if halves % 2 else ''}"
    return f"about {minutes} minute{'' if minutes == '1' else 's'}"
