"""Which revisions are about what a group says: they tell when it began, who typed, and whether any are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from vaexercise.model.feedback import Mark
from vaexercise.workshop.answers.withdrawn import withdrawals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.session import Session
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

_KINDS = frozenset({"point", "answer", "state", "order", *get_args(Mark)})


def trails(workshop: Workshop, session: Session) -> Mapping[str, tuple[Revision, ...]]:
    """For each group every revision of what it said: points, answers, states, orders and marks.

    A point that moved is in the trail of each group that it ever was in, so a trail never gets shorter.
    """
    ours = [r for r in workshop.fold.revisions.values() if _is_ours(r.slot, session)]
    groups: dict[str, dict[str, None]] = {}
    for revision in ours:
        if revision.slot.startswith("point/") and "group" in revision.body:
            groups.setdefault(revision.slot.rpartition("/")[2], {})[str(revision.body["group"])] = None
    for gone in withdrawals(workshop, session):
        groups.setdefault(gone.target, {}).update(dict.fromkeys(gone.groups))
    found: dict[str, list[Revision]] = {}
    for revision in ours:
        _, _, target, *question = revision.slot.split("/")
        for group in (target,) if question else groups.get(target, ()):
            found.setdefault(group, []).append(revision)
    return {group: tuple(revisions) for group, revisions in found.items()}


def _is_ours(slot: str, session: Session) -> bool:
    kind, _, rest = slot.partition("/")
    return kind in _KINDS and rest.startswith(f"{session.id}/")
