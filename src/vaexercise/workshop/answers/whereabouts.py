"""Which question a group is at: the one that was last written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.answers.clock import instant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

_ENTERED = ("point", "answer", "state")


def last_question(workshop: Workshop, trail: Iterable[Revision], by: str = "") -> str:
    """The id of the question that was written to last; by the person of that name if they wrote at all.

    `trail` are a group's revisions (see `trail.trails`). Empty if nothing was entered.
    """
    entered = [r for r in trail if r.slot.partition("/")[0] in _ENTERED]
    own = [r for r in entered if by and workshop.fold.body(f"sitting/{r.sitting}").get("by") == by]
    found = [(at, r.sitting, r.n, r) for r in own or entered if (at := instant(r.at))]
    return _question(workshop, max(found)[-1]) if found else ""


def _question(workshop: Workshop, revision: Revision) -> str:
    """Where somebody was when they wrote this: of a point that they moved or deleted, where it was before."""
    if not revision.slot.startswith("point/"):
        return revision.slot.rpartition("/")[2]
    known = workshop.fold.revisions
    before = [known[key].body for key in revision.parents if key in known and known[key].body]
    return str((before or [revision.body])[0].get("question", ""))
