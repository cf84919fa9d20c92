"""Fixed: a person sits in a group, or everybody where a column says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.member import listed, shown, value_of
from vaexercise.grouping.rules.base import Asked
from vaexercise.model.groups import group_key

if TYPE_CHECKING:
    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Fixed


def ask(rule: Fixed, roster: Roster) -> Asked:
    """The seats that the rule gives away; an empty cell of the column gives none."""
    named, reasons = _named(rule, roster)
    written, unclear = _written(rule, roster)
    return Asked(
        rule=rule,
        label=_label(rule, roster),
        seats=(*named, *written),
        skipped="" if rule.person or rule.by else "it names neither a person nor a column",
        reasons=(*reasons, *unclear),
        kept="sits there" if rule.person else "everybody named there sits there",
        fault=("person sits elsewhere", "people sit elsewhere"),
    )


def _label(rule: Fixed, roster: Roster) -> str:
    by = f" by {shown(rule.by)}" if rule.by else ""
    if not rule.person:
        return f"fixed{by}"
    place = roster.by_id.get(rule.person)
    name = rule.person if place is None else roster.members[place].name
    return f"fixed{by}: {shown(name)} in Group {rule.group}"


def _named(rule: Fixed, roster: Roster) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    if not rule.person:
        return [], ()
    people, reasons = roster.find([rule.person])
    if not 1 <= rule.group <= roster.groups:
        return [], (*reasons, f"there is no Group {rule.group}: say 1 to {roster.groups}")
    return [(person, rule.group - 1) for person in people], reasons


def _written(rule: Fixed, roster: Roster) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    if not rule.by:
        return [], ()
    seats, unclear = [], []
    for person, member in enumerate(roster.members):
        word = value_of(member, rule.by)
        key = group_key(word, roster.groups)
        if key:
            seats.append((person, int(key[1:]) - 1))
        elif word:
            unclear.append(f"{shown(member.name)} ({shown(word)})")
    reason = f"these name no group from 1 to {roster.groups}: {listed(unclear)}; write 2, G2 or Group 2"
    return seats, (reason,) if unclear else ()
