"""Erases everybody's data once the time is over that they are kept for. Seats, counts and what groups said stay.

`purge/ID` holds how many people and pictures it was, and why it was done before the time, if it was.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.model.people import Participant
from vaexercise.model.text import clean_line, counted
from vaexercise.plenary.dates import Due
from vaexercise.record.revision import token
from vaexercise.workshop.days import ended_on
from vaexercise.workshop.names import NAMES
from vaexercise.workshop.people.forgetting import erase, traces
from vaexercise.workshop.people.participants import check_all_here
from vaexercise.workshop.pictures.kept import ATTACHMENT, drop_erased

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.workshop.people.forgetting import Traces
    from vaexercise.workshop.workshop import Workshop

_PERSON = "participant/"
_ALL_OF_IT = (_PERSON, "sensitive/", ATTACHMENT)
_WHO = ("sitting/", NAMES)


class Going(NamedTuple):
    """What would go: slots, and how many people, pictures, and names of who typed, confirmed or approved."""

    slots: tuple[str, ...]
    people: int
    pictures: int
    names: int


class Term(NamedTuple):
    """How many days data are kept, the day the workshop ended, and the first day on which they are to go."""

    days: int
    ended: date
    over: date


def going(workshop: Workshop) -> Going:
    """All that the record holds of anybody, in any version; what was erased before is none of it."""
    slots = tuple(sorted(set(_slots(workshop))))
    counts = [sum(slot.startswith(kind) for slot in slots) for kind in (_PERSON, ATTACHMENT, _WHO)]
    return Going(slots, *counts)


def _slots(workshop: Workshop) -> Iterator[str]:
    for revision in workshop.fold.revisions.values():
        of_anybody = _WHO if revision.body.get("by") else ()
        if revision.body and revision.slot.startswith((*_ALL_OF_IT, *of_anybody)):
            yield revision.slot


def term(workshop: Workshop) -> Term | None:
    """How long data are kept: as workshop.yaml says, else the strictest of its exercises; None if nobody says."""
    own = workshop.settings.privacy
    said = [own] if own else [workshop.exercise(session).privacy for session in workshop.sessions]
    days = min((privacy.retention_days for privacy in said if privacy.retention_days > 0), default=0)
    ended = ended_on(workshop)
    if not days or ended is None:
        return None
    with suppress(OverflowError):
        return Term(days, ended, ended + timedelta(days=days))
    return None


def reminder(workshop: Workshop) -> str:
    """What there is to say once the time is over and data are still here; else nothing."""
    kept = term(workshop)
    if kept is None or _today(workshop) < kept.over or not going(workshop).slots:
        return ""
    return (
        f"The data of participants were to be kept for {counted(kept.days, 'day')}, until {Due(kept.over, kept.over)}. "
        "Erase them: vaexercise workshop purge"
    )


def _today(workshop: Workshop) -> date:
    return datetime.fromisoformat(workshop.clock()).date()


def check_may_purge(workshop: Workshop, early: str) -> Going:
    """What goes. Raises `Refused` before the time unless a reason is given, in a handed-out copy, and for nothing."""
    check_all_here(workshop)
    found, kept = going(workshop), term(workshop)
    if not found.slots:
        raise Refused(reason="No data of anybody are in this workshop any more. Nothing was erased.")
    if clean_line(early) or (kept and _today(workshop) >= kept.over):
        return found
    why = 'To do it all the same, say why: --early "…". Nothing was erased.'
    if kept is None:
        raise Refused(
            reason="Nothing says for how long data are kept: set retention_days under privacy in workshop.yaml. " + why
        )
    raise Refused(
        reason=f"Data are kept for {counted(kept.days, 'day')} after {Due(kept.ended, kept.ended)}, until "
        f"{Due(kept.over, kept.over)}. {why}"
    )


def remains(workshop: Workshop) -> Traces:
    """Where else people are named: what groups said, comments, files; for somebody to decide about."""
    return traces(workshop, *_everybody(workshop))


def _everybody(workshop: Workshop) -> list[Participant]:
    """All who ever were on the list, those too that were taken off it."""
    names = {r.slot: str(r.body["name"]) for r in workshop.fold.revisions.values() if _is_named(r.slot, r.body)}
    return [Participant(id=slot.removeprefix(_PERSON), name=name) for slot, name in names.items()]


def _is_named(slot: str, body: object) -> bool:
    return slot.startswith(_PERSON) and isinstance(body, dict) and bool(body.get("name"))


def purge(workshop: Workshop, found: Going, early: str = "") -> list[str]:
    """Erase it all, for good.

    Gives the files of the log that living sittings hold, and which are erased when those end. Raises `NotSaved`;
    repeating any command goes on.
    """
    why = clean_line(early)
    body = {"people": found.people, "pictures": found.pictures, **({"reason": why} if why else {})}
    held = erase(workshop, found.slots, [(f"purge/{token(10)}", body)])
    drop_erased(workshop.folder, workshop.fold)
    return held
