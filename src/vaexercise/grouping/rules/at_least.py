"""At least: every group has a number of people of a kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import counted, shown
from vaexercise.grouping.rules.base import Asked, Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import AtLeast


@dataclass(frozen=True, kw_only=True)
class Minimum(Term):
    """People of whom every group needs `n`."""

    n: int

    def faults(self, count: int, size: int) -> int:  # noqa: ARG002
        """How many are missing."""
        return max(0, self.n - count)

    def least(self, sizes: Sequence[int]) -> int:
        """What is missing when all that fit are dealt out evenly."""
        room = sum(min(self.n, size) for size in sizes)
        return len(sizes) * max(0, self.n) - min(room, len(self.people)) if self.n > 0 else 0


def condition(where: Mapping[str, str]) -> str:
    """The attributes of a rule in words."""
    return " and ".join(f"{shown(column)} = {shown(value)}" for column, value in where.items())


def ask(rule: AtLeast, roster: Roster) -> Asked:
    """One set: who matches all attributes."""
    people = roster.matching(rule.where)
    smallest = min(roster.sizes)
    most = min(len(people) // roster.groups, smallest)
    reason = (
        f"only {counted(len(people), 'person is', 'people are')} so, for "
        f"{counted(roster.groups, 'group', 'groups')} of {smallest}: at least {most} is possible"
    )
    return Asked(
        rule=rule,
        label=f"at least {rule.n} with {condition(rule.where)} in every group",
        terms=(Minimum(people=people, n=rule.n),),
        reasons=(reason,) if rule.is_hard and most < rule.n else (),
        kept="every group has them",
        fault=("person is missing", "people are missing"),
    )
