"""Room: who has a requirement, such as step-free access, sits in a group whose room offers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.grouping.member import ACCESS, listed, of_meaning, shown
from vaexercise.grouping.rules.base import Asked

if TYPE_CHECKING:
    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Room

_NOT_LETTERS = re.compile(r"[\W_]+")


def ask(rule: Room, roster: Roster) -> Asked:
    """The groups that each person with the requirement may sit in; a group without a room of its own offers nothing."""
    label = f"room that is {shown(rule.need)}"
    need = _folded(rule.need)
    people = tuple(
        place for place, member in enumerate(roster.members) if f" {need} " in _folded(of_meaning(member, *ACCESS), " ")
    )
    if not people:
        return Asked(rule=rule, label=label, skipped=f"nobody on the list needs {shown(rule.need)}")
    if not roster.rooms:
        return Asked(
            rule=rule, label=label, skipped="no rooms are known: name them, and what they offer, in the workshop"
        )
    rooms = roster.rooms[: roster.groups]
    groups = frozenset(group for group, (_, offers) in enumerate(rooms) if need in map(_folded, offers))
    names = [roster.rooms[group][0] for group in sorted(groups)]
    reason = f"no group has such a room: the rooms are {listed([name for name, _ in rooms])}"
    return Asked(
        rule=rule,
        label=label,
        domains=((people, groups),),
        reasons=() if groups or not rule.is_hard else (reason,),
        kept=f"everybody who needs it sits in {listed(names)}",
        fault=("person sits in another room", "people sit in other rooms"),
    )


def _folded(words: str, around: str = "") -> str:
    """Words without capitals and punctuation."""
    return f"{around}{_NOT_LETTERS.sub(' ', words.casefold()).strip()}{around}"
