"""A group's clock: when it began, and how many of its planned minutes are left."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.model.text import counted
from vaexercise.workshop.answers.signing import refuse_if_signed, signed
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.log.history import moment
from vaexercise.workshop.workshop import now as time_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

_TYPED = re.compile(r"(\d{1,2})\s*[:.hH]\s*(\d{2})")
_LONGEST = timedelta(days=1)
_CLOCKS_DIFFER = timedelta(minutes=5)
"""So far may another machine's clock run ahead of ours and still count as now."""

_SHOWN = 20
_ENTERED = ("point", "answer", "state")
_AFTERWARDS = ("feedback import", "feedback transcribe")


class Left(NamedTuple):
    """Minutes that are left, below 0 those over; None where nothing is planned, or no clock runs.

    `whole` is the group's whole time; `question` is until the current question should be done.
    """

    whole: int | None = None
    question: int | None = None


class Clock(NamedTuple):
    """When a group began; None if it has not."""

    started: datetime | None = None

    def left(self, exercise: Exercise, questions: Sequence[Question], question: Question | None, now: datetime) -> Left:
        """What is left of the minutes planned for the group's `questions`, of which one is the current one.

        A clock that began more than a day ago, or not yet, tells nothing.
        """
        if self.started is None or not -_CLOCKS_DIFFER <= now - self.started <= _LONGEST:
            return Left()
        minutes = max((now - self.started).total_seconds(), 0) / 60
        plan = [one.minutes for one in questions]
        upto = sum(plan[: 1 + questions.index(question)]) if question in questions and question is not None else 0
        whole = sum(plan) or _planned(exercise, questions)
        return Left(ceil(whole - minutes) if whole else None, ceil(upto - minutes) if upto else None)


def _planned(exercise: Exercise, questions: Iterable[Question]) -> int:
    """The minutes of the group work that asks these, for questions that say none themselves."""
    asked = {question.id for question in questions}
    return sum(s.minutes for s in exercise.agenda if s.kind == "group" and not asked.isdisjoint(s.questions))


def in_words(minutes: int | None) -> str:
    """`22 minutes left`, `3 minutes over`, `time is up`; empty if there is nothing to say."""
    if minutes is None:
        return ""
    if minutes == 0:
        return "time is up"
    return f"{counted(abs(minutes), 'minute')} {'left' if minutes > 0 else 'over'}"


def clock(workshop: Workshop, session: Session, group: str) -> Clock:
    """A group's clock: as somebody set it, else from its first entry.

    What came in from files and paper starts none: the group had its time before. Sign-off stops it.
    """
    if signed(workshop, session, group):
        return Clock()
    said = instant(str(workshop.fold.body(_slot(session, group)).get("started", "")))
    return Clock(said or _first_entry(workshop, trails(workshop, session).get(group, ()), group))


def _first_entry(workshop: Workshop, trail: Iterable[Revision], group: str) -> datetime | None:
    found = (instant(r.at) for r in trail if not r.parents and _is_entered(workshop, r, group))
    return min(filter(None, found), default=None)


def _is_entered(workshop: Workshop, revision: Revision, group: str) -> bool:
    command = workshop.fold.body(f"sitting/{revision.sitting}").get("command")
    return (
        revision.slot.startswith(_ENTERED)
        and revision.body.get("group", group) == group
        and revision.body.get("via") not in ("file", "paper")
        and command not in _AFTERWARDS
    )


def instant(at: str) -> datetime | None:
    """When a revision was written; None if a strange clock wrote it."""
    try:
        return moment(at)
    except Refused:
        return None


def now() -> datetime:
    """This moment."""
    return datetime.fromisoformat(time_here()).astimezone(UTC)


def start(workshop: Workshop, session: Session, group: str, typed: str, at: datetime | None = None) -> datetime:
    """Let a group's clock begin at a time of today, such as `14:05`, here; `at` is this moment.

    Raises `Refused` for what is no time of day, for a time that is still to come, and for a signed-off group.
    """
    refuse_if_signed(workshop, session, group)
    here = (at or now()).astimezone()
    match = _TYPED.fullmatch(typed.strip())
    try:
        hour, minute = map(int, match.groups()) if match else (-1, -1)
        started = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
    except ValueError as error:
        reason = f"“{typed:.{_SHOWN}}” is no time of day. Write for example --started 14:05."
        raise Refused(reason=reason) from error
    if started > here:
        reason = f"{started:%H:%M} is still to come; it is {here:%H:%M} here. Write when the group began."
        raise Refused(reason=reason)
    workshop.record([(_slot(session, group), {"started": started.isoformat(timespec="seconds")})])
    return started


def _slot(session: Session, group: str) -> str:
    return f"clock/{session.id}/{group}"
