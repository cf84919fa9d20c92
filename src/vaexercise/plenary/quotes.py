"""Quotes in a sentence, held against the words of its sources: verbatim, or marked as `[edited]`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EDITED = "[edited]"
"""Stands right after a quote that is not word for word."""

_QUOTE = re.compile(r"“([^“”]*)”|„([^„“]*)“|«([^«»]*)»|\"([^\"]*)\"")
_OPENED = re.compile(r"(?<!\w)(?:\u2018(?=\S)|'(?=\w))")
_CLOSED = re.compile(r"(?<=\S)[’'](?!\w)")
_FEWEST_WORDS = 3
"""What stands in single marks is a quote from so many words on: of fewer, they may be apostrophes."""
_LEFT_OUT = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
_ENDS = " .,;:!?"
_ALIKE = {**dict.fromkeys((0x2018, 0x2019, 0x02BC), "'"), **dict.fromkeys((0x2013, 0x2014), "-")}
"""Apostrophes and dashes, however they are written."""


def without_quotes(text: str) -> str:
    """The text with spaces in place of what is quoted in it, so that the rest stands where it stood."""
    rest = _QUOTE.sub(_blank, text)
    for start, ends in _in_single_marks(rest):
        rest = f"{rest[:start]}{' ' * (ends[0] - start)}{rest[ends[0] :]}"
    return rest


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _in_single_marks(rest: str) -> Iterator[tuple[int, list[int]]]:
    """Where quotes in single marks begin, and all places where each may end: a mark may be an apostrophe, too."""
    after = 0
    for opened in _OPENED.finditer(rest):
        if opened.start() < after:
            continue
        following = _OPENED.search(rest, opened.end())
        until = following.start() if following else len(rest)
        closed = (found.end() for found in _CLOSED.finditer(rest, opened.end(), until))
        if ends := [end for end in closed if len(rest[opened.end() : end - 1].split()) >= _FEWEST_WORDS]:
            after = ends[0]
            yield opened.start(), ends


def wrong_quotes(text: str, words: Iterable[str]) -> list[str]:
    """The quotes of a text that are in none of these `words`, and are not marked.

    Capitals, and how spaces, apostrophes and dashes are written, do not matter; `…` stands for what is left out.
    """
    sources = list(map(_plain, words))
    return [
        either[0] for either in _unmarked(text) if not any(_is_in(one, source) for one in either for source in sources)
    ]


def _unmarked(text: str) -> Iterator[list[str]]:
    """Each quote that is not marked; one in single marks in all the lengths that it may have."""
    for found in _QUOTE.finditer(text):
        quote = next(words for words in found.groups() if words is not None)
        if quote.strip(_ENDS) and not _is_marked(text, found.end()):
            yield [quote]
    rest = _QUOTE.sub(_blank, text)
    for start, ends in _in_single_marks(rest):
        if not any(_is_marked(text, end) for end in ends):
            yield [text[start + 1 : end - 1] for end in ends]


def _is_marked(text: str, end: int) -> bool:
    return text[end:].lstrip().casefold().startswith(EDITED)


def is_said(words: str, source: str) -> bool:
    """Whether words stand in a source as they are, however capitals and spaces are written."""
    return _stands_at(_plain(words), _plain(source), 0) >= 0


def _plain(text: str) -> str:
    words = unicodedata.normalize("NFC", text).translate(_ALIKE).casefold().split()
    return " ".join(words)


def _is_in(quote: str, source: str) -> bool:
    """Whether all parts of a quote stand in a source, in their order; if nothing is left out, as one."""
    if _stands_at(_plain(quote).strip(_ENDS), source, 0) >= 0:
        return True
    place = 0
    for part in filter(None, (_plain(part).strip(_ENDS) for part in _LEFT_OUT.split(quote))):
        place = _stands_at(part, source, place)
        if place < 0:
            return False
    return True


def _stands_at(part: str, source: str, place: int) -> int:
    """Where a part ends in a source at or after a place, as whole words; -1 if it does not stand there."""
    start = source.find(part, place)
    while start >= 0:
        end = start + len(part)
        if not (_joins(source[start - 1 : start], part[:1]) or _joins(part[-1:], source[end : end + 1])):
            return end
        start = source.find(part, start + 1)
    return -1


def _joins(before: str, after: str) -> bool:
    """Whether two neighbours belong to one word, as far as one can tell: scripts without spaces do not say."""
    return bool(before and after) and _is_of_words(before) and _is_of_words(after)


def _is_of_words(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "DIGIT", "CYRILLIC"))
