"""Whether a report is a draft, as every page of it says, and as programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vaexercise.messages import say
from vaexercise.model.text import clean_line
from vaexercise.report.days import long_date

if TYPE_CHECKING:
    from datetime import date

    from vaexercise.model.edition import Approval


def status(approval: Approval) -> str:
    """A line such as `Draft, 24 May 2012`; nothing for a report of which nobody knows when it came to be."""
    if approval.state == "draft":
        return say("Draft, {day}", day=_said(approval.changed_on)) if approval.changed_on else ""
    on, by = _said(approval.on), clean_line(approval.by)
    if approval.state == "changed":
        return say("Changed since it was approved on {day}: draft", day=on)
    return say("Approved on {day} by {name}", day=on, name=by) if by else say("Approved on {day}", day=on)


def plain(approval: Approval) -> dict[str, Any]:
    """The same for programs: `state`, `on`, `by`, `changed_on`; days in ISO form, `null` where there is none."""
    on, changed = (day.isoformat() if day else None for day in (approval.on, approval.changed_on))
    return {"state": approval.state, "on": on, "by": clean_line(approval.by), "changed_on": changed}


def _said(day: date | None) -> str:
    return long_date(day) if day else say("an unknown day")
