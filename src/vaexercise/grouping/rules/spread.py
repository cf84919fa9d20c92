"""Spread: every group gets its fair share of each value of an attribute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.fair import fair_share, outside
from vaexercise.grouping.member import shown
from vaexercise.grouping.rules.base import Asked, Term

if TYPE_CHECKING:
    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Spread

PULL = 60
"""The square of a distance of one person from the exact share, in thousandths of a fault."""


@dataclass(frozen=True, kw_only=True)
class Share(Term):
    """The holders of one value among `everybody`.

    Each value alone can always be split into fair shares (controlled rounding), so no fault is unavoidable.
    """

    everybody: int

    def faults(self, count: int, size: int) -> int:
        """How many people away from the fair share."""
        return outside(count, *fair_share(len(self.people), size, self.everybody))

    def pull(self, count: int, size: int) -> int:
        """The squared distance from the exact share, less that of the nearest count."""
        nearest = (2 * len(self.people) * size + self.everybody) // (2 * self.everybody)
        return PULL * (self._square(count, size) - self._square(nearest, size)) // self.everybody

    def _square(self, count: int, size: int) -> int:
        return count * (self.everybody * count - 2 * len(self.people) * size)


def ask(rule: Spread, roster: Roster) -> Asked:
    """One set per value that several people have: a single person is always a fair share."""
    everybody = len(roster.members)
    sets = [people for people in roster.kinds(rule.by).values() if len(people) > 1]
    return Asked(
        rule=rule,
        label=f"spread by {shown(rule.by)}",
        terms=tuple(Share(people=people, everybody=everybody) for people in sets),
        kept="every group has its fair share",
        fault=("person away from the fair share", "people away from the fair share"),
    )
