"""How far a group is, in words: for a table, and for what changed since the last look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.text import counted
from vaexercise.workshop.answers.clock import in_words
from vaexercise.workshop.answers.typists import SOMEBODY
from vaexercise.workshop.when import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.workshop.answers.overview import Progress

_WARNINGS = (10, 5, 0)
"""Minutes left at which a change is worth a line of its own."""


def minutes(row: Progress) -> str:
    """`22 left`, `3 over`; with how far over the group is at its question, if it is: `22 left, 8 over at Q3`."""
    late = row.question_left is not None and row.question_left < 0 and (row.left is None or row.left >= 0)
    said = [_bare(row.left), f"{_bare(row.question_left)} at {row.at}" if late else ""]
    return ", ".join(filter(None, said))


def _bare(number: int | None) -> str:
    return "" if number is None else f"{abs(number)} {'over' if number < 0 else 'left'}"


def who_types(row: Progress) -> str:
    """The names of all who typed, with a word at those who do now."""
    names = [f"{name} (typing now)" if name in row.typing else name for name in row.typists]
    return ", ".join([*names, *(f"{SOMEBODY} typing now" for name in row.typing if name not in row.typists)])


def signed(row: Progress) -> str:
    """`14:05, by Amara`, and how much changed since; empty if the group has not signed off."""
    if not row.signed:
        return ""
    by = f"by {row.signed_by}" if row.signed_by else ""
    return ", ".join(filter(None, [at(row.signed_at), by, f"{row.changed} changed since" if row.changed else ""]))


def changes(before: Progress | None, row: Progress) -> list[str]:
    """What is new since the last look; at the first, all there is to say."""
    return [said for said in _news(before, row) if said]


def _news(before: Progress | None, row: Progress) -> Iterator[str]:
    if before is None or row.points != before.points:
        yield counted(row.points, "point")
    if (before and row.stars != before.stars) or (before is None and row.stars):
        yield counted(row.stars, "headline")
    if (before is None or row.at != before.at) and row.at:
        yield f"at {row.at}"
    if before is None or row.done != before.done:
        yield f"{row.done} of {counted(row.asked, 'question')}"
    if before is None:
        yield in_words(row.left)
        yield who_types(row)
    else:
        yield from _time_passed(before, row)
        yield from (f"{name} types now" for name in row.typing if name not in before.typing)
        yield from (f"{name} has stopped" for name in before.typing if name not in row.typing)
    yield from _signing(before, row)


def _time_passed(before: Progress, row: Progress) -> Iterator[str]:
    """Once when little time is left, and once when it is up."""
    if row.left is None or before.left is None:
        return
    if any(row.left <= mark < before.left for mark in _WARNINGS):
        yield in_words(row.left)


def _signing(before: Progress | None, row: Progress) -> Iterator[str]:
    known = before and (before.signed, before.signed_at, before.changed)
    if row.signed and known != (row.signed, row.signed_at, row.changed):
        yield row.signing
    if before and before.signed and not row.signed:
        yield "open again"
