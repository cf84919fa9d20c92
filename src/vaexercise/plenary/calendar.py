"""Actions as a calendar file (RFC 5545): one entry for each that has a date, for the whole day."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from vaexercise.plenary.dates import understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from vaexercise.model.action import Action

_SIGNS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_OCTETS = 75
"""Of one line, at most; the next begins with a space."""


def calendar(actions: Iterable[Action], prefix: str, now: datetime) -> str:
    """The file's text, with CRLF. Of a month, its last day is entered.

    Only actions that are still waited for, and whose words are known, are in it. An entry's id is made of `prefix`
    and the action's, so that a calendar that takes the file in again changes its entries and doubles none. Whole
    days are exclusive at their end.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vaexercise//actions//EN", "CALSCALE:GREGORIAN"]
    for action in actions:
        if action.waited_for and action.what:
            lines += _entry(action, prefix, now)
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in _folded(line))


def _entry(action: Action, prefix: str, now: datetime) -> Iterator[str]:
    due = understood(action.by_now)
    if due is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{prefix}-{action.id}@vaexercise"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{due.last:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(action.what)}"
    yield f"DESCRIPTION:{_text(_about(action))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _about(action: Action) -> str:
    labelled = (("Who", action.who_now), ("By when", action.by_now), ("Indicator", action.indicator))
    others = (("Plan or commitment", action.plan), ("Status", action.status), ("Note", action.note))
    told = [f"{label}: {words}" for label, words in (*labelled, *others) if words]
    return "\n".join([*told, *([f"Code: {action.code}"] if action.code else [])])


def _text(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n").translate(_SIGNS)


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most so many octets; no letter is cut."""
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode(errors="replace"))
        if size + length > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
