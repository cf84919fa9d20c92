"""Erases a person: name and attributes everywhere in the record, for good. Their seat and all counts stay."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import NoSuchFile, NotSaved
from vaexercise.record.erasing import finish_erasing
from vaexercise.record.revision import token
from vaexercise.workshop import folder as folders
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.overview import answering
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.people import Participant
    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.workshop import Workshop


_WRITTEN = ("comment/", "action/", "theme/", "sentence/", "easy-read/", "attachment/", "approval/")


class Traces(NamedTuple):
    """Where a person is: slots to erase; what mentions the name, which somebody has to decide on; files.

    `beside` names what mentions it and is no point and no answer: comments, entries on actions, pictures, other texts.
    """

    slots: tuple[str, ...]
    mentions: tuple[Point | Answer, ...]
    files: tuple[str, ...]
    beside: tuple[str, ...] = ()


def traces(workshop: Workshop, *people: Participant) -> Traces:
    """All that the workshop holds about these people."""
    history = [revision for person in people for revision in workshop.fold.history(f"participant/{person.id}")]
    names = {*(person.name for person in people), *(str(r.body["name"]) for r in history if r.body)}
    said = {name.casefold() for name in names}
    slots = [f"{kind}/{person.id}" for person in people for kind in ("participant", "sensitive")]
    slots += sorted({r.slot for r in workshop.fold.revisions.values() if _says_who(r) and _by(r).casefold() in said})
    mentions = [one for one in _said(workshop) if any(_names(said, words) for words in _words(one))]
    there = tuple(slot for slot in slots if workshop.fold.heads(slot))
    return Traces(there, tuple(mentions), _files(workshop, names), _beside(workshop, said))


def _beside(workshop: Workshop, names: Collection[str]) -> tuple[str, ...]:
    """What else people wrote that names them, in any version that is in force."""
    wording = Wording(workshop, private=True)
    slots = [slot for kind in _WRITTEN for slot, _ in workshop.fold.slots(kind)]
    return tuple(
        wording.slot(slot)
        for slot in sorted(slots)
        if any(_names(names, wording.content(slot, head.body)) for head in workshop.fold.heads(slot))
    )


def _says_who(revision: Revision) -> bool:
    """Whether it only says who did something: typed, or stands behind a sign-off or a comparison with paper."""
    return revision.slot.startswith(("sitting/", NAMES))


def _by(revision: Revision) -> str:
    return str(revision.body.get("by", ""))


def _words(one: Point | Answer) -> Iterator[object]:
    """What was filled in, and what was written beside it."""
    yield from one.values.values()
    yield from (one.private, one.parked, one.gloss)


def _said(workshop: Workshop) -> Iterator[Point | Answer]:
    """All points and answers, of conflicts every version."""
    for session in workshop.sessions:
        feedback, exercise = Feedback(workshop, session), workshop.exercise(session)
        yield from feedback.points()
        responses = feedback.responses(exercise.walk(), answering(workshop, session))
        yield from (response.answer for response in responses if response.answer)


def _names(names: Collection[str], value: object) -> bool:
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return any(name and name in words.casefold() for name in names)


def _files(workshop: Workshop, names: Collection[str]) -> tuple[str, ...]:
    """Files beside the log that hold the name: made from it, or edited by people."""
    beside = (p for p in sorted(workshop.folder.rglob("*")) if p.is_file() and p.parent.name != folders.LOG)
    return tuple(p.relative_to(workshop.folder).as_posix() for p in beside if _holds(p, names))


def _holds(path: Path, names: Collection[str]) -> bool:
    with suppress(OSError):
        content = path.read_bytes()
        return any(name.encode() in content for name in names)
    return False


def forget(workshop: Workshop, found: Traces) -> list[str]:
    """Erase the slots; the files of the log that living sittings hold, and which are erased when those end.

    Raises `NotSaved`; repeating the command goes on.
    """
    return erase(workshop, found.slots)


def erase(workshop: Workshop, slots: Iterable[str], beside: Iterable[tuple[str, Body]] = ()) -> list[str]:
    """Erase slots, and record what stands `beside` that as one; as `forget` does."""
    workshop.record([(f"erasure/{token(10)}", {"slots": list(slots)}), *beside])
    try:
        return finish_erasing(workshop.log)
    except (OSError, NoSuchFile) as error:
        reason = error.strerror if isinstance(error, OSError) else error.facts["reason"]
        what = "the erasure is recorded, but not yet carried out in all files. Repeating any command goes on with it"
        raise NotSaved(what=what, reason=reason) from error
