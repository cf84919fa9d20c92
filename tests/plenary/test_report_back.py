from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.feedback import Point
from vaexercise.model.theme import Sorting, Theme
from vaexercise.plenary.report_back import Before, Card, order_in_words, time_in_words, turns
from vaexercise.plenary.similarity import Matcher, Statement

WORDS = {
    "G1-Q1-01": "There is no budget line for collecting data in the districts",
    "G1-Q1-02": "Ministries do not share their data",
    "G2-Q1-01": "No budget line is set aside for collecting data in districts",
    "G2-Q1-02": "Nobody asks the survivors",
    "G3-Q1-01": "There is a budget line for collecting data in the districts",
    "G3-Q1-02": "Roads are bad",
}


def point(code: str) -> Point:
    group = code[:2].lower()
    values = {"text": WORDS[code]}
    return Point(id=f"id-{code}", code=code, group=group, question="q", values=values, place=1)


def reported(*codes: str, themes: tuple[Theme, ...] = (), left: tuple[str, ...] = tuple(WORDS)) -> Before:
    """These were reported, in that order."""
    matcher = Matcher(Statement(code, code[:2], text) for code, text in WORDS.items())
    ids = tuple(f"id-{code}" for code in left)
    before = Before(matcher, Sorting(question="q", points=tuple(map(point, WORDS)), themes=themes, left=ids))
    for code in codes:
        before.report(code[:2].lower(), code)
    return before


def theme(*codes: str, opposes: tuple[str, ...] = (), title: str = "Money") -> Theme:
    return Theme(
        id=title,
        question="q",
        title=title,
        points=tuple(f"id-{code}" for code in codes),
        opposes=tuple(f"id-{code}" for code in opposes),
    )


def unsorted(*codes: str) -> tuple[str, ...]:
    return tuple(code for code in WORDS if code not in codes)


def test_what_a_group_before_said_alike_is_named_with_its_code_and_the_reason() -> None:
    """As a suggestion: with both the word for how sure one may be, and the words that are shared."""
    [found] = reported("G1-Q1-01", "G1-Q1-02").already("g2", "G2-Q1-01")
    assert (found.code, found.group, found.decided) == ("G1-Q1-01", "g1", False)
    assert str(found).startswith("by Group 1, near-identical to G1-Q1-01 (")
    assert "budget" in str(found)


def test_only_what_was_reported_before_counts() -> None:
    """Neither what comes later, nor what the group itself said, nor what nobody said alike."""
    assert reported().already("g2", "G2-Q1-01") == ()
    assert reported("G2-Q1-01").already("g2", "G2-Q1-01") == ()
    assert reported("G1-Q1-01").already("g3", "G3-Q1-02") == ()


def test_a_denial_of_one_of_the_two_is_marked() -> None:
    """Similar words may carry opposite positions."""
    [found] = reported("G1-Q1-01").already("g3", "G3-Q1-01")
    assert str(found).endswith("; but one of the two denies something")


def test_what_people_put_together_is_said_exactly() -> None:
    """By the theme's title, with the code, whatever the words are like; a contrary stand is told."""
    before = reported("G1-Q1-02", themes=(theme("G1-Q1-02", "G2-Q1-02"),), left=unsorted("G1-Q1-02", "G2-Q1-02"))
    [found] = before.already("g2", "G2-Q1-02")
    assert (found.words, found.decided) == ("in the theme “Money” with G1-Q1-02", True)
    opposed = theme("G1-Q1-02", "G2-Q1-02", opposes=("G2-Q1-02",))
    [found] = reported("G1-Q1-02", themes=(opposed,)).already("g2", "G2-Q1-02")
    assert found.words == "in the theme “Money” with G1-Q1-02; but one of the two says the contrary"


def test_what_people_kept_apart_is_not_suggested() -> None:
    """Two points in different themes are not said to be alike; one that is not sorted yet may be."""
    both = (theme("G1-Q1-01"), theme("G2-Q1-01", title="Data"))
    left = unsorted("G1-Q1-01", "G2-Q1-01")
    assert reported("G1-Q1-01", themes=both, left=left).already("g2", "G2-Q1-01") == ()
    [found] = reported("G1-Q1-01", themes=both[:1], left=unsorted("G1-Q1-01")).already("g2", "G2-Q1-01")
    assert not found.decided


def test_each_group_before_is_named_once() -> None:
    """The nearest of its points stands for a group."""
    found = reported("G1-Q1-01", "G1-Q1-02", "G3-Q1-01").already("g2", "G2-Q1-01")
    assert [one.group for one in found] == ["g1", "g3"]


def test_more_points_than_can_be_compared_are_no_error() -> None:
    """What the matcher does not know is not suggested."""
    before = Before(Matcher([]), Sorting(question="q", points=tuple(map(point, WORDS))))
    before.report("g1", "G1-Q1-01")
    assert before.already("g2", "G2-Q1-01") == ()


@settings(deadline=None)
@given(st.integers(0, 12), st.integers(0, 100))
def test_everybody_reports_once_and_begins_equally_often(count: int, place: int) -> None:
    """The order is that of the groups, begun at another one each time."""
    groups = tuple(f"g{number + 1}" for number in range(count))
    order = turns(groups, place)
    assert sorted(order) == sorted(groups)
    if groups:
        begun = [turns(groups, place + step)[0] for step in range(count)]
        assert sorted(begun) == sorted(groups)
        assert turns(groups, 0) == groups


def test_why_groups_report_in_that_order() -> None:
    """In words: who begins next, or that the order is always the same."""
    order = ("g2", "g3", "g1")
    assert order_in_words(order, "fixed", by_question=False).endswith("the same order every time.")
    said = order_in_words(order, "rotate", by_question=True)
    assert said == "Group 2, Group 3, Group 1. It rotates: at the next question Group 3 begins."
    assert "next session" in order_in_words(order, "rotate", by_question=False)
    assert order_in_words(("g1",), "rotate", by_question=False) == "Group 1"
    assert order_in_words((), "rotate", by_question=False) == ""


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ((3, 5, 15), "3 groups, 5 minutes each, then 15 minutes of discussion: 30 minutes in all."),
        ((1, 5, 0), "1 group, 5 minutes each: 5 minutes in all."),
        ((3, 0, 10), "10 minutes of discussion: 10 minutes in all."),
        ((0, 5, 0), ""),
    ],
)
def test_how_long_the_report_back_takes(plan: tuple[int, int, int], words: str) -> None:
    """The groups, then the discussion, then the sum; nothing where nobody planned it."""
    assert time_in_words(*plan) == words


def test_the_speaking_time_is_held_against_what_the_group_has() -> None:
    """Too long is said; without words or without a plan only what is known."""
    assert Card(group="g1", words=55, seconds=30, allowed=5).time == (
        "about half a minute at 110 words a minute (55 words); the group has 5 minutes"
    )
    assert Card(group="g1", words=700, seconds=382, allowed=5).time.endswith(
        "the group has only 5 minutes: leave something out"
    )
    assert Card(group="g1", words=55, seconds=30).time == "about half a minute at 110 words a minute (55 words)"
    assert Card(group="g1", allowed=1).time == "the group has 1 minute"
    assert Card(group="g1").time == "not said"
