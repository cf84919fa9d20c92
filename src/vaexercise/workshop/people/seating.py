"""Draws, placings and locks in the record: who sits in which group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.groups import Draw, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

NOWHERE = "none"
"""The group of a placing that takes a seat away."""

Seats = dict[str, tuple[str, ...]]
"""Group key to participant ids."""


def _slot(session: Session, turn: int) -> str:
    return f"draw/{session.id}/{turn}"


def draws(workshop: Workshop, session: Session, turn: int = 1) -> list[tuple[str, Draw]]:
    """The draws in force for a round, with their revision ids: none, one, or several that were made apart."""
    heads = workshop.fold.heads(_slot(session, turn))
    return [(head.id, _draw(head.body)) for head in heads if head.body]


def past_draws(workshop: Workshop, session: Session, turn: int = 1) -> list[tuple[str, Draw]]:
    """Every draw that was ever recorded for a round, oldest first."""
    return [(r.id, _draw(r.body)) for r in workshop.fold.history(_slot(session, turn)) if r.body]


def _draw(body: Body) -> Draw:
    """A draw as recorded; what a later version added is left aside."""
    known = {name: value for name, value in body.items() if name in Draw._fields}
    return Draw(**{**known, "groups": tuple(map(tuple, body["groups"]))})


def rounds(workshop: Workshop, session: Session) -> tuple[int, ...]:
    """The rounds that have a draw, in order."""
    prefix = f"draw/{session.id}/"
    return tuple(sorted(int(slot.removeprefix(prefix)) for slot, _ in workshop.fold.slots(prefix)))


def record_draws(workshop: Workshop, session: Session, made: Sequence[Draw], *, drop: Iterable[int] = ()) -> None:
    """Make these the draws of their rounds, and take away those of the rounds in `drop`; all as one.

    A draw settles draws of its round that were made apart.
    """
    kept = [(_slot(session, draw.round), draw._asdict()) for draw in made]
    workshop.record([*kept, *((_slot(session, turn), {}) for turn in drop)])


def seats(workshop: Workshop, session: Session, draw_id: str, draw: Draw) -> Seats:
    """The draw, with the placings that were made on it."""
    groups = {key: list(members) for key, members in zip(numbered(len(draw.groups)), draw.groups, strict=True)}
    for slot, body in workshop.fold.slots(f"placing/{session.id}/{draw.round}/"):
        if body["draw"] != draw_id or body["group"] not in (*groups, NOWHERE):
            continue
        person = slot.rpartition("/")[2]
        for members in groups.values():
            if person in members:
                members.remove(person)
        if body["group"] != NOWHERE:
            groups[body["group"]].append(person)
    return {key: tuple(members) for key, members in groups.items()}


def the_draw(workshop: Workshop, session: Session, turn: int = 1) -> tuple[str, Draw]:
    """The one draw in force. Raises `Refused` if there is none, or several."""
    found = draws(workshop, session, turn)
    if not found:
        which = f" in round {turn}" if turn > 1 else ""
        raise Refused(reason=f"There are no groups{which} yet. Form them: vaexercise groups assign")
    if len(found) > 1:
        raise Refused(
            reason=f"{len(found)} draws were made apart and both are kept. Look at them with `vaexercise groups "
            "show`, then settle with a new draw: vaexercise groups assign --seed SEED"
        )
    return found[0]


def record_placings(workshop: Workshop, session: Session, draw: tuple[str, Draw], placings: Mapping[str, str]) -> None:
    """Seat people by hand, all as one: participant id to group key, or to `NOWHERE`."""
    prefix = f"placing/{session.id}/{draw[1].round}"
    workshop.record([(f"{prefix}/{person}", {"draw": draw[0], "group": group}) for person, group in placings.items()])


def gone(workshop: Workshop, session: Session) -> frozenset[str]:
    """The ids of people who lost their seat in some round and have been given none since: no draw seats them."""
    prefix = f"placing/{session.id}/"
    here: set[str] = set()
    away: set[str] = set()
    for slot, body in workshop.fold.slots(prefix):
        (away if body["group"] == NOWHERE else here).add(slot.rpartition("/")[2])
    return frozenset(away - here)


def locked(workshop: Workshop, session: Session) -> frozenset[str]:
    """The ids of people whom no draw and no repair moves."""
    prefix = f"lock/{session.id}/"
    return frozenset(slot.removeprefix(prefix) for slot, _ in workshop.fold.slots(prefix))


def record_lock(workshop: Workshop, session: Session, person: str, *, on: bool) -> None:
    """Lock a person's seat, or no longer."""
    workshop.record([(f"lock/{session.id}/{person}", {"locked": True} if on else {})])


def group_count(workshop: Workshop, session: Session) -> int:
    """How many groups there are: those drawn, else those of the exercise's plan."""
    found = draws(workshop, session)
    return len(found[0][1].groups) if found else workshop.exercise(session).groups.count


def spoke(workshop: Workshop, session: Session) -> set[str]:
    """The keys of the groups of which anything is recorded: points, answers, or why there are none."""
    points = {body["group"] for _, body in workshop.fold.slots(f"point/{session.id}/")}
    kinds = ("answer", "state")
    return points | {s.split("/")[2] for k in kinds for s, _ in workshop.fold.slots(f"{k}/{session.id}/")}
