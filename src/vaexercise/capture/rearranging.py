"""Commands that put points elsewhere: under another question, in another order, as two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.parting import parted
from vaexercise.model.question import named
from vaexercise.model.text import counted
from vaexercise.workshop.answers.relocating import fits, relocate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.points import PointAsking


def move(asking: PointAsking, argument: str) -> None:
    """Put a point under another question. Raises `Refused` where it has no place there."""
    point, word = asking.addressed("move", argument)
    if point is None:
        return
    asking.refuse_versions(point)
    asked = asking.talk.questions()
    question = named(asked, word)
    if question is None or question.id == point.question:
        takers = [q for q in asked if q.id != point.question and fits(q, point.values, asking.feedback.offered(q))]
        known = " or ".join(q.code or q.id for q in takers)
        there = f"{point.code} stands there already." if question else ""
        where = f"Say where to: :move {asking.number(point)} {known}." if known else "No other question can take it."
        asking.say(f"{there} {where}".strip())
        return
    asking.talk.save(lambda: relocate(asking.feedback, point, question, asking.group))
    asking.say(f"{point.code} stands under {question.code or question.id} now; its code stays.")


def split(asking: PointAsking, argument: str) -> None:
    """Make two points of one; the second begins with the words that are given."""
    point, words = asking.addressed("split", argument)
    if point is None:
        return
    if len(asking.form.blanks) > 1:
        asking.say(f"A point of {counted(len(asking.form.blanks), 'part')} cannot be split. Change it with :edit.")
        return
    if point.private:
        asking.say(f"A private point cannot be split. Say it anew: :edit {asking.number(point)}")
        return
    asking.refuse_versions(point)
    name = asking.form.blanks[0].name
    whole = str(point.values.get(name, ""))
    parts = parted(whole, words)
    if parts is None:
        asking.say(f"Say with which words of it the second point begins: :split {asking.number(point)} WORDS")
        asking.say(asking.line(point))
        return
    first, second = parts
    made = asking.talk.save(lambda: asking.feedback.split_point(point, {**point.values, name: first}, {name: second}))
    asking.talk.seen.add(made.id)
    asking.say(f"{point.code}: {first}")
    asking.say(f"{made.code}: {second}")


def reorder(asking: PointAsking, argument: str) -> None:
    """Put a point at another place of the list."""
    point, place = asking.addressed("reorder", argument)
    if point is None:
        return
    points = asking.response().points
    ids = list(dict.fromkeys(p.id for p in points))
    if not place.isdecimal() or len(place) > len(str(len(ids))) or not 1 <= int(place) <= len(ids):
        asking.say(f"Say its new place: :reorder {asking.number(point)} and 1 to {len(ids)}.")
        return
    ids.remove(point.id)
    ids.insert(int(place) - 1, point.id)
    asking.talk.save(lambda: asking.feedback.set_order(asking.question, asking.group, ids))
    asking.show()


REARRANGING: Mapping[str, Callable[[PointAsking, str], None]] = {"move": move, "split": split, "reorder": reorder}
"""Each of these commands by its name."""
