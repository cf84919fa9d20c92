"""The days of a workshop: when it ended, and when something was last recorded."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from vaexercise.plenary.dates import understood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.workshop.workshop import Workshop

_UNTIL = re.compile(r"\s*[–—]\s*|\s+(?:-|to|until|and|à|au|et|al?|y|e|até|hasta)\s+|(?<=\d)-(?=\d{1,2}\s)")
"""What stands between the first and the last day, as people write them."""
_NOT_CONTENT = ("sitting/", "erasure/", "definition/", "approval/", "name/", "purge/")


def day_of(at: str) -> date | None:
    """The day of a time of the log, where it was written; None for what a strange clock wrote."""
    try:
        return datetime.fromisoformat(at).date()
    except ValueError:
        return None


def last_day(dates: str) -> date | None:
    """The last day that words such as `22–24 May 2012` say; None if they say none that can be read."""
    for words in (dates, _UNTIL.split(dates)[-1]):
        if found := understood(words):
            return found.last
    return None


def last_change(workshop: Workshop) -> date | None:
    """The day of the last record that changed what a summary may say, by the clocks there; None if there is none."""
    return max(_days(workshop), default=None)


def _days(workshop: Workshop) -> Iterator[date]:
    for revision in workshop.fold.revisions.values():
        if not revision.slot.startswith(_NOT_CONTENT) and (day := day_of(revision.at)):
            yield day


def ended_on(workshop: Workshop) -> date | None:
    """When the workshop ended: as workshop.yaml says, else when something was last recorded."""
    return last_day(workshop.settings.dates) or last_change(workshop)
