"""What of participants may stand on paper: name, organisation, state and group, never a sensitive attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.people.columns import fold, is_sensitive, own_name
from vaexercise.report.pack.signs import Place
from vaexercise.workshop.people import drawing, seating
from vaexercise.workshop.people.intake import sensitive_columns
from vaexercise.workshop.people.participants import check_all_here, participants

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.model.people import Participant
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

_AGREED = {
    fold(word) for word in ("yes", "y", "list", "name", "true", "1", "oui", "sí", "sim", "نعم", "да", "បាទ", "ចាស")
}
"""First words of a cell that says that somebody's name may be on a list."""


class Guest(NamedTuple):
    """Somebody on paper; what is not known, or not to be shown, is empty. `agreed` to a list that is published."""

    name: str
    organisation: str = ""
    state: str = ""
    group: str = ""
    agreed: bool = True

    def plain(self) -> dict[str, str]:
        """What is known, as data."""
        about = {"name": self.name, "organisation": self.organisation, "state": self.state, "group": self.group}
        return {key: value for key, value in about.items() if value}


def guests(workshop: Workshop, session: Session, turn: int = 1) -> list[Guest]:
    """Everybody on the list, by name, with their group of a round if groups are drawn.

    Raises `Refused` if draws were made apart, and in a copy that was made without some of the participants.
    """
    check_all_here(workshop)
    people, group_of = participants(workshop), _groups(workshop, session, turn)
    shown = _shower(workshop, people)
    asked = any(own_name(person.everything, "consent") for person in people)
    return [
        Guest(
            name=person.name,
            organisation=shown(person, "organisation"),
            state=shown(person, "state"),
            group=group_of.get(person.id, ""),
            agreed=not asked or _agreed(person),
        )
        for person in people
    ]


def places(workshop: Workshop, groups: Sequence[str]) -> list[Place]:
    """The groups with the rooms of workshop.yaml: the first room is that of group 1."""
    rooms = {f"g{number}": room for number, room in enumerate(workshop.settings.rooms, start=1)}
    return [Place(group, rooms.get(group)) for group in groups]


def _groups(workshop: Workshop, session: Session, turn: int) -> Mapping[str, str]:
    if turn == 1 and not seating.draws(workshop, session):
        return {}
    drawn = seating.seats(workshop, session, *seating.the_draw(workshop, session, turn))
    return {person: group for group, people in drawn.items() for person in people}


def _shower(workshop: Workshop, people: Sequence[Participant]) -> Callable[[Participant, str], str]:
    """What is known of a person under a name, unless the workshop or anybody's list calls that column sensitive."""
    extra = sensitive_columns(workshop)
    headers = {header for person in people for header in person.attributes}
    hidden = {h for h in headers if is_sensitive(h, extra)} | drawing.private(workshop, headers)

    def shown(person: Participant, name: str) -> str:
        header = own_name(person.attributes, name)
        return "" if header in hidden else person.attributes.get(header, "")

    return shown


def _agreed(person: Participant) -> bool:
    header = own_name(person.everything, "consent")
    first, _, _ = fold(person.everything.get(header, "")).partition(" ")
    return first in _AGREED
