"""Everything that comes before the search: rules asked of people, what cannot be refused, languages planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.contradictions import refuse, wrong_numbers
from vaexercise.grouping.oracle.feasibility import examined
from vaexercise.grouping.roster import Offer, Roster, roster_of
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.rules.base import Asked
from vaexercise.grouping.rules.language import Spoken
from vaexercise.grouping.units import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.grouping.oracle.tongues import Plan
    from vaexercise.model.rules import Rule


@dataclass(frozen=True, kw_only=True)
class Ready:
    """What a search works on. `asked` are all rules, the one on languages with seats and domains of its plan.

    `fallback` seats everybody whom hard rules speak of so that all of these are kept; it is empty where no such
    seating is known.
    """

    roster: Roster
    asked: tuple[Asked, ...]
    units: tuple[Unit, ...]
    fallback: tuple[Unit, ...]


def made_ready(members: Sequence[Member], groups: int, rules: Sequence[Rule], rooms: Sequence[Offer] = ()) -> Ready:
    """Raises `Impossible`, with all that is wrong, where it can be proved that the hard rules cannot all hold."""
    refuse(wrong_numbers(members, groups))
    roster = roster_of(members, groups, rules, rooms)
    asked = ask_all(rules, roster)
    found, plan = examined(roster, asked)
    refuse(found.sentences)
    if plan:
        asked = tuple(_planned(rule, plan) for rule in asked)
    seats = sorted(plan.seats.items()) if plan else ()
    fallback = tuple(Unit(people=(person,), group=group) for person, group in seats)
    return Ready(roster=roster, asked=asked, units=units_of(len(members), asked), fallback=fallback)


def _planned(rule: Asked, plan: Plan) -> Asked:
    """Of languages: interpreters who are needed have a seat, others the groups in which they can work."""
    if not rule.rule.is_hard:
        return rule
    if isinstance(rule, Spoken):
        domains: dict[frozenset[int], list[int]] = {}
        for person, groups in plan.domains:
            domains.setdefault(groups, []).append(person)
        fixed = {
            *plan.interpreters,
            *(person for groups, people in domains.items() if len(groups) == 1 for person in people),
        }
        open_ = tuple((tuple(people), groups) for groups, people in domains.items() if len(groups) > 1)
        rule = replace(rule, domains=open_, seats=tuple((person, plan.seats[person]) for person in sorted(fixed)))
    hints = tuple((person, plan.seats[person]) for people, _ in rule.domains for person in people)
    return replace(rule, hints=hints)
