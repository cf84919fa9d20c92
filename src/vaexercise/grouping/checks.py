"""What rules ask of one group by itself, and who would have to come or go before it is less wrong."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.fair import pairs
from vaexercise.grouping.rules.base import Term
from vaexercise.grouping.rules.language import Spoken
from vaexercise.grouping.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vaexercise.grouping.rules.base import Asked

People = frozenset[int]
"""Places in the roster."""


@dataclass(frozen=True, kw_only=True)
class Check(ABC):
    """One thing that a rule of this weight asks of each group."""

    weight: int

    @abstractmethod
    def faults(self, group: int, people: People) -> int:
        """What is wrong if these people sit in this group, from 0."""

    @abstractmethod
    def ways(self, group: int, people: People) -> tuple[People, People]:
        """Of whom at least one must leave, or (of those elsewhere) one come, before less is wrong."""


@dataclass(frozen=True, kw_only=True)
class Counted(Check):
    """How many of a set sit in the group; `sized` where it also matters how large the group is."""

    term: Term
    people: People
    everybody: People
    sized: bool

    def faults(self, group: int, people: People) -> int:  # noqa: ARG002
        """As the term counts them."""
        return self.term.faults(len(self.people & people), len(people))

    def ways(self, group: int, people: People) -> tuple[People, People]:  # noqa: ARG002
        """Those of the set, in the direction that can help; anybody where the size matters."""
        if self.sized:
            return people, self.everybody - people
        here, size = self.people & people, len(people)
        now = self.term.faults(len(here), size)
        fewer = any(self.term.faults(count, size) < now for count in range(len(here)))
        more = any(self.term.faults(count, size) < now for count in range(len(here) + 1, len(self.people) + 1))
        return here if fewer else frozenset(), self.people - people if more else frozenset()


@dataclass(frozen=True, kw_only=True)
class Open(Check):
    """People who may sit in some groups only."""

    people: People
    groups: frozenset[int]

    def faults(self, group: int, people: People) -> int:
        """Those for whom this group is not open."""
        return 0 if group in self.groups else len(self.people & people)

    def ways(self, group: int, people: People) -> tuple[People, People]:  # noqa: ARG002
        """They must leave."""
        return self.people & people, frozenset()


@dataclass(frozen=True, kw_only=True)
class Wish(Check):
    """People who would each sit in a group of their own choice: place and group."""

    seats: dict[int, int]

    def faults(self, group: int, people: People) -> int:
        """Those who sit here and would sit elsewhere."""
        return sum(self.seats[person] != group for person in people & self.seats.keys())

    def ways(self, group: int, people: People) -> tuple[People, People]:  # noqa: ARG002
        """They would leave."""
        return people & self.seats.keys(), frozenset()


@dataclass(frozen=True, kw_only=True)
class Talk(Check):
    """Everybody in the group understands each other, if need be through interpreters."""

    speech: Speech

    def faults(self, group: int, people: People) -> int:  # noqa: ARG002
        """One where there is no such language."""
        languages = self.speech.languages
        spoken = [languages[person] for person in people if person in languages]
        if not spoken or frozenset.intersection(*spoken):
            return 0
        return int(self.speech.interpreters.keys().isdisjoint(people) or not self.speech.working(people))

    def ways(self, group: int, people: People) -> tuple[People, People]:  # noqa: ARG002
        """Anybody whose languages are known may be in the way, or may help as an interpreter."""
        known = frozenset(self.speech.languages)
        return known & people, known & self.speech.interpreters.keys() - people


@dataclass(frozen=True, kw_only=True)
class Close:
    """People who should share a group, whichever it is."""

    weight: int
    people: tuple[int, ...]

    def faults(self, where: Sequence[int]) -> int:
        """Pairs that do not, if each person sits in the group `where` says."""
        seats = [where[person] for person in self.people]
        return pairs(len(seats)) - sum(pairs(seats.count(group)) for group in set(seats))


def checks_of(
    asked: Sequence[Asked], everybody: People, sizes: Collection[int]
) -> tuple[tuple[Check, ...], tuple[Close, ...]]:
    """What these rules ask of groups of such `sizes`, but for the seats that hard rules give away for good."""
    checks: list[Check] = []
    closes: list[Close] = []
    for rule in asked:
        for term in rule.terms:
            if term.constant:
                closes.append(Close(weight=rule.weight, people=term.people))
            else:
                checks.append(_counted(term, rule.weight, everybody, sizes))
        checks.extend(_others(rule))
    return tuple(checks), tuple(closes)


def _counted(term: Term, weight: int, everybody: People, sizes: Collection[int]) -> Counted:
    counts = range(min(max(sizes), len(term.people)) + 1)
    sized = any(len({term.faults(count, size) for size in sizes}) > 1 for count in counts)
    return Counted(weight=weight, term=term, people=frozenset(term.people), everybody=everybody, sized=sized)


def _others(rule: Asked) -> Iterator[Check]:
    yield from (Open(weight=rule.weight, people=frozenset(people), groups=groups) for people, groups in rule.domains)
    if rule.seats and not rule.rule.is_hard:
        yield Wish(weight=rule.weight, seats=dict(rule.seats))
    if isinstance(rule, Spoken):
        yield Talk(weight=rule.weight, speech=rule.speech)
