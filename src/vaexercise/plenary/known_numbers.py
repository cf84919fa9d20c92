"""All numbers that some sources say, and whether those of a sentence are among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.plenary.numbers import BARE, SAYS_NO_NUMBER, noun_of, value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from vaexercise.plenary.placings import Mentioned, Placing
    from vaexercise.plenary.shares import Verdict
    from vaexercise.plenary.sources import Pair, Source

_AMONG = re.compile(
    r"\b(?:of|among|between|in|from|all|parmi|entre|tous|tod[oa]s|все|из)(?:\s+(?:the|l[eo]s|os))?\s*\Z",
    re.IGNORECASE,
)
_THESE = re.compile(r"\b(?:the|these|our|les|l[oa]s|os|эти)\s*\Z", re.IGNORECASE)
_ASKED = re.compile(
    r"\s+(?:(?:were|was|have|had)\s+)?(?:answered|asked|heard|discussed|worked|met|took part)\b", re.IGNORECASE
)
_SMALL = 12
"""Up to here, a number in words that counts nothing known is only to be read again."""


class KnownNumbers:
    """All numbers of some sources, each apart and all together; of items, those of the ones `mentioned`."""

    def __init__(self, sources: Sequence[Source], items: Mentioned) -> None:
        self._items = items
        self._shares = {pair for source in sources for pair in source.pairs} | _together(sources)
        self._pairs = self._shares | {pair for item in items.whole for pair in item.pairs}
        self._counts: dict[str, set[str]] = {}
        for source in sources:
            self._add(source.counts)
        for item in items.whole:
            self._add(item.counts)
        if len(sources) > 1:
            groups = frozenset[str]().union(*(source.groups for source in sources))
            codes = frozenset[str]().union(*(source.codes for source in sources))
            self._add({"group": {str(len(groups))}, "point": {str(len(codes))}})
        self._answered = {str(source.answered) for source in sources if source.answered}
        in_words = (number for source in sources for words in source.words for number in BARE.findall(words))
        self._in_words = {value(number) for number in in_words}
        tables = (words for source in sources if source.items for words in source.words)
        self._in_tables = {value(number) for words in tables for number in BARE.findall(words)}
        self._scores = {item.score for source in sources for item in source.items}

    def _add(self, counts: Mapping[str, Collection[str]]) -> None:
        for noun, numbers in counts.items():
            self._counts.setdefault(noun, set()).update(numbers)

    @property
    def divided(self) -> bool:
        """Whether groups are divided on an item that is named."""
        return any(item.divided for _, item in self._items.at)

    def percent(self, found: re.Match[str]) -> Verdict:
        """Whether it is a part of something known in whole percent, or stands in words."""
        number = value(found[1])
        shares = {str(round(100 * int(a) / int(b))) for a, b in self._shares if a.isdecimal() and b.strip("0")}
        return "right" if number in shares | self._in_words else "wrong"

    def pair(self, found: re.Match[str]) -> Verdict:
        """Whether `2 of 3` is known."""
        return "right" if (value(found[1]), value(found[2])) in self._pairs else "wrong"

    def placing(self, placing: Placing) -> Verdict:
        """Whether the item beside it has that place; a tie that is told as no tie is read again."""
        if not self._items.whole:
            return "unsure"
        near = self._items.near(placing.start)
        having = [item for item in self._items.whole if item.rank == placing.rank]
        if not having or (near and len(self._items.at) == 1 and near not in having):
            return "wrong"
        told = near if near in having else having[0]
        if told.is_tied != placing.tied:
            return "wrong" if placing.tied else "unsure"
        return "unsure" if near and near not in having else "right"

    def count(self, found: re.Match[str]) -> Verdict:
        """Whether so many of that noun are known."""
        noun, number = noun_of(found), value(found[1])
        known = self._counts.get(noun, set())
        if number in known:
            return self._near(noun, number, found.start())
        if noun == "group" and number in self._answered:
            return _of_those_asked(found)
        if not known:
            return "right" if number in self._in_words or number in self._any else "wrong"
        if found[1].casefold() in SAYS_NO_NUMBER or number in self._in_tables - self._scores:
            return "unsure"
        return "wrong"

    def _near(self, noun: str, number: str, start: int) -> Verdict:
        """A score is that of the item named before it, else it is read again."""
        near = self._items.near(start)
        of_items = any(number in item.counts.get(noun, ()) for item in self._items.whole)
        return "right" if not (near and of_items) or number in near.counts.get(noun, ()) else "unsure"

    def bare(self, found: re.Match[str]) -> Verdict:
        """Whether the number is known of anything."""
        number = value(found[1])
        return "right" if number in self._any or number in self._in_words else "wrong"

    def nth(self, found: re.Match[str]) -> Verdict:
        """Whether the number of an ordinal is known of anything: what it orders, nobody can tell."""
        return "right" if self.bare(found) == "right" else "unsure"

    def spelt(self, found: re.Match[str]) -> Verdict:
        """Whether a number in words is known of anything. `One` may be no number, small ones seldom count."""
        if "dozen" in found[1].casefold():
            return "unsure"
        number = value(found[1])
        known = number in ("0", "1") or self.bare(found) == "right"
        return "right" if known else "unsure" if int(number) <= _SMALL else "wrong"

    @property
    def _any(self) -> set[str]:
        return {number for numbers in self._counts.values() for number in numbers} | {n for p in self._pairs for n in p}


def _of_those_asked(found: re.Match[str]) -> Verdict:
    """Of as many groups as were asked: among them is right, that they did something more has to be known."""
    if _AMONG.search(found.string, 0, found.start()):
        return "right"
    is_known = _THESE.search(found.string, 0, found.start()) or _ASKED.match(found.string, found.end())
    return "unsure" if is_known else "wrong"


def _together(sources: Sequence[Source]) -> set[Pair]:
    """All groups of several sources, out of as many as answered."""
    groups = frozenset[str]().union(*(source.groups for source in sources))
    return {(str(len(groups)), str(source.answered)) for source in sources if source.answered}
