"""Erases a person: name and attributes everywhere in the record, for good. Their seat and all counts stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import NotSaved
from vaexercise.record.erasing import finish_erasing
from vaexercise.record.revision import token
from vaexercise.workshop import folder as folders
from vaexercise.workshop.feedback import Feedback

if TYPE_CHECKING:
    from vaexercise.model.feedback import Point
    from vaexercise.model.people import Participant
    from vaexercise.workshop.workshop import Workshop


class Traces(NamedTuple):
    """Where a person is: slots to erase; points that mention the name, which somebody has to decide on; files."""

    slots: tuple[str, ...]
    mentions: tuple[Point, ...]
    files: tuple[str, ...]


def traces(workshop: Workshop, person: Participant) -> Traces:
    """All that the workshop holds about a person."""
    name = person.name.casefold()
    slots = [f"participant/{person.id}", f"sensitive/{person.id}"]
    slots += [slot for slot, body in workshop.fold.slots("sitting/") if str(body.get("by", "")).casefold() == name]
    points = [point for session in workshop.sessions for point in Feedback(workshop, session).points()]
    mentions = [p for p in points if any(_names(name, value) for value in p.values.values())]
    return Traces(tuple(s for s in slots if workshop.fold.heads(s)), tuple(mentions), _files(workshop, person.name))


def _names(name: str, value: object) -> bool:
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return bool(name) and name in words.casefold()


def _files(workshop: Workshop, name: str) -> tuple[str, ...]:
    """Files beside the log that hold the name: made from it, or edited by people."""
    beside = (p for p in sorted(workshop.folder.rglob("*")) if p.is_file() and p.parent.name != folders.LOG)
    return tuple(p.relative_to(workshop.folder).as_posix() for p in beside if name.encode() in p.read_bytes())


def forget(workshop: Workshop, found: Traces) -> list[str]:
    """Erase the slots; the files of the log that living sittings hold, and which are erased when those end.

    Raises `NotSaved`; repeating the command goes on.
    """
    workshop.record([(f"erasure/{token(10)}", {"slots": list(found.slots)})])
    try:
        return finish_erasing(workshop.log)
    except OSError as error:
        what = "the erasure is recorded, but not yet carried out in all files. Repeating any command goes on with it"
        raise NotSaved(what=what, reason=error.strerror) from error
