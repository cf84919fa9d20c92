"""Numbers in a sentence, held against those of its sources: `2 of 3 groups`, `5 points`, and any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.plenary.quotes import without_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.plenary.sources import Source

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VALUES = {word: str(number) for number, word in enumerate(_WORDS)}
_NUMBER = rf"(?<![\w.,#-])(\d+(?:[.,]\d+)*|{'|'.join(_VALUES)})(?![\w-])"
_NOUNS = {
    "group": "groups?",
    "point": "(?:Borda )?points?",
    "theme": "themes?",
    "action": "actions?",
    "person": "people|persons?|voters?|participants?",
    "vote": "votes?|ballots?",
    "dot": "dots?",
}
_NOUN = "|".join(f"(?P<{name}>{words})" for name, words in _NOUNS.items())
_OUT_OF = re.compile(
    rf"{_NUMBER}\s*(?:of|out of|/)\s*(?:the |all )?{_NUMBER}(?:\s+(?:working )?(?:{_NOUN}))?", re.IGNORECASE
)
_COUNTED = re.compile(rf"{_NUMBER}\s+(?:working )?(?:{_NOUN})\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w.,#-])(\d+(?:[.,]\d+)*)(?![\w-])")
_GROUPED = re.compile(r"[.,](?=\d{3}(?:\D|$))")


def wrong_figures(text: str, sources: Sequence[Source]) -> list[str]:
    """The numbers of a text, as they stand there, that its sources do not say. What is quoted is left to the quotes.

    `2 of 3` has to be a number and its whole; a number before a noun such as `points` has to be one of these. Any
    other has to be some number of the sources, or stand in their words.
    """
    known = _Known(sources)
    rest, wrong = without_quotes(text), list[str]()
    for pattern, holds in ((_OUT_OF, known.pair), (_COUNTED, known.count), (_BARE, known.bare)):
        wrong += [found.group().strip() for found in pattern.finditer(rest) if not holds(found)]
        rest = pattern.sub(" ", rest)
    return wrong


class _Known:
    """All numbers of some sources, each apart and all together."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._pairs = {pair for source in sources for pair in source.pairs} | set(_together(sources))
        self._counts: dict[str, set[str]] = {}
        for source in sources:
            for noun, numbers in source.counts.items():
                self._counts.setdefault(noun, set()).update(numbers)
        if len(sources) > 1:
            groups = frozenset[str]().union(*(source.groups for source in sources))
            codes = frozenset[str]().union(*(source.codes for source in sources))
            self._counts.setdefault("group", set()).add(str(len(groups)))
            self._counts.setdefault("point", set()).add(str(len(codes)))
        in_words = (number for source in sources for words in source.words for number in _BARE.findall(words))
        self._in_words = {_plain(number) for number in in_words}

    def pair(self, found: re.Match[str]) -> bool:
        """Whether `2 of 3` is known."""
        return (_plain(found[1]), _plain(found[2])) in self._pairs

    def count(self, found: re.Match[str]) -> bool:
        """Whether so many of that noun are known."""
        noun = next(name for name, words in found.groupdict().items() if words)
        known, number = self._counts.get(noun, set()), _plain(found[1])
        return number in known or (not known and (number in self._in_words or number in self._any))

    def bare(self, found: re.Match[str]) -> bool:
        """Whether the number is known of anything."""
        number = _plain(found[1])
        return number in self._any or number in self._in_words

    @property
    def _any(self) -> set[str]:
        return {number for numbers in self._counts.values() for number in numbers} | {n for p in self._pairs for n in p}


def _together(sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """All groups of several sources, out of as many as answered."""
    groups = frozenset[str]().union(*(source.groups for source in sources))
    yield from ((str(len(groups)), str(source.answered)) for source in sources if source.answered)


def _plain(number: str) -> str:
    """A number as digits: words are known to twelve, digits of any script are read, thousands are not set apart."""
    word = number.casefold()
    if word in _VALUES:
        return _VALUES[word]
    return "".join(str(int(c)) if c.isdecimal() else "." for c in _GROUPED.sub("", number))
