"""Finds what the plenary decided about something that is not there: themes, comments, votes, ballots, actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.model.text import counted
from vaexercise.workshop.answers.withdrawn import withdrawals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop


def broken_decisions(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    """Slots of a session that point at what is not in the log, each with the reason in words."""
    yield from _unknown_themes(workshop, session)
    yield from _unknown_commented(workshop, session)
    yield from _unknown_voted_on(workshop, session)
    yield from _unknown_ballots(workshop, session)
    yield from _unknown_actions(workshop, session)


def points_of(workshop: Workshop) -> set[str]:
    """The ids of all points that ever were."""
    return {r.slot.rpartition("/")[2] for r in workshop.fold.revisions.values() if r.slot.startswith("point/")}


def is_group(key: str) -> bool:
    """Whether it may be the key of a group."""
    return key == PLENARY or (key[:1] == "g" and key[1:].isdecimal())


def _unknown_themes(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    """Themes that never were are named; of those that were deleted, points are left to be sorted again."""
    slots = _slots(workshop)
    questions, points = {question.id for question in workshop.exercise(session).walk()}, points_of(workshop)
    for slot, body in workshop.fold.slots(f"theme/{session.id}/"):
        if body.get("question") not in questions:
            yield slot, f"a theme is of the question {body.get('question')}, which the exercise does not have"
        if body.get("into") and f"theme/{session.id}/{body['into']}" not in slots:
            yield slot, "a theme was merged into one that is not in the log"
    for slot, body in workshop.fold.slots(f"sorted/{session.id}/"):
        missing = [key for key in body.get("themes", ()) if f"theme/{session.id}/{key}" not in slots]
        if missing:
            yield slot, f"a point is in {counted(len(missing), 'theme')} not in the log"
        if slot.count("/") == 2 and slot.rpartition("/")[2] not in points:  # noqa: PLR2004  sorted/SESSION/POINT
            yield slot, "a point is sorted that is not in the log"


def _unknown_commented(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    points = points_of(workshop)
    for slot, body in workshop.fold.slots(f"comment/{session.id}/"):
        if body.get("about") not in points:
            yield slot, "a comment is on a point that is not in the log"
        if not is_group(body.get("group", "")):
            yield slot, f"a comment is of the group {body.get('group')}, which is none"


def _unknown_voted_on(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    questions, slots = {question.id for question in workshop.exercise(session).walk()}, _slots(workshop)
    for slot, body in workshop.fold.slots(f"vote/{session.id}/"):
        question = body.get("question")
        if question and question not in questions:
            yield slot, f"a vote is on the question {question}, which the exercise does not have"
        items = [item["id"] for item in body.get("items", ()) if question]
        missing = [key for key in items if f"theme/{session.id}/{key}" not in slots]
        if missing:
            yield slot, f"a vote is on {counted(len(missing), 'theme')} not in the log"


def _unknown_ballots(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    """Items count as known if the vote ever had them: one that was opened again may have others."""
    for slot, body in workshop.fold.slots(f"ballot/{session.id}/"):
        vote = workshop.fold.history(f"vote/{session.id}/{slot.split('/')[2]}")
        items = {item["id"] for revision in vote for item in revision.body.get("items", ())}
        missing = {*body.get("choices", ()), *body.get("tally", ())} - items
        if not vote:
            yield slot, "a ballot was cast in a vote that is not in the log"
        elif missing:
            yield slot, f"a ballot is for {counted(len(missing), 'item')} that its vote does not have"
        if body.get("group") and not is_group(body["group"]):
            yield slot, f"a ballot is of the group {body['group']}, which is none"


def _unknown_actions(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    """What became of actions that never were; those joined to such; those from codes that nobody ever had."""
    prefix, points, codes = f"action/{session.id}/", points_of(workshop), _codes(workshop, session)
    slots = _slots(workshop)
    actions = {slot.removeprefix(prefix) for slot in slots if slot.startswith(prefix)} | points
    for slot, body in workshop.fold.slots(prefix):
        if "code" not in body and slot.removeprefix(prefix) not in points:
            yield slot, "it is said how far an action is that is not in the log"
        if body.get("under") and body["under"] not in actions:
            yield slot, "an action stands under one that is not in the log"
        source = str(body.get("source", ""))
        if source.startswith("theme/"):
            if f"theme/{session.id}/{source.removeprefix('theme/')}" not in slots:
                yield slot, "an action comes from a theme that is not in the log"
        elif codes is not None and not _is_known(body, codes):
            yield slot, f"an action comes from {body['source']}, which is not in the log"


def _is_known(body: Body, codes: set[str]) -> bool:
    """Whether the code that an action comes from was ever given; without what tells two versions of it apart."""
    source = str(body.get("source", ""))
    return source in ("", PLENARY) or source.partition(" (")[0].rstrip("abcdefghijklmnopqrstuvwxyz") in codes


def _codes(workshop: Workshop, session: Session) -> set[str] | None:
    """All codes of points that ever were given; None in a copy without other groups' points, which cannot tell."""
    prefix = f"point/{session.id}/"
    if workshop.fold.elsewhere(prefix):
        return None
    found = {str(r.body.get("code")) for r in workshop.fold.revisions.values() if r.slot.startswith(prefix)}
    return found | {one.code for one in withdrawals(workshop, session)}


def _slots(workshop: Workshop) -> set[str]:
    """All slots that ever had a content."""
    return {revision.slot for revision in workshop.fold.revisions.values()}
