"""What a group reports in plenary, as a card; in which order groups report; and what was already said before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.groups import group_name, names
from vaexercise.model.speaking import duration
from vaexercise.model.text import counted
from vaexercise.plenary.ranking import confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.theme import Sorting, Theme
    from vaexercise.plenary.similarity import Matcher

_SURE = ("near-identical", "likely")
"""How sure one has to be to say in plenary that something was said before."""


@dataclass(frozen=True)
class Repeated:
    """A point that a group reported before, and in words how it is the same.

    `decided` is whether people put the two into one theme; else it is a suggestion.
    """

    code: str
    group: str
    words: str
    decided: bool = False

    def __str__(self) -> str:
        return f"by {group_name(self.group)}, {self.words}"


@dataclass(frozen=True)
class Said:
    """A comment of a group on a point."""

    group: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something to report: its words in their language, and beside them a translation and how the group stands.

    `already` is what groups before said that may be the same; nothing is hidden for it.
    """

    code: str
    text: str
    language: str = ""
    beside: str = ""
    already: tuple[Repeated, ...] = ()
    comments: tuple[Said, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Card:
    """What one group reports; a `group` that is `?` is all of them, unnamed. `reporters` are names.

    `allowed` and `discussion` are minutes, 0 if nobody said. `more` counts actions that are not on the card,
    `withheld` what is private. `left_open` are sentences; `others` are points that are not on the card and have
    comments. `seconds` is how long all of it takes to say at `pace`, in words a minute.
    """

    group: str
    reporters: tuple[str, ...] = ()
    headlines: tuple[Item, ...] = ()
    actions: tuple[Item, ...] = ()
    more: int = 0
    withheld: int = 0
    left_open: tuple[str, ...] = ()
    others: tuple[Item, ...] = ()
    words: int = 0
    seconds: int = 0
    pace: int = 110
    allowed: int = 0
    discussion: int = 0

    @property
    def time(self) -> str:
        """How long it takes to say, and how long the group has."""
        if not self.words:
            return f"the group has {counted(self.allowed, 'minute')}" if self.allowed else "not said"
        said = f"{duration(self.seconds)} at {self.pace} words a minute ({counted(self.words, 'word')})"
        if self.allowed and self.seconds > self.allowed * 60:
            return f"{said}; the group has only {counted(self.allowed, 'minute')}: leave something out"
        return f"{said}; the group has {counted(self.allowed, 'minute')}" if self.allowed else said


@dataclass(frozen=True, kw_only=True)
class Cards:
    """All cards in the order in which groups report; `order` says why that is so, `time` how long all takes."""

    cards: tuple[Card, ...]
    order: str
    time: str


def turns(groups: Sequence[str], place: int) -> tuple[str, ...]:
    """The groups, beginning with another one at each place: 0 for the first session or question."""
    first = place % len(groups) if groups else 0
    return (*groups[first:], *groups[:first])


def order_in_words(order: Sequence[str], plan: Literal["rotate", "fixed"], *, by_question: bool) -> str:
    """Who reports when, and why in that order."""
    if len(order) < 2:  # noqa: PLR2004  one group has no order
        return names(order)
    if plan == "fixed":
        return f"{names(order)}: the same order every time."
    next_time = "question" if by_question else "session"
    return f"{names(order)}. It rotates: at the next {next_time} {group_name(order[1])} begins."


def time_in_words(groups: int, each: int, discussion: int) -> str:
    """How long the groups report and all discuss."""
    said = [f"{counted(groups, 'group')}, {counted(each, 'minute')} each"] if groups and each else []
    said += [f"{counted(discussion, 'minute')} of discussion"] if discussion else []
    whole = groups * each + discussion
    return f"{', then '.join(said)}: {counted(whole, 'minute')} in all." if whole else ""


class Before:
    """What was reported to one question so far, in plenary's order.

    `matcher` knows its points by their codes; `sorting` is what people put together, by the points' ids. What
    people decided counts: of two points that both are sorted, the matcher is not asked.
    """

    def __init__(self, matcher: Matcher, sorting: Sorting) -> None:
        self._matcher, self._sorting = matcher, sorting
        self._ids = {point.code: point.id for point in sorting.points}
        self._left = set(sorting.left)
        self._reported: list[tuple[str, str]] = []

    def already(self, group: str, code: str) -> tuple[Repeated, ...]:
        """What groups before said that may be the same: of each group the nearest, or all in the same theme."""
        found: list[Repeated] = []
        for other in dict.fromkeys(by for by, _ in self._reported if by != group):
            codes = [said for by, said in self._reported if by == other]
            found += self._in_themes(other, code, codes) or self._likely(other, code, codes)
        return tuple(found)

    def report(self, group: str, code: str) -> None:
        """Take it that a group has reported a point."""
        self._reported.append((group, code))

    def _in_themes(self, group: str, code: str, codes: Sequence[str]) -> list[Repeated]:
        return [
            Repeated(other, group, self._together(theme, code, other), decided=True)
            for theme in self._themes(code)
            for other in codes
            if self._ids.get(other) in theme.points
        ]

    def _themes(self, code: str) -> Iterator[Theme]:
        return (theme for theme in self._sorting.themes if self._ids.get(code) in theme.points)

    def _together(self, theme: Theme, code: str, other: str) -> str:
        against = [self._ids[each] in theme.opposes for each in (code, other)]
        contrary = "; but one of the two says the contrary" if against[0] != against[1] else ""
        return f"in the theme “{theme.title}” with {other}{contrary}"

    def _likely(self, group: str, code: str, codes: Sequence[str]) -> list[Repeated]:
        open_ones = [each for each in codes if not self._settled(code, each) and self._known(code, each)]
        if not open_ones:
            return []
        nearest = max(open_ones, key=lambda each: self._matcher.score(code, each))
        word = confidence(self._matcher.score(code, nearest))
        return [Repeated(nearest, group, self._words(word, code, nearest))] if word in _SURE else []

    def _settled(self, code: str, other: str) -> bool:
        """Whether people sorted both."""
        return all(self._ids.get(each, "") not in {*self._left, ""} for each in (code, other))

    def _known(self, code: str, other: str) -> bool:
        return code in self._matcher.ids and other in self._matcher.ids

    def _words(self, word: str, code: str, other: str) -> str:
        same = f"near-identical to {other}" if word == _SURE[0] else f"likely the same as {other}"
        shared = f" ({', '.join(found)})" if (found := self._matcher.reason(code, other)) else ""
        denies = "; but one of the two denies something" if self._matcher.differs_in_negation(code, other) else ""
        return f"{same}{shared}{denies}"
