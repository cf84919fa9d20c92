"""Together: these people, or all who share a value, sit in one group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.fair import most_pairs, pairs
from vaexercise.grouping.rules.base import Asked, Term
from vaexercise.grouping.rules.sets import label_of, sets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Together


@dataclass(frozen=True, kw_only=True)
class Closeness(Term):
    """People who should share a group."""

    def faults(self, count: int, size: int) -> int:  # noqa: ARG002
        """Pairs that share the group, as a gain: the pairs that do not are what is left of all pairs."""
        return -pairs(count)

    def least(self, sizes: Sequence[int]) -> int:
        """Pairs that do not fit into one group."""
        return pairs(len(self.people)) - most_pairs(len(self.people), sizes)

    @property
    def constant(self) -> int:
        """All pairs, before anybody sits."""
        return pairs(len(self.people))


def ask(rule: Together, roster: Roster) -> Asked:
    """One set for the people named, and one per shared value; hard ones move as a block."""
    sets, reasons = sets_of(rule, roster)
    return Asked(
        rule=rule,
        label=label_of(rule, roster),
        terms=tuple(Closeness(people=people) for people in sets),
        blocks=tuple(sets) if rule.is_hard else (),
        skipped="" if sets or reasons else "it speaks of no two people on the list",
        reasons=reasons,
        kept="they share a group",
        fault=("pair sits in different groups", "pairs sit in different groups"),
    )
