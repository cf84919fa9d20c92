"""Takes back steps. Nothing disappears: an undo is a new revision with the content from before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.record.revision import token
from vaexercise.workshop.answers.withdrawn import brings_back
from vaexercise.workshop.log.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.workshop import Workshop

UNDO = "undo/"
NEVER = ("sitting/", "undo/", "erasure/", "withdrawn/", "definition/", "purge/")
"""What no undo touches: erased data is gone, and definitions are changed in their files."""
ADVICE = "They are in `vaexercise workshop history`; enter what should stand. Nothing was undone."


class Step(NamedTuple):
    """What was saved as one, by one sitting."""

    sitting: str
    number: int
    at: str
    revisions: tuple[Revision, ...]


def steps(workshop: Workshop, sitting: str = "", within: tuple[str, ...] = ()) -> list[Step]:
    """The steps that could be undone, newest first: of one sitting, or of all.

    `within` are the beginnings of slots: then only steps that touched nothing else.
    """
    by_undo = _made_by_undo(workshop)
    gone = by_undo | {key for _, body in workshop.fold.slots(UNDO) for key in body["revisions"]}
    of: dict[tuple[str, int], list[Revision]] = {}
    for revision in workshop.fold.revisions.values():
        if revision.id not in gone and not revision.slot.startswith(NEVER) and not revision.erased:
            of.setdefault((revision.sitting, revision.step), []).append(revision)
    found = [
        Step(name, number, revisions[0].at, tuple(sorted(revisions, key=lambda r: r.n)))
        for (name, number), revisions in of.items()
        if (not sitting or name == sitting) and all(r.slot.startswith(within or "") for r in revisions)
    ]
    return sorted(found, key=lambda step: (step.at, step.sitting, step.number), reverse=True)


def _made_by_undo(workshop: Workshop) -> set[str]:
    revisions = workshop.fold.revisions.values()
    steps_of_undo = {(r.sitting, r.step) for r in revisions if r.slot.startswith(UNDO)}
    return {r.id for r in revisions if (r.sitting, r.step) in steps_of_undo}


def _changed_since(workshop: Workshop, revisions: Sequence[Revision], by_undo: Collection[str]) -> list[Revision]:
    """What stands in the place of these now, and is neither one of them nor what an undo left there."""
    ours = {revision.id for revision in revisions}
    heads = [head for slot in dict.fromkeys(r.slot for r in revisions) for head in workshop.fold.heads(slot)]
    return [head for head in heads if head.id not in ours and head.id not in by_undo]


def undo(workshop: Workshop, chosen: Sequence[Step]) -> None:
    """Take back these steps, the newest first, all or none.

    Raises `Refused` if something in them was changed since by a step that stays, was in conflict before, is not
    in this copy as it was before, or had words that somebody took back since.
    """
    wording = Wording(workshop)
    revisions = [revision for step in chosen for revision in reversed(step.revisions)]
    for later in _changed_since(workshop, revisions, _made_by_undo(workshop)):
        name = wording.slot(later.slot)
        raise Refused(reason=f"{name} was changed since, at {later.at}. Undo that first. Nothing was undone.")
    for slot in [revision.slot for revision in revisions if _is_elsewhere(workshop, revision)]:
        raise Refused(reason=f"What {wording.slot(slot)} was before is not on this laptop. Nothing was undone.")
    before = {revision.slot: _contents_before(workshop, revision) for revision in revisions}
    for slot, bodies in before.items():
        if any(body != bodies[0] for body in bodies):
            name = wording.slot(slot)
            raise Refused(reason=f"{name} had several versions before; which one counts is for you to say. {ADVICE}")
    entries: list[tuple[str, Body]] = [(slot, bodies[0] if bodies else {}) for slot, bodies in before.items()]
    for slot, body in entries:
        if code := brings_back(workshop, slot, body):
            reason = f"{wording.slot(slot)} had words of {code} before, which was withdrawn. Nothing was undone."
            raise Refused(reason=reason[:1].upper() + reason[1:])
    workshop.record([*entries, (f"{UNDO}{token(10)}", {"revisions": sorted(r.id for r in revisions)})])


def _is_elsewhere(workshop: Workshop, revision: Revision) -> bool:
    """Whether this copy was made without what the revision replaced."""
    known = workshop.fold.revisions
    return any(known[key].erased for key in revision.parents if key in known)


def _contents_before(workshop: Workshop, revision: Revision) -> list[Body]:
    """What the slot held; of a conflict that the revision settled, all versions."""
    return [workshop.fold.revisions[key].body for key in revision.parents if key in workshop.fold.revisions]
