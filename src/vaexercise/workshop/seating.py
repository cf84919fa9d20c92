"""Draws and placings in the record: who sits in which group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.groups import Draw, numbered

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop


def _slot(session: Session, turn: int) -> str:
    return f"draw/{session.id}/{turn}"


def draws(workshop: Workshop, session: Session, turn: int = 1) -> list[tuple[str, Draw]]:
    """The draws in force for a round, with their revision ids: none, one, or several that were made apart."""
    heads = workshop.fold.heads(_slot(session, turn))
    return [(head.id, _draw(head.body)) for head in heads if head.body]


def _draw(body: Body) -> Draw:
    """A draw as recorded; what a later version added is left aside."""
    known = {name: value for name, value in body.items() if name in Draw._fields}
    return Draw(**{**known, "groups": tuple(map(tuple, body["groups"]))})


def record_draw(workshop: Workshop, session: Session, draw: Draw) -> None:
    """Make this the draw of its round; it settles draws that were made apart."""
    workshop.record([(_slot(session, draw.round), draw._asdict())])


def seats(workshop: Workshop, session: Session, draw_id: str, draw: Draw) -> dict[str, tuple[str, ...]]:
    """Group key to participant ids: the draw, with the placings that were made on it."""
    groups = {key: list(members) for key, members in zip(numbered(len(draw.groups)), draw.groups, strict=True)}
    for slot, body in workshop.fold.slots(f"placing/{session.id}/{draw.round}/"):
        if body["draw"] != draw_id or body["group"] not in groups:
            continue
        person = slot.rpartition("/")[2]
        for members in groups.values():
            if person in members:
                members.remove(person)
        groups[body["group"]].append(person)
    return {key: tuple(members) for key, members in groups.items()}


def the_draw(workshop: Workshop, session: Session, turn: int = 1) -> tuple[str, Draw]:
    """The one draw in force. Raises `Refused` if there is none, or several."""
    found = draws(workshop, session, turn)
    if not found:
        raise Refused(reason="There are no groups yet. Form them: vaexercise groups assign")
    if len(found) > 1:
        raise Refused(
            reason=f"{len(found)} draws were made apart and both are kept. Look at them with `vaexercise groups "
            "show`, then settle with a new draw: vaexercise groups assign --seed SEED"
        )
    return found[0]


def record_placing(workshop: Workshop, session: Session, draw: tuple[str, Draw], person: str, group: str) -> None:
    """Seat a person in a group by hand."""
    slot = f"placing/{session.id}/{draw[1].round}/{person}"
    workshop.record([(slot, {"draw": draw[0], "group": group})])


def group_count(workshop: Workshop, session: Session) -> int:
    """How many groups there are: those drawn, else those of the exercise's plan."""
    found = draws(workshop, session)
    return len(found[0][1].groups) if found else workshop.exercise(session).groups.count
