"""What every rule comes down to: sets of people, and how wrong it is for a group to hold so many of one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from vaexercise.model.rules import Rule

Seating = Sequence[int]
"""The group of each person, counted from 0, by place in the roster."""

Domain = tuple[tuple[int, ...], frozenset[int]]
"""People, and the groups that each of them may sit in."""


@dataclass(frozen=True, kw_only=True)
class Term(ABC):
    """A set of people that a rule looks at, by place in the roster."""

    people: tuple[int, ...]

    @abstractmethod
    def faults(self, count: int, size: int) -> int:
        """How much is wrong if `count` of these people sit in one group of `size`."""

    def pull(self, count: int, size: int) -> int:  # noqa: ARG002
        """A gentle cost below that of any fault, which leads the search towards fewer."""
        return 0

    def least(self, sizes: Sequence[int]) -> int:  # noqa: ARG002
        """Faults over all groups that no draw can avoid."""
        return 0

    @property
    def constant(self) -> int:
        """Faults that are there before anybody sits."""
        return 0

    def total(self, seating: Seating, sizes: Sequence[int]) -> int:
        """Faults over all groups."""
        counts = [0] * len(sizes)
        for person in self.people:
            counts[seating[person]] += 1
        return self.constant + sum(self.faults(count, size) for count, size in zip(counts, sizes, strict=True))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A rule as it bears on the people of this draw.

    `blocks` are people who move as one, `seats` are (person, group from 0), `domains` are people and the groups
    (from 0) that they may sit in, `hints` seats in which a search may begin. `skipped` says why a rule is
    not applied, `reasons` why it cannot be; what is `only_checked` never stops a draw. `kept` and `fault`
    (one, many) are words for its sentence.
    """

    rule: Rule
    label: str
    terms: tuple[Term, ...] = ()
    blocks: tuple[tuple[int, ...], ...] = ()
    seats: tuple[tuple[int, int], ...] = ()
    domains: tuple[Domain, ...] = ()
    hints: tuple[tuple[int, int], ...] = ()
    skipped: str = ""
    reasons: tuple[str, ...] = ()
    kept: str = ""
    fault: tuple[str, str] = ("fault", "faults")
    only_checked: bool = False

    @property
    def weight(self) -> int:
        """The weight of a soft rule."""
        return 1 if self.rule.weight is None else self.rule.weight

    def faults(self, seating: Seating, sizes: Sequence[int]) -> int:
        """All that is wrong with a seating, in the rule's own terms."""
        elsewhere = sum(seating[person] != group for person, group in self.seats)
        astray = sum(seating[person] not in groups for people, groups in self.domains for person in people)
        return elsewhere + astray + sum(term.total(seating, sizes) for term in self.terms)

    def least(self, sizes: Sequence[int]) -> int:
        """What no draw can avoid, each set of people taken alone."""
        return sum(term.least(sizes) for term in self.terms)

    def concerns(self, person: int) -> bool:
        """Whether it says anything about where this person sits."""
        sets = [*(term.people for term in self.terms), *self.blocks, *(people for people, _ in self.domains)]
        return any(person in people for people in sets) or any(person == seated for seated, _ in self.seats)

    def detail(self, seating: Seating, sizes: Sequence[int]) -> str:  # noqa: ARG002
        """What else there is to say about a seating: nothing, or sentences after a space."""
        return ""
