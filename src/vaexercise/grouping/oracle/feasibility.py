"""Whether groups that keep all hard rules can be formed at all; if not, what is in the way and what would help.

Standard library only: it runs before the day, and before every draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.grouping.oracle.conflict import core, plan_of
from vaexercise.grouping.oracle.contradictions import said_at_once, sentence, wrong_numbers
from vaexercise.grouping.oracle.demands import Count, demands_of
from vaexercise.grouping.oracle.remedies import helps, nearest
from vaexercise.grouping.oracle.wording import Part, parts_of_conflict, worded
from vaexercise.grouping.roster import Offer, Roster, roster_of
from vaexercise.grouping.rules import ask_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.grouping.oracle.demands import Demand
    from vaexercise.grouping.oracle.tongues import Plan
    from vaexercise.grouping.rules.base import Asked
    from vaexercise.model.rules import Rule

MOST_CONFLICTS = 5


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """What cannot all hold, rule by rule, and one or more sentences of it.

    It is `minimal` if it is proved that all the rest can hold without any one of its demands. `nearest` and
    `helps` are sentences on what is possible instead.
    """

    parts: tuple[Part, ...]
    sentence: str
    minimal: bool = True
    nearest: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Feasibility:
    """`possible` with `groups` of ids that keep every hard rule, `impossible` with conflicts, or not known.

    Of conflicts that have nothing to do with each other all are told, up to five. `notes` are sentences on rules
    that are not applied.
    """

    state: Literal["possible", "impossible", "not found, not proved"]
    reasons: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that is in the way."""
        return (*self.reasons, *(conflict.sentence for conflict in self.conflicts))


def feasible(members: Sequence[Member], groups: int, rules: Sequence[Rule], rooms: Sequence[Offer] = ()) -> Feasibility:
    """Whether `groups` groups can keep all hard rules; `rooms` are (name, what it offers) in order of groups."""
    wrong = wrong_numbers(members, groups)
    if wrong:
        return Feasibility(state="impossible", reasons=tuple(wrong))
    roster = roster_of(members, groups, rules, rooms)
    return examined(roster, ask_all(rules, roster))[0]


def examined(roster: Roster, asked: Sequence[Asked]) -> tuple[Feasibility, Plan | None]:
    """The same of rules that were asked already, and the plan that a draw can follow."""
    notes = tuple(sentence(f"{rule.label}: not applied: {rule.skipped}") for rule in asked if rule.skipped)
    at_once = [
        Conflict(parts=(Part(number=number, rule=rule.label, origin=rule.rule.origin),), sentence=said)
        for number, rule, said in said_at_once(asked)
    ]
    demands = [demand for demand in demands_of(asked, roster.sizes) if not asked[demand.rule].reasons]
    state, plan = plan_of(roster.sizes, demands)
    if state is False or at_once:
        found = _conflicts(roster, asked, demands) if state is False else ()
        return Feasibility(state="impossible", conflicts=(*at_once, *found), notes=notes), None
    if plan is None:
        return Feasibility(state="not found, not proved", notes=notes), None
    return Feasibility(state="possible", groups=_groups(roster, plan), notes=notes), plan


def _conflicts(roster: Roster, asked: Sequence[Asked], demands: list[Demand]) -> tuple[Conflict, ...]:
    """One after another: each is taken out before the next is looked for."""
    found: list[tuple[list[Demand], bool]] = []
    rest = demands
    while len(found) < MOST_CONFLICTS:
        clash, minimal = core(roster.sizes, rest)
        found.append((clash, minimal))
        taken = {key for demand in clash for key in _keys(demand)}
        rest = [demand for demand in rest if taken.isdisjoint(_keys(demand))]
        if plan_of(roster.sizes, rest)[0] is not False:
            break
    return tuple(_conflict(roster, asked, clash, rest, minimal=minimal) for clash, minimal in found)


def _keys(demand: Demand) -> set[tuple[int, int]]:
    """What is taken out with it: a rule on numbers as a whole, of any other what it demands of these people."""
    if isinstance(demand, Count) and not demand.distance:
        return {(demand.rule, -1)}
    return {(demand.rule, person) for person in demand.people}


def _conflict(
    roster: Roster, asked: Sequence[Asked], clash: list[Demand], rest: list[Demand], *, minimal: bool
) -> Conflict:
    parts = parts_of_conflict(roster, asked, clash)
    possible = nearest(roster, asked, clash, rest)
    helping = helps(roster, asked, clash, rest)
    said = worded(roster, clash, parts, (*possible, *helping), minimal=minimal)
    return Conflict(parts=parts, sentence=said, minimal=minimal, nearest=possible, helps=helping)


def _groups(roster: Roster, plan: Plan) -> tuple[tuple[str, ...], ...]:
    found: list[list[str]] = [[] for _ in roster.sizes]
    for person, group in sorted(plan.seats.items()):
        found[group].append(roster.members[person].id)
    others = (member.id for place, member in enumerate(roster.members) if place not in plan.seats)
    for seated, seats in zip(found, roster.sizes, strict=True):
        seated.extend(next(others) for _ in range(seats - len(seated)))
    return tuple(map(tuple, found))
