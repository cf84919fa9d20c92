"""Items that came first, second … in a vote: which of them a sentence tells of, and what it may say of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.plenary.sources import Item

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RANKS = {word: rank for rank, word in enumerate(_ORDINALS, start=1)}
NTH = re.compile(r"(?<![\w.,#-])(\d+)(?:st|nd|rd|th|er|re|ère|e|ème|º|ª)(?![\w-])", re.IGNORECASE)
"""An ordinal in digits: `3rd`, `2e`."""
_RANK = rf"(?:{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))"
_TIED = r"(?:(?P<{0}>shared|joint|tied|equal)\s+)?"
_NAMED = _TIED.format("tied") + rf"(?P<rank>{_RANK})\s+(?:place|position|rank|priority)"
_CAME = rf"(?:came|comes|come|finished|ranked|ranks|placed)\s+(?:in\s+)?{_TIED.format('tied_too')}(?P<came>{_RANK})"
_PLACE = re.compile(rf"\b(?:{_NAMED}|{_CAME})\b", re.IGNORECASE)
_ALIKE = dict.fromkeys((0x2018, 0x2019, 0x02BC), "'")
"""Apostrophes, however they are written."""


class Placing(NamedTuple):
    """A place that a sentence names: the words, where they stand, the rank, and whether they say that it is shared."""

    words: str
    start: int
    end: int
    rank: int
    tied: bool


def placings(text: str) -> Iterator[Placing]:
    """All places that a text names, such as `a shared first place`, `came 2nd`."""
    for found in _PLACE.finditer(text):
        word = (found["rank"] or found["came"]).casefold()
        rank = _RANKS.get(word) or int(re.sub(r"\D", "", word))
        yield Placing(found[0], found.start(), found.end(), rank, bool(found["tied"] or found["tied_too"]))


class Mentioned(NamedTuple):
    """Where a text names items, each with its place in the text; `whole` are all that it may be about."""

    at: tuple[tuple[int, Item], ...]
    whole: tuple[Item, ...]

    def near(self, place: int) -> Item | None:
        """The item named last before a place in the text, else the first after it; None where none is named."""
        before = [item for start, item in self.at if start <= place]
        return before[-1] if before else self.at[0][1] if self.at else None


def mentioned(text: str, items: Sequence[Item], about: str = "") -> Mentioned:
    """The items whose titles stand in a text; if none does, the one that it is `about`, else any may be meant."""
    found: dict[int, Item] = {}
    rest = text.translate(_ALIKE)
    for item in sorted(items, key=lambda one: -len(one.title)):
        for one in list(_titled(item.title).finditer(rest)) if item.title.strip() else ():
            found[one.start()] = item
            rest = f"{rest[: one.start()]}{' ' * len(one[0])}{rest[one.end() :]}"
    at = tuple(sorted(found.items()))
    meant = [item for item in items if item.title == about]
    if not at and meant:
        at = ((0, meant[0]),)
    return Mentioned(at, _once(item for _, item in at) or tuple(items))


def _titled(title: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, title.translate(_ALIKE).split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _once(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))
