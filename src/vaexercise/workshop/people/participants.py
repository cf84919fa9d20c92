"""Participants in the record. Sensitive attributes have a slot of their own, so that they can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Ambiguous, Refused, Unknown
from vaexercise.model.people import Participant
from vaexercise.model.text import counted, did_you_mean
from vaexercise.record.revision import token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

ID_LENGTH = 8
ERASED = "(erased)"
"""Stands where a forgotten person's name stood."""
ELSEWHERE = "(not on this laptop)"
"""Stands for a person whom a handed-out copy was made without."""


def participants(workshop: Workshop) -> list[Participant]:
    """Everybody on the list, by name."""
    fold = workshop.fold
    found = [
        Participant(
            id=(key := slot.partition("/")[2]),
            name=body["name"],
            attributes=body.get("attributes", {}),
            sensitive=fold.body(f"sensitive/{key}").get("attributes", {}),
        )
        for slot, body in fold.slots("participant/")
    ]
    return sorted(found, key=lambda p: (p.name.casefold(), p.id))


def new_id() -> str:
    """A participant's id for a list that has none."""
    return token(ID_LENGTH)


def record_people(workshop: Workshop, people: Iterable[Participant]) -> int:
    """Write those who are new or changed, all at once; how many they were."""
    fold = workshop.fold
    entries: list[tuple[str, Body]] = []
    changed = set()
    for person in people:
        contents: dict[str, Body] = {
            f"participant/{person.id}": {"name": person.name, "attributes": dict(person.attributes)},
            f"sensitive/{person.id}": {"attributes": dict(person.sensitive)} if person.sensitive else {},
        }
        for slot, body in contents.items():
            if fold.body(slot) != body:
                entries.append((slot, body))
                changed.add(person.id)
    if entries:
        workshop.record(entries)
    return len(changed)


def find_person(people: Sequence[Participant], word: str) -> Participant:
    """The person with that id, name, or only one whose name has these words. Raises `Unknown`, `Ambiguous`."""
    folded = word.casefold().strip()
    for matches in (
        [p for p in people if p.id == word],
        [p for p in people if p.name.casefold() == folded],
        [p for p in people if folded and all(part in p.name.casefold() for part in folded.split())],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise Ambiguous(
                name=word, kind="participant", candidates=", ".join(f"{p.name} ({p.id})" for p in matches[:5])
            )
    raise Unknown(kind="participant", name=word, hint=did_you_mean(word, [p.name for p in people]).capitalize())


def erased_participants(workshop: Workshop) -> list[Participant]:
    """Those who were forgotten: they count, and have no name and no attributes."""
    return [Participant(id=slot.partition("/")[2], name=ERASED) for slot in workshop.fold.emptied("participant/")]


def people_elsewhere(workshop: Workshop) -> list[Participant]:
    """Those whom a handed-out copy was made without: they count, and have no name and no attributes here."""
    found = workshop.fold.elsewhere("participant/")
    return [Participant(id=slot.partition("/")[2], name=ELSEWHERE) for slot in found]


def check_all_here(workshop: Workshop) -> None:
    """Raises `Refused` in a copy that was made without some of the participants."""
    if missing := people_elsewhere(workshop):
        are = "is" if len(missing) == 1 else "are"
        raise Refused(
            reason=f"{counted(len(missing), 'participant')} {are} not on this laptop: it was handed out for one group. "
            "Who sits where is decided in the whole workshop. Nothing was changed."
        )
