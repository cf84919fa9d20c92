"""Whether a report is a draft, as every page of it says, and as programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vaexercise.model.text import clean_line
from vaexercise.plenary.dates import Due

if TYPE_CHECKING:
    from datetime import date

    from vaexercise.model.edition import Approval


def status(approval: Approval) -> str:
    """A line such as `Draft, 24 May 2012`; nothing for a report of which nobody knows when it came to be."""
    if approval.state == "draft":
        return f"Draft, {_said(approval.changed_on)}" if approval.changed_on else ""
    on, by = _said(approval.on), clean_line(approval.by)
    if approval.state == "changed":
        return f"Changed since it was approved on {on}: draft"
    return f"Approved on {on} by {by}" if by else f"Approved on {on}"


def plain(approval: Approval) -> dict[str, Any]:
    """The same for programs: `state`, `on`, `by`, `changed_on`; days in ISO form, `null` where there is none."""
    on, changed = (day.isoformat() if day else None for day in (approval.on, approval.changed_on))
    return {"state": approval.state, "on": on, "by": clean_line(approval.by), "changed_on": changed}


def _said(day: date | None) -> str:
    return str(Due(day, day)) if day else "an unknown day"
