"""Name badges: a name to read from afar, the organisation and the group. Nothing else about anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.groups import group_name
from vaexercise.report.model import Label, Labels, Section
from vaexercise.report.pack.pack import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.report.pack.guests import Guest


def badges(guests: Sequence[Guest], *, occasion: str = "") -> Part:
    """A badge for everybody, 85 × 55 mm, in the order of the list."""
    labels = tuple(
        Label(text=guest.name, below=tuple(filter(None, [guest.organisation, _group(guest)]))) for guest in guests
    )
    section = Section(
        label=say("Name badges"),
        heading=occasion or say("Participants"),
        anchor="badges",
        blocks=(Labels(labels=labels),),
        new_page=True,
    )
    return Part((section,), [guest._replace(state="").plain() for guest in guests])


def _group(guest: Guest) -> str:
    return group_name(guest.group) if guest.group else ""
