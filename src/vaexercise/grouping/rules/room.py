"""Room: who needs step-free access sits in a step-free room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.member import shown
from vaexercise.grouping.rules.base import Asked

if TYPE_CHECKING:
    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Room


def ask(rule: Room, roster: Roster) -> Asked:  # noqa: ARG001  every rule is asked alike
    """Not applied: a draw knows groups, not rooms."""
    return Asked(rule=rule, label=f"room that is {shown(rule.need)}", skipped="rooms are not known yet")
