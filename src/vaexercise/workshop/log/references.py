"""Finds content in the record that points at something that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import group_name
from vaexercise.model.text import counted
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.log.decided_references import broken_decisions, is_group, points_of
from vaexercise.workshop.pictures.attachments import missing
from vaexercise.workshop.pictures.kept import ATTACHMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.feedback import Mark
    from vaexercise.model.session import Session
    from vaexercise.record.check import Places
    from vaexercise.record.reading import Damage
    from vaexercise.workshop.workshop import Workshop


def broken_references(workshop: Workshop, places: Places) -> list[Damage]:
    """Points and answers of unknown questions, seats of unknown people, marks on unknown points, by file and line.

    And what was decided about things that are not there; and sign-offs of groups of which fewer lines are there than
    they confirmed; and pictures whose files are not there.
    """
    found = []
    for session in workshop.sessions:
        for slot, reason in _broken(workshop, session):
            found += [places.damage(head, reason) for head in workshop.fold.heads(slot)]
    for one in missing(workshop):
        reason = f"the file of a picture, attachments/{one.kept.file}, is not there as it was attached"
        found += [places.damage(head, reason) for head in workshop.fold.heads(f"{ATTACHMENT}{one.id}")]
    return sorted(found)


def _broken(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    yield from _unknown_questions(workshop, session)
    yield from _unknown_people(workshop, session)
    yield from _unknown_points(workshop, session)
    yield from _unknown_marked(workshop, session)
    yield from broken_decisions(workshop, session)
    yield from _missing_lines(workshop, session)


def _unknown_questions(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    known = {question.id for question in workshop.exercise(session).walk()}
    for slot, body in workshop.fold.slots(f"point/{session.id}/"):
        if body.get("question") not in known:
            yield slot, f"a point answers the question {body.get('question')}, which the exercise does not have"
    for kind in ("answer", "state"):
        for slot, _ in workshop.fold.slots(f"{kind}/{session.id}/"):
            question = slot.split("/")[-1]
            if question not in known:
                yield slot, f"an answer is for the question {question}, which the exercise does not have"


def _unknown_people(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    people = {slot.partition("/")[2] for slot, _ in workshop.fold.slots("participant/")}
    without_content = (*workshop.fold.emptied("participant/"), *workshop.fold.elsewhere("participant/"))
    people |= {slot.partition("/")[2] for slot in without_content}
    draws = {revision.id for revision in workshop.fold.revisions.values() if revision.slot.startswith("draw/")}
    for slot, body in workshop.fold.slots(f"draw/{session.id}/"):
        missing = {member for group in body["groups"] for member in group} - people
        if missing:
            yield slot, f"the draw seats {', '.join(sorted(missing))}, who are not on the list"
    for slot, body in workshop.fold.slots(f"placing/{session.id}/"):
        if body["draw"] not in draws:
            yield slot, f"a person was placed on the draw {body['draw'][:12]}…, which is not in the log"
        if slot.rpartition("/")[2] not in people:
            yield slot, "a person was placed who is not on the list"


def _unknown_points(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    points = points_of(workshop)
    for slot, body in workshop.fold.slots(f"order/{session.id}/"):
        missing = [key for key in body.get("points", ()) if key not in points]
        if missing:
            yield slot, f"an order names {counted(len(missing), 'point')} not in the log"
    for slot, body in workshop.fold.slots(f"point/{session.id}/"):
        group = body.get("group", "")
        if not is_group(group):
            yield slot, f"a point is of the group {group}, which is none"


def _unknown_marked(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    points = points_of(workshop)
    known = {question.id for question in workshop.exercise(session).walk()}
    for kind, mark in _MARKS.items():
        for slot, _ in workshop.fold.slots(f"{kind}/{session.id}/"):
            _, _, target, *question = slot.split("/")
            if question and question[0] not in known:
                yield slot, f"{mark} on the question {question[0]}, which the exercise does not have"
            if not question and target not in points:
                yield slot, f"{mark} on a point that is not in the log"


def _missing_lines(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    """Whole lines that are gone leave no trace but this one. A copy made without other groups' points cannot tell."""
    if workshop.fold.elsewhere(f"point/{session.id}/"):
        return
    there = trails(workshop, session)
    for slot, body in workshop.fold.slots(f"sign-off/{session.id}/"):
        group, lines = slot.rpartition("/")[2], int(body.get("lines", 0))
        missing = lines - len(there.get(group, ()))
        if missing > 0:
            gone = f"{missing} {'is' if missing == 1 else 'are'} not in the log any more"
            yield slot, f"{group_name(group)} confirmed {counted(lines, 'line')}; {gone}"


_MARKS: dict[Mark, str] = {
    "star": "a headline is",
    "private": "a privacy mark is",
    "agree": "an agreement is",
    "gloss": "a translation is",
    "park": "a parking mark is",
    "confirm": "a comparison with paper is",
}
