"""No isolate: nobody is the only one of their kind in a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import shown
from vaexercise.grouping.rules.base import Asked, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import NoIsolate


@dataclass(frozen=True, kw_only=True)
class Company(Term):
    """The holders of one value, none of whom should be the only one in a group."""

    def faults(self, count: int, size: int) -> int:  # noqa: ARG002
        """One where exactly one sits."""
        return int(count == 1)

    def least(self, sizes: Sequence[int]) -> int:
        """A single holder is alone anywhere; in groups of one, everybody is."""
        if max(sizes) == 1:
            return len(self.people)
        return int(len(self.people) == 1)


def ask(rule: NoIsolate, roster: Roster) -> Asked:
    """One set per stated value."""
    return Asked(
        rule=rule,
        label=f"nobody alone by {shown(rule.by)}",
        terms=tuple(Company(people=people) for value, people in roster.kinds(rule.by).items() if value),
        kept="nobody is the only one of their kind in a group",
        fault=("person is the only one of their kind in a group", "people are the only ones of their kind in a group"),
    )
