"""Apart: these people, or all who share a value, sit in different groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.fair import fewest_pairs, pairs
from vaexercise.grouping.member import counted, listed
from vaexercise.grouping.rules.base import Asked, Term
from vaexercise.grouping.rules.sets import label_of, sets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Apart


@dataclass(frozen=True, kw_only=True)
class Distance(Term):
    """People no two of whom should share a group."""

    def faults(self, count: int, size: int) -> int:  # noqa: ARG002
        """Pairs that share the group."""
        return pairs(count)

    def least(self, sizes: Sequence[int]) -> int:
        """More people than groups must share."""
        return fewest_pairs(len(self.people), sizes)


def ask(rule: Apart, roster: Roster) -> Asked:
    """One set for the people named, and one per shared value."""
    sets, reasons = sets_of(rule, roster)
    crowds = [people for people in sets if len(people) > roster.groups] if rule.is_hard else []
    crowded = [
        f"{len(people)} people ({listed(roster.names(people))}) cannot all sit apart in "
        f"{counted(roster.groups, 'group', 'groups')}: have {len(people)} groups, or say hard: false"
        for people in crowds
    ]
    return Asked(
        rule=rule,
        label=label_of(rule, roster),
        terms=tuple(Distance(people=people) for people in sets),
        skipped="" if sets or reasons else "it speaks of no two people on the list",
        reasons=(*reasons, *crowded),
        kept="no two of them share a group",
        fault=("pair shares a group", "pairs share a group"),
    )
