"""Who sits in a group, by name: nothing else about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.copies.handed_out import handed_out
from vaexercise.workshop.people import participants as people
from vaexercise.workshop.people import seating

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.workshop.copies.handed_out import HandOut
    from vaexercise.workshop.workshop import Workshop


def member_names(workshop: Workshop, session: Session, group: str) -> list[str]:
    """The names of a group's members as the first round seats them; none before there is one draw in force.

    In a handed-out copy that has nobody's data, those that were handed out with it.
    """
    if copy := _copy_of(workshop, session, group):
        return list(copy.members)
    names = {person.id: person.name for person in people.participants(workshop)}
    return [names[member] for member in _seated(workshop, session, group) if member in names]


def rapporteur_name(workshop: Workshop, session: Session, group: str) -> str:
    """The name of the group's rapporteur; empty if the role was not given."""
    from vaexercise.workshop.people.moving import Seating
    from vaexercise.workshop.people.roles import recorded

    if copy := _copy_of(workshop, session, group):
        return copy.rapporteur
    if len(seating.draws(workshop, session)) != 1:
        return ""
    given = recorded(Seating(workshop, session), group).get("rapporteur", ())
    return next((person.name for person in people.participants(workshop) if person.id in given[:1]), "")


def _seated(workshop: Workshop, session: Session, group: str) -> tuple[str, ...]:
    found = seating.draws(workshop, session)
    return seating.seats(workshop, session, *found[0]).get(group, ()) if len(found) == 1 else ()


def _copy_of(workshop: Workshop, session: Session, group: str) -> HandOut | None:
    """The hand-out of this group, as long as the data of people are not in the copy as well."""
    copy = handed_out(workshop, session)
    if copy is None or copy.group != group:
        return None
    elsewhere = {person.id for person in people.people_elsewhere(workshop)}
    seated = _seated(workshop, session, group)
    return copy if not seated or not elsewhere.isdisjoint(seated) else None
