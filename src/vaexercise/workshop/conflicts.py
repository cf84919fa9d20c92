"""Two versions of one thing, made apart: listed, shown, and settled by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused, Unknown
from vaexercise.workshop.wording import Wording

if TYPE_CHECKING:
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop


class Conflict(NamedTuple):
    """A slot with several versions; `code` is a point's, else empty. Versions are told by their number, from 1."""

    slot: str
    code: str
    name: str
    versions: tuple[str, ...]
    heads: tuple[Revision, ...]


def conflicts(workshop: Workshop) -> list[Conflict]:
    """All unsettled conflicts, in words."""
    wording = Wording(workshop)
    found = []
    for slot, heads in workshop.fold.conflicts().items():
        code = next((str(head.body["code"]) for head in heads if head.body.get("code")), "")
        versions = tuple(wording.content(slot, head.body) for head in heads)
        found.append(Conflict(slot, code, wording.slot(slot), versions, heads))
    return sorted(found, key=lambda conflict: conflict.name)


def settle(workshop: Workshop, name: str, keep: int) -> Conflict:
    """Keep one version of what has that code or slot; the others stay in history. Raises `Unknown`, `Refused`."""
    found = conflicts(workshop)
    conflict = next((one for one in found if name in (one.code, one.slot)), None)
    if conflict is None:
        known = ", ".join(one.code or one.slot for one in found) or "none"
        raise Unknown(kind="conflict", name=name, hint=f"Unsettled are: {known}.")
    if not 1 <= keep <= len(conflict.heads):
        raise Refused(
            reason=f"{conflict.name} has {len(conflict.heads)} versions. Say --keep 1 to {len(conflict.heads)}."
        )
    workshop.record([(conflict.slot, conflict.heads[keep - 1].body)])
    return conflict
