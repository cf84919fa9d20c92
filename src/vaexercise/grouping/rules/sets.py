"""The sets of people that `apart` and `together` speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.member import listed, shown

if TYPE_CHECKING:
    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Apart, Together


def sets_of(rule: Apart | Together, roster: Roster) -> tuple[list[tuple[int, ...]], tuple[str, ...]]:
    """The people named, and those who share a stated value; and a sentence for each who cannot be found."""
    named, reasons = roster.find(rule.people)
    shared = [people for value, people in roster.holders(rule.by).items() if value] if rule.by else []
    return [people for people in (tuple(sorted(named)), *shared) if len(people) > 1], reasons


def label_of(rule: Apart | Together, roster: Roster) -> str:
    """The rule in words, with names where it has them."""
    places, _ = roster.find(rule.people)
    by = f" by {shown(rule.by)}" if rule.by else ""
    who = f": {listed(roster.names(places))}" if places else ""
    return f"keep {rule.rule}{by}{who}"
