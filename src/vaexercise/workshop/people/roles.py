"""Roles in the groups: proposed by the draw's people, given by hand, recorded."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.errors import Refused, Unknown
from vaexercise.model.groups import group_name
from vaexercise.workshop.people.drawing import members
from vaexercise.workshop.people.participants import check_all_here, participants, people_elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.grouping.member import Member
    from vaexercise.model.exercise import Role
    from vaexercise.workshop.people.moving import Seating

Given = dict[str, tuple[str, ...]]
"""Role to participant ids."""


def _slot(seating: Seating, group: str) -> str:
    return f"role/{seating.session.id}/{seating.draw[1].round}/{group}"


def recorded(seating: Seating, group: str) -> Given:
    """The roles that were given in a group; empty if none were."""
    body = seating.workshop.fold.body(_slot(seating, group))
    return {role: tuple(people) for role, people in body.get("roles", {}).items()}


def give(seating: Seating, group: str, given: Mapping[str, str]) -> None:
    """Give roles to people of a group by hand; its other roles become those proposed, if none were recorded yet.

    Raises `Unknown` for a role that the exercise does not have, `Refused` for somebody of another group.
    """
    plan = seating.workshop.exercise(seating.session).groups.roles
    for role, person in given.items():
        if role not in plan:
            raise Unknown(kind="role", name=role, hint=f"This exercise has: {', '.join(plan) or 'none'}.")
        if person not in seating.seats[group]:
            raise Refused(reason=f"{person} does not sit in {group_name(group)}. Nothing was recorded.")
    now = recorded(seating, group) or proposed(seating, group)
    chosen = {role: (person, *[p for p in now.get(role, ())[1:] if p != person]) for role, person in given.items()}
    _record(seating, {group: {**now, **chosen}})


def accept(seating: Seating) -> None:
    """Record what is proposed, for every group that has no roles yet. Raises `Refused` in a handed-out copy."""
    check_all_here(seating.workshop)
    _record(seating, {key: proposed(seating, key) for key in seating.seats if not recorded(seating, key)})


def _record(seating: Seating, roles: Mapping[str, Given]) -> None:
    entries = [(_slot(seating, key), {"roles": {r: list(p) for r, p in given.items()}}) for key, given in roles.items()]
    if entries:
        seating.workshop.record(entries)


def proposed(seating: Seating, group: str) -> Given:
    """Who is proposed for each role of a group."""
    from vaexercise.grouping.roles import propose_roles

    return propose_roles(*_asked(seating, group))


def _asked(
    seating: Seating, group: str
) -> tuple[list[Member], tuple[str, ...], Mapping[str, Role], str, dict[str, int]]:
    workshop = seating.workshop
    plan = workshop.exercise(seating.session).groups.roles
    return members(workshop), seating.seats[group], plan, workshop.settings.language, _past(seating)


def _past(seating: Seating) -> dict[str, int]:
    """How often each person had a role elsewhere: in other sessions, and in earlier rounds."""
    own = f"role/{seating.session.id}/{seating.draw[1].round}/"
    bodies = [body for slot, body in seating.workshop.fold.slots("role/") if not slot.startswith(own)]
    return dict(Counter(person for body in bodies for people in body["roles"].values() for person in people))


def lines(seating: Seating, group: str) -> list[str]:
    """Who has which role, a line each; of a proposal, why."""
    given = recorded(seating, group)
    elsewhere = {person.id for person in people_elsewhere(seating.workshop)}
    if not given and elsewhere and elsewhere.issuperset(seating.seats[group]):
        return ["its people are not on this laptop"]
    if not given:
        from vaexercise.grouping.roles import proposals

        return [f"proposed: {one.sentence}" for one in proposals(*_asked(seating, group))]
    names = {person.id: person.name for person in participants(seating.workshop)}
    return [f"{role}: {', '.join(names.get(person, person) for person in people)}" for role, people in given.items()]
