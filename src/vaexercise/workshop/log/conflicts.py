"""Two versions of one thing, made apart: listed, shown, and settled by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused, Unknown
from vaexercise.workshop.answers.responses import code_stem
from vaexercise.workshop.answers.signing import refuse_if_signed
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.log.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop


class Conflict(NamedTuple):
    """A slot with several versions, told by their number, from 1.

    `code` is that of a point or answer, else empty. `versions` say what differs, `made` who made each and when.
    """

    slot: str
    code: str
    name: str
    versions: tuple[str, ...]
    made: tuple[str, ...]
    heads: tuple[Revision, ...]


def conflicts(workshop: Workshop, *, private: bool = False) -> list[Conflict]:
    """All unsettled conflicts, in words; those of what is `private` only if they are asked for."""
    wording = Wording(workshop, private=private)
    found = []
    for slot, heads in workshop.fold.conflicts().items():
        versions = tuple(wording.differences(slot, [head.body for head in heads]))
        made = tuple(_made(workshop, head) for head in heads)
        found.append(Conflict(slot, _code(workshop, slot, heads), wording.slot(slot), versions, made, heads))
    return sorted(found, key=lambda conflict: conflict.name)


def _code(workshop: Workshop, slot: str, heads: Iterable[Revision]) -> str:
    """The code that people know a point or an answer by."""
    kind, *parts = slot.split("/")
    if kind in ("answer", "state") and len(parts) == 3:  # noqa: PLR2004  session, group, question
        session = next((session for session in workshop.sessions if session.id == parts[0]), None)
        asked = workshop.exercise(session).walk() if session else ()
        return next((code_stem(session, parts[1], q) for q in asked if session and q.id == parts[2]), "")
    return next((str(head.body["code"]) for head in heads if head.body.get("code")), "")


def _made(workshop: Workshop, head: Revision) -> str:
    by = str(workshop.fold.body(f"sitting/{head.sitting}").get("by", ""))
    at = head.at[:16].replace("T", " ")
    return ", ".join(filter(None, [by, at]))


def settle(workshop: Workshop, name: str, keep: int) -> Conflict:
    """Keep one version of what has that code or slot; the others stay in history. Raises `Unknown`, `Refused`.

    What a group said stays as it is once the group has signed off.
    """
    found = conflicts(workshop)
    conflict = next((one for one in found if name in (one.code, one.slot)), None)
    if conflict is None:
        known = ", ".join(one.code or one.slot for one in found) or "none"
        raise Unknown(kind="conflict", name=name, hint=f"Unsettled are: {known}.")
    if not 1 <= keep <= len(conflict.heads):
        raise Refused(
            reason=f"{conflict.name} has {len(conflict.heads)} versions. Say --keep 1 to {len(conflict.heads)}."
        )
    for session in workshop.sessions:
        for group, trail in trails(workshop, session).items():
            if not {head.id for head in conflict.heads}.isdisjoint(revision.id for revision in trail):
                refuse_if_signed(workshop, session, group)
    workshop.record([(conflict.slot, conflict.heads[keep - 1].body)])
    return conflict
