"""What shows people the way to their group: signs for doors, and cards for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.messages import say, spoken
from vaexercise.model.groups import group_name
from vaexercise.people.columns import fold
from vaexercise.report.model import Label, Labels, Section, Sign
from vaexercise.report.pack.pack import Part
from vaexercise.report.words import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.settings import Room

TABLE = (170, 105)
"""Width and height of a table card in millimetres: two on a page."""
_STEP_FREE = "step free"


class Place(NamedTuple):
    """A group, and its room if it has one."""

    group: str
    room: Room | None = None


def signs(places: Sequence[Place], *, occasion: str = "") -> Part:
    """A page for each door: the group, and below it the room and what the room offers."""
    sections = tuple(
        Section(
            label=say("Door sign"),
            heading=group_name(place.group),
            language=spoken(),
            anchor=f"sign-{place.group}",
            blocks=(Sign(text=group_name(place.group), above=occasion, below=tuple(_room(place)), language=spoken()),),
            new_page=True,
        )
        for place in places
    )
    return Part(sections, [_data(place) for place in places])


def tables(places: Sequence[Place], *, occasion: str = "") -> Part:
    """A card for the table of each group."""
    cards = tuple(
        Label(text=group_name(place.group), below=tuple(filter(None, [*_room(place), occasion]))) for place in places
    )
    width, height = TABLE
    section = Section(
        label=say("Table cards"),
        heading=occasion or say("Groups"),
        anchor="tables",
        blocks=(Labels(labels=cards, width=width, height=height),),
        new_page=True,
    )
    return Part((section,), [_data(place) for place in places])


def _room(place: Place) -> list[str]:
    """The room and, in words, what it offers."""
    if place.room is None:
        return []
    offers = [say("Step-free access") if fold(offer) == _STEP_FREE else sentence(offer) for offer in place.room.offers]
    return [place.room.name, *offers]


def _data(place: Place) -> dict[str, object]:
    if place.room is None:
        return {"group": place.group}
    offers = {"offers": list(place.room.offers)} if place.room.offers else {}
    return {"group": place.group, "room": place.room.name, **offers}
