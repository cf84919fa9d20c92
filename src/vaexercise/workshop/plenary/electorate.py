"""Who may vote, in numbers: everybody on the list, and in each group those who sit there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.people import participants as people
from vaexercise.workshop.people import seating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def may_vote(workshop: Workshop, session: Session) -> Mapping[str, int]:
    """How many people may vote, by group, and in all under the empty key. What is not known is left out."""
    total = sum(
        map(
            len,
            (people.participants(workshop), people.erased_participants(workshop), people.people_elsewhere(workshop)),
        )
    )
    found = seating.draws(workshop, session)
    seats = seating.seats(workshop, session, *found[0]) if len(found) == 1 else {}
    sizes = {group: len(members) for group, members in seats.items()}
    return {**({"": total} if total else {}), **sizes}
