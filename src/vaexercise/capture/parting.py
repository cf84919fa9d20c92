"""Where a text is cut in two: before words of it, never within a word."""

from __future__ import annotations

import re


def parted(whole: str, words: str) -> tuple[str, str] | None:
    """The text before the first place where these words begin, and from there on; None if there is no such place.

    Capital letters make no difference. Scripts without capital letters may write words without spaces, so there
    any place will do.
    """
    for found in re.finditer(re.escape(words), whole, re.IGNORECASE) if words else ():
        before, after = whole[: found.start()], whole[found.start() :]
        inside = before[-1:].isalnum() and after[0].isalnum() and (before[-1].isascii() or _has_capitals(before[-1]))
        if before.strip() and not inside:
            return before.rstrip(" ,;"), after.strip()
    return None


def _has_capitals(letter: str) -> bool:
    return letter.lower() != letter.upper()
