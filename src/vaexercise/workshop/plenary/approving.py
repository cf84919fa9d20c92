"""Approves a session's summary as it stands, after the day and its corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.text import clean_line, counted
from vaexercise.workshop.names import APPROVER, named
from vaexercise.workshop.plenary.approvals import approval, approval_slot, digests
from vaexercise.workshop.plenary.checking import check
from vaexercise.workshop.plenary.summary import synthesis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.edition import Approval
    from vaexercise.model.session import Session
    from vaexercise.plenary.faults import Fault
    from vaexercise.workshop.workshop import Workshop


def approve(workshop: Workshop, session: Session, *, by: str = "", note: str = "", reason: str = "") -> Approval:
    """Record that the summary is approved as it stands now; the approval. What is approved already stays so.

    Raises `Refused` while `plenary check` has faults and no `reason` says why it is approved all the same; and
    `NotSaved`.
    """
    with workshop.alone():
        made = synthesis(workshop, session)
        if (found := approval(workshop, session, lambda: made)).state == "approved":
            return found
        faults, why = check(workshop, session).faults, clean_line(reason)
        if faults and not why:
            raise Refused(reason=_refusal(faults))
        facts = {"note": clean_line(note), "reason": why, "faults": len(faults) if why else 0}
        counts = {"points": made.totals.points, "answers": made.totals.answers}
        key, name = named(session, APPROVER, by)
        signed = {"name": key} if clean_line(by) else {}
        body = {**digests(workshop.fold, made)._asdict(), **counts, **signed, **{k: v for k, v in facts.items() if v}}
        workshop.record([(approval_slot(session), body), *([name] if signed else [])])
        return approval(workshop, session, lambda: made)


def _refusal(faults: Sequence[Fault]) -> str:
    told = "\n".join(map(str, faults))
    are = counted(len(faults), "fault")
    return f'{told}\n{are} in the summary: it was not approved. Mend this, or say why it stands: --reason "…"'
