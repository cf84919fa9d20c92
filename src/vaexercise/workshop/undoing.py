"""Takes back steps. Nothing disappears: an undo is a new revision with the content from before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.record.revision import token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.workshop import Workshop

UNDO = "undo/"
NEVER = ("sitting/", "undo/", "erasure/", "definition/")
"""What no undo touches: erased data is gone, and definitions are changed in their files."""


class Step(NamedTuple):
    """What was saved as one, by one sitting."""

    sitting: str
    number: int
    at: str
    revisions: tuple[Revision, ...]


def steps(workshop: Workshop, sitting: str = "") -> list[Step]:
    """The steps that could be undone, newest first: of one sitting, else of the newest that has any."""
    undone = {key for _, body in workshop.fold.slots(UNDO) for key in body["revisions"]}
    of: dict[tuple[str, int], list[Revision]] = {}
    for revision in workshop.fold.revisions.values():
        of.setdefault((revision.sitting, revision.step), []).append(revision)
    found = [
        Step(name, number, revisions[0].at, tuple(sorted(revisions, key=lambda r: r.n)))
        for (name, number), revisions in of.items()
        if not any(r.slot.startswith(UNDO) or r.id in undone for r in revisions)
    ]
    found = [step._replace(revisions=touched) for step in found if (touched := _touched(step))]
    found.sort(key=lambda step: (step.at, step.sitting, step.number), reverse=True)
    own = sitting or (found[0].sitting if found else "")
    return [step for step in found if step.sitting == own]


def _touched(step: Step) -> tuple[Revision, ...]:
    return tuple(r for r in step.revisions if not r.slot.startswith(NEVER) and not r.erased)


def undo(workshop: Workshop, chosen: Sequence[Step]) -> None:
    """Take back these steps, the newest first, all or none.

    Raises `Refused` if something in them was changed since by a step that stays.
    """
    revisions = [revision for step in chosen for revision in reversed(step.revisions)]
    ours = {revision.id for revision in revisions}
    before: dict[str, Body] = {}
    for revision in revisions:
        later = [head for head in workshop.fold.heads(revision.slot) if head.id not in ours]
        if later:
            raise Refused(
                reason=f"{revision.slot} was changed since, at {later[0].at}. Undo that first. Nothing was undone."
            )
        before[revision.slot] = _content_before(workshop, revision)
    entries = list(before.items())
    workshop.record([*entries, (f"{UNDO}{token(10)}", {"revisions": sorted(ours)})])


def _content_before(workshop: Workshop, revision: Revision) -> Body:
    """What the slot held; of a conflict that the revision settled, the first version."""
    parents = [workshop.fold.revisions[key] for key in revision.parents if key in workshop.fold.revisions]
    return next((parent.body for parent in parents), {})
