"""Who may vote, in numbers: everybody on the list who has not left, and in each group those who sit there.

Somebody without a seat, late or never placed, counts in the whole room and in no group. Somebody has left of whom it
is recorded that they are absent, and who has been given no seat since.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.workshop.people import participants as people
from vaexercise.workshop.people import seating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def may_vote(workshop: Workshop, session: Session) -> Mapping[str, int]:
    """How many people may vote, by group, and in all under the empty key. What is not known is left out."""
    gone = seating.gone(workshop, session)
    total = len(_listed(workshop) - gone)
    found = seating.draws(workshop, session)
    seats = seating.seats(workshop, session, *found[0]) if len(found) == 1 else {}
    sizes = {group: len(set(members) - gone) for group, members in seats.items()}
    return {**({"": total} if total else {}), **sizes}


def left(workshop: Workshop, session: Session) -> Counter[str]:
    """How many people have left, who may have voted before: by the group they sat in last, and in all."""
    gone = seating.gone(workshop, session) & _listed(workshop)
    groups = (_last_group(workshop, session, person) for person in gone)
    return Counter({"": len(gone)}) + Counter(group for group in groups if group)


def _listed(workshop: Workshop) -> frozenset[str]:
    """The ids of all who were ever on the list, those too who were forgotten or are not in this copy."""
    every = (people.participants(workshop), people.erased_participants(workshop), people.people_elsewhere(workshop))
    return frozenset(person.id for some in every for person in some)


def _last_group(workshop: Workshop, session: Session, person: str) -> str:
    """The group that somebody sat in before they left, in the first round; empty for none."""
    found = seating.draws(workshop, session)
    if len(found) != 1:
        return ""
    (key, draw), *_ = found
    placed = [
        str(revision.body["group"])
        for revision in workshop.fold.history(f"placing/{session.id}/{draw.round}/{person}")
        if revision.body.get("draw") == key and revision.body["group"] != seating.NOWHERE
    ]
    drawn = [f"g{number}" for number, members in enumerate(draw.groups, start=1) if person in members]
    return next(iter([*reversed(placed), *drawn]), "")
