from __future__ import annotations

from groups_that_say import say

from vaexercise.questions.note import Kind

QUESTION = Kind(id="q-note", prompt="Take a break.", code="Q1")


def test_form() -> None:
    """There is nothing to fill in."""
    assert QUESTION.form().blanks == ()


def test_sum_up() -> None:
    """There is nothing to show."""
    assert QUESTION.sum_up(say(QUESTION, "nothing", "skipped", "open")) == ()


def test_faults() -> None:
    """There is nothing to get wrong."""
    assert not list(QUESTION.faults())
