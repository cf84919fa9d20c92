"""At most: no group has more than a number of people of a kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import counted
from vaexercise.grouping.rules.at_least import condition
from vaexercise.grouping.rules.base import Asked, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import AtMost


@dataclass(frozen=True, kw_only=True)
class Maximum(Term):
    """People of whom no group should have more than `n`."""

    n: int

    def faults(self, count: int, size: int) -> int:  # noqa: ARG002
        """How many are too many."""
        return max(0, count - self.n)

    def least(self, sizes: Sequence[int]) -> int:
        """What is left over when every group has its `n`."""
        return len(self.people) - min(len(self.people), sum(min(max(0, self.n), size) for size in sizes))


def ask(rule: AtMost, roster: Roster) -> Asked:
    """One set: who matches all attributes."""
    term = Maximum(people=roster.matching(rule.where), n=max(0, rule.n))
    found, groups = len(term.people), roster.groups
    reason = (
        f"{counted(found, 'person is', 'people are')} so, in {counted(groups, 'group', 'groups')}: "
        f"at most {-(-found // groups)} is possible"
    )
    return Asked(
        rule=rule,
        label=f"at most {rule.n} with {condition(rule.where)} in every group",
        terms=(term,),
        reasons=(reason,) if rule.is_hard and term.least(roster.sizes) else (),
        kept="no group has more",
        fault=("person too many", "people too many"),
    )
