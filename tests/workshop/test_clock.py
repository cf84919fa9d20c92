"""A group's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import SHEETS, must
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused
from vaexercise.workshop.answers import clock
from vaexercise.workshop.answers.clock import Clock, Left
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.signing import Counts, heard, record_sign_off
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question

TWO = "2012-05-22T14:00:00.000+02:00"
START = datetime(2012, 5, 22, 12, 0, tzinfo=UTC)


def opened(folder: Path, at: str = TWO, command: str = "feedback enter") -> Feedback:
    workshop = Workshop(folder, clock=lambda: at, command=command)
    return Feedback(workshop, workshop.sessions[0])


def say(said: Feedback, group: str = "g1", via: str = "terminal") -> None:
    question = said.workshop.exercise(said.session).asked("group")[0]
    said.add_points(question, group, [{"text": "No budget line"}], via=via)


def running(said: Feedback, group: str = "g1") -> datetime | None:
    return clock.clock(said.workshop, said.session, group).started


def plan(folder: Path) -> tuple[Exercise, tuple[Question, ...]]:
    said = opened(folder)
    exercise = said.workshop.exercise(said.session)
    return exercise, tuple(q for q in exercise.asked("group") if not q.when)


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (0, "60 minutes left"),
        (0.5, "60 minutes left"),
        (59, "1 minute left"),
        (60, "time is up"),
        (60.5, "time is up"),
        (63, "3 minutes over"),
    ],
)
def test_minutes_left_in_words(workshop_with_groups: Path, passed: float, words: str) -> None:
    """Begun minutes are counted as left, and only whole ones as over."""
    exercise, questions = plan(workshop_with_groups)
    left = Clock(START).left(exercise, questions, None, START + timedelta(minutes=passed))
    assert clock.in_words(left.whole) == words


def test_how_far_over_a_question(workshop_with_groups: Path) -> None:
    """A question should be done after the minutes of all up to it: Q1 has 12, Q2 another 12."""
    exercise, questions = plan(workshop_with_groups)
    now = START + timedelta(minutes=20)
    assert Clock(START).left(exercise, questions, questions[0], now) == Left(40, -8)
    assert Clock(START).left(exercise, questions, questions[1], now) == Left(40, 4)


@pytest.mark.parametrize("away", [timedelta(days=1, minutes=1), timedelta(minutes=-6), timedelta(days=-4000)])
def test_a_strange_clock_tells_nothing(workshop_with_groups: Path, away: timedelta) -> None:
    """Neither a beginning more than a day ago nor one in the future gives minutes."""
    exercise, questions = plan(workshop_with_groups)
    assert Clock(START).left(exercise, questions, questions[0], START + away) == Left()
    assert clock.in_words(None) == ""


def test_a_clock_that_is_a_little_ahead_counts_as_now(workshop_with_groups: Path) -> None:
    """Two laptops never agree to the minute: the group has all its time then, and not more."""
    exercise, questions = plan(workshop_with_groups)
    assert Clock(START).left(exercise, questions, None, START - timedelta(minutes=4)).whole == 60


def test_a_group_that_has_not_begun(workshop_with_groups: Path) -> None:
    """Nothing is said of a clock that does not run."""
    exercise, questions = plan(workshop_with_groups)
    assert running(opened(workshop_with_groups)) is None
    assert Clock().left(exercise, questions, questions[0], START) == Left()


def test_without_minutes_of_questions_the_step_counts(new_workshop_free: tuple[Exercise, tuple[Question, ...]]) -> None:
    """An exercise may plan minutes for its group work alone; then only the whole is known."""
    exercise, questions = new_workshop_free
    assert Clock(START).left(exercise, questions, questions[0], START) == Left(60, None)


@pytest.fixture
def new_workshop_free(workshop_with_groups: Path) -> tuple[Exercise, tuple[Question, ...]]:
    """The exercise, with no minutes at any question."""
    exercise, questions = plan(workshop_with_groups)
    return exercise, tuple(replace(question, minutes=0) for question in questions)


def test_it_begins_at_the_first_entry_of_the_group(workshop_with_groups: Path) -> None:
    """Later entries, those of others, and a point that was moved here change nothing."""
    first = opened(workshop_with_groups, "2012-05-22T13:00:00+02:00")
    say(first, "g2")
    first.move_point(first.points()[0], "q-challenges", "g1")
    say(opened(workshop_with_groups, "2012-05-22T14:20:00+02:00"))
    say(opened(workshop_with_groups, "2012-05-22T12:10:00+00:00"))
    assert running(opened(workshop_with_groups)) == datetime(2012, 5, 22, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize("via", ["file", "paper"])
def test_what_came_in_afterwards_starts_none(workshop_with_groups: Path, via: str) -> None:
    """A sheet that is typed in or imported later says nothing about when the group began."""
    say(opened(workshop_with_groups), via=via)
    assert running(opened(workshop_with_groups)) is None


def test_an_import_starts_none(workshop_with_groups: Path) -> None:
    """Not by a question that the file calls skipped, either, which does not say how it came in."""
    must("feedback", "import", SHEETS[1], "--workshop", workshop_with_groups)
    assert running(opened(workshop_with_groups), "g2") is None


@pytest.mark.parametrize("at", ["", "no time", "0000-00-00", "99999-01-01T00:00", "2012-05-22T14:00+99:00"])
def test_a_time_that_is_none_is_left_aside(workshop_with_groups: Path, at: str) -> None:
    """What a broken clock wrote is no beginning, and no error."""
    say(opened(workshop_with_groups, at))
    assert running(opened(workshop_with_groups)) is None
    say(opened(workshop_with_groups))
    assert running(opened(workshop_with_groups)) == START


def test_somebody_says_when_it_began(workshop_with_groups: Path) -> None:
    """The time of day is that of today, here, and counts instead of the first entry."""
    said = opened(workshop_with_groups)
    now = datetime(2012, 5, 22, 14, 30).astimezone()
    for typed, minute in (("14:05", 5), ("14.07", 7), (" 14h08 ", 8)):
        clock.start(said.workshop, said.session, "g1", typed, now)
        assert running(said) == now.replace(minute=minute)


@pytest.mark.parametrize("typed", ["", "14", "25:00", "14:60", "-1:00", "noon", "14:05:06", "1" * 9999])
def test_what_is_no_time_of_day_is_refused(workshop_with_groups: Path, typed: str) -> None:
    """The sentence shows how to write one, and nothing is recorded."""
    said = opened(workshop_with_groups)
    with pytest.raises(Refused, match=r"is no time of day\. Write for example --started 14:05"):
        clock.start(said.workshop, said.session, "g1", typed)
    assert running(said) is None


def test_a_time_to_come_is_refused(workshop_with_groups: Path) -> None:
    """Nobody began later than now."""
    said = opened(workshop_with_groups)
    now = datetime(2012, 5, 22, 14, 30).astimezone()
    with pytest.raises(Refused, match=r"14:31 is still to come; it is 14:30 here"):
        clock.start(said.workshop, said.session, "g1", "14:31", now)


def test_sign_off_stops_it(workshop_with_groups: Path) -> None:
    """A group that has finished is never late."""
    said = opened(workshop_with_groups)
    say(said)
    assert running(said) == START
    lines = heard(said.workshop, said.session, "g1")
    record_sign_off(said.workshop, said.session, "g1", "Amara", Counts(1, 0, 0), lines)
    assert running(said) is None
    with pytest.raises(Refused, match="has signed off"):
        clock.start(said.workshop, said.session, "g1", "00:00")


@given(st.text())
@settings(deadline=None)
def test_no_text_crashes_the_clock(at: str) -> None:
    """Whatever stands in a log as a time, it is read or left aside."""
    moment = clock.instant(at)
    assert moment is None or moment.tzinfo is UTC


def test_now_has_a_place() -> None:
    """This moment can be compared with what is read from a log."""
    assert clock.now().tzinfo is UTC
