"""The sets of people that `apart` and `together` speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.member import SUPPORT, listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Apart, Together


def sets_of(rule: Apart | Together, roster: Roster) -> tuple[list[tuple[int, ...]], tuple[str, ...]]:
    """The people named, and those who share a stated value; and a sentence for each who cannot be found."""
    named, reasons = roster.find(rule.people)
    shared = list(_shared(rule, roster)) if rule.by else []
    return [people for people in (tuple(sorted(named)), *shared) if len(people) > 1], reasons


def _shared(rule: Apart | Together, roster: Roster) -> Iterator[tuple[int, ...]]:
    """Who share a value; of support, also who is named there by id or exact name: an assistant and their person."""
    names_people = rule.rule == "together" and rule.by.casefold() in SUPPORT
    for value, people in roster.holders(rule.by).items():
        meant = roster.called(value) if value and names_people else ()
        if value:
            yield tuple(sorted({*people, *(meant if len(meant) == 1 else ())}))


def label_of(rule: Apart | Together, roster: Roster) -> str:
    """The rule in words, with names where it has them."""
    places, _ = roster.find(rule.people)
    by = f" by {shown(rule.by)}" if rule.by else ""
    who = f": {listed(roster.names(places))}" if places else ""
    return f"keep {rule.rule}{by}{who}"
