"""Who sits in a group, by name: nothing else about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop import people, seating

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def member_names(workshop: Workshop, session: Session, group: str) -> list[str]:
    """The names of a group's members as the first round seats them; none before there is one draw in force."""
    found = seating.draws(workshop, session)
    if len(found) != 1:
        return []
    names = {person.id: person.name for person in people.participants(workshop)}
    members = seating.seats(workshop, session, *found[0]).get(group, ())
    return [names[member] for member in members if member in names]
