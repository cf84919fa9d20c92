"""Makes two points of one in which a group said two things; both stay its own, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.parting import parted
from vaexercise.model.groups import group_name
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.signing import signed

if TYPE_CHECKING:
    from vaexercise.capture.sorting.table import Table
    from vaexercise.model.feedback import Point


def split(table: Table, point: Point, words: str) -> bool:
    """Let the second point begin with these words of the first; whether that was done. Raises `Refused`."""
    reason = _objection(table, point)
    if reason:
        table.say(reason)
        return False
    name = table.question.form().blanks[0].name
    whole = str(point.values.get(name, ""))
    cut = parted(whole, words)
    if cut is None:
        table.say("Say with which words of it the second point begins: / WORDS")
        return False
    first, second = cut
    said = Feedback(table.workshop, table.session)
    parts = ({**point.values, name: first}, {name: second})
    made = table.save(lambda: said.split_point(point, *parts), [point.id])
    table.say(f"{point.code}: {first}\n{made.code}: {second}")
    return True


def _objection(table: Table, point: Point) -> str:
    """Why it stays one point."""
    into_two = "Put it into two themes instead, by their numbers: 2,4"
    if signed(table.workshop, table.session, point.group):
        return f"{group_name(point.group)} has signed off, so its words stay whole. {into_two}"
    if len(table.question.form().blanks) > 1:
        return f"A point of several parts stays whole. {into_two}"
    if " (version " in point.code:
        return f"{point.code} has several versions, which have to be settled first: vaexercise feedback settle"
    return ""
