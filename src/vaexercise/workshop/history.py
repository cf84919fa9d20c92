"""What was recorded, when and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.workshop.wording import Wording

if TYPE_CHECKING:
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop


class Event(NamedTuple):
    """One revision in words. `at` is the clock of the machine that wrote it."""

    at: str
    by: str
    what: str
    content: str
    slot: str
    sitting: str
    id: str


def history(workshop: Workshop, *, slot: str = "", group: str = "", since: str = "") -> list[Event]:
    """All revisions, oldest first; only of a slot and those below it, of a group (`g2`), or since a time."""
    wording = Wording(workshop)
    who = {name.partition("/")[2]: str(body.get("by", "")) for name, body in workshop.fold.slots("sitting/")}
    found = [r for r in workshop.fold.revisions.values() if _wanted(workshop, r, slot, group) and r.at >= since]
    found.sort(key=lambda r: (r.at, r.sitting, r.n))
    return [
        Event(
            at=r.at,
            by=who.get(r.sitting, ""),
            what=wording.slot(r.slot),
            content="erased" if r.erased else wording.content(r.slot, r.body),
            slot=r.slot,
            sitting=r.sitting,
            id=r.id,
        )
        for r in found
    ]


def _wanted(workshop: Workshop, revision: Revision, slot: str, group: str) -> bool:
    if slot:
        return revision.slot == slot or revision.slot.startswith(f"{slot.rstrip('/')}/")
    if revision.slot.startswith("sitting/"):
        return False
    return not group or _group_of(workshop, revision) == group


def _group_of(workshop: Workshop, revision: Revision) -> str:
    kind, *parts = revision.slot.split("/")
    if kind in ("answer", "state"):
        return parts[1]
    if kind in ("point", "star"):
        bodies = (r.body for r in reversed(workshop.fold.history("/".join(["point", *parts]))))
        return next((str(body["group"]) for body in bodies if "group" in body), "")
    return str(revision.body.get("group", "")) if kind == "placing" else ""
