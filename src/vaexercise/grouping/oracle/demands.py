"""What hard rules demand, one thing at a time, as the oracle takes them and as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.rules.language import Spoken
from vaexercise.grouping.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.grouping.rules.base import Asked, Term


@dataclass(frozen=True, kw_only=True)
class Demand:
    """`rule` is the place of the rule that demands it, from 0; `people` are places in the roster."""

    rule: int
    people: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Block(Demand):
    """These people share a group."""


@dataclass(frozen=True, kw_only=True)
class Among(Demand):
    """Each of these people sits in one of these groups."""

    groups: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Count(Demand):
    """How many of these people may sit in a group of each size; `distance` where it is one at most."""

    allowed: dict[int, frozenset[int]]
    distance: bool


@dataclass(frozen=True, kw_only=True)
class Talk(Demand):
    """Each of these people can work in the language of their group.

    Those who do not have the language that most have are `needy`: of them a conflict speaks.
    """

    speech: Speech

    @property
    def needy(self) -> tuple[int, ...]:
        """Who of these does not have the commonest language; all, if everybody has it."""
        common = self.speech.common
        return tuple(p for p in self.people if common not in self.speech.languages[p]) or self.people


def demands_of(asked: Sequence[Asked], sizes: Sequence[int]) -> list[Demand]:
    """Everything that the hard rules which are applied and can be read demand."""
    hard = [(number, rule) for number, rule in enumerate(asked) if rule.rule.is_hard and not rule.skipped]
    return [demand for number, rule in hard for demand in _demands(number, rule, sizes)]


def _demands(number: int, rule: Asked, sizes: Sequence[int]) -> Iterator[Demand]:
    for person, group in rule.seats:
        yield Among(rule=number, people=(person,), groups=frozenset([group]))
    for people, groups in rule.domains:
        yield from (Among(rule=number, people=(person,), groups=groups) for person in people)
    for block in rule.blocks:
        yield Block(rule=number, people=block)
    for term in () if rule.blocks else rule.terms:
        allowed = {size: _allowed(term, size) for size in set(sizes)}
        yield Count(rule=number, people=term.people, allowed=allowed, distance=rule.rule.rule == "apart")
    if isinstance(rule, Spoken):
        yield Talk(rule=number, people=tuple(sorted(rule.speech.languages)), speech=rule.speech)


def _allowed(term: Term, size: int) -> frozenset[int]:
    most = min(size, len(term.people))
    return frozenset(count for count in range(most + 1) if term.faults(count, size) == 0)
