"""What other groups say about a point of one group: beside it, and never part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.model.groups import group_name
from vaexercise.model.text import clean_line, counted
from vaexercise.record.revision import token

if TYPE_CHECKING:
    from vaexercise.model.feedback import Point
    from vaexercise.model.session import Session
    from vaexercise.workshop.answers.withdrawn import Withdrawn
    from vaexercise.workshop.workshop import Workshop

ID_LENGTH = 10


class Comment(NamedTuple):
    """A comment of a group on the point with that id; `place` orders those on one point."""

    id: str
    about: str
    group: str
    text: str
    place: int


def comments(workshop: Workshop, session: Session) -> dict[str, tuple[Comment, ...]]:
    """All comments by the id of the point that they are about, in the order in which they were made."""
    prefix, found = _prefix(session), list[Comment]()
    for slot, body in workshop.fold.slots(prefix):
        key, place = slot.removeprefix(prefix), int(body.get("place", 0))
        found.append(Comment(key, body["about"], body["group"], body["text"], place))
    found.sort(key=lambda comment: (comment.place, comment.id))
    return {about: tuple(c for c in found if c.about == about) for about in dict.fromkeys(c.about for c in found)}


def add_comment(workshop: Workshop, session: Session, point: Point, group: str, text: str) -> Comment:
    """Record what a group says about a point of another.

    Raises `Refused` for an empty comment, for the group's own point, and for a private one; and `NotSaved`.
    """
    words = clean_line(text)
    refuse_comment(point, words)
    if group == point.group:
        reason = f"{point.code} is what {group_name(group)} said itself; comments are of others. Nothing was recorded."
        raise Refused(reason=reason)
    workshop.log.refresh()
    place = 1 + max((c.place for c in comments(workshop, session).get(point.id, ())), default=0)
    made = Comment(token(ID_LENGTH), point.id, group, words, place)
    body = {"about": made.about, "group": made.group, "text": made.text, "place": made.place}
    workshop.record([(f"{_prefix(session)}{made.id}", body)])
    return made


def refuse_comment(point: Point, text: str) -> None:
    """Raise `Refused` if nobody could comment so on a point, whichever group says it."""
    if not clean_line(text):
        raise Refused(reason=f"A comment needs words: {point.code} and what is said to it. Nothing was recorded.")
    if point.private:
        raise Refused(reason=f"{point.code} is private: it is not said in plenary. Nothing was recorded.")


def delete_comment(workshop: Workshop, session: Session, point: Point | Withdrawn, number: int) -> Comment:
    """Delete a comment on a point by its number, from 1; history keeps it. Raises `Refused` if there is none."""
    there = comments(workshop, session).get(point.target, ())
    if not 1 <= number <= len(there):
        raise Refused(reason=f"{point.code} has {counted(len(there), 'comment')}. Nothing was deleted.")
    workshop.record([(f"{_prefix(session)}{there[number - 1].id}", {})])
    return there[number - 1]


def _prefix(session: Session) -> str:
    return f"comment/{session.id}/"
