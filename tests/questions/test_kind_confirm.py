from __future__ import annotations

from groups_that_say import say

from vaexercise.model.plenary import Grid
from vaexercise.questions.confirm import Kind

QUESTION = Kind(id="q-read", prompt="Read back?", code="Q1")


def test_form() -> None:
    """There is one blank: yes or no."""
    [blank] = QUESTION.form().blanks
    assert [item.id for item in blank.choices] == ["yes", "no"]


def test_sum_up() -> None:
    """Who confirmed and who did not are counted."""
    [grid] = QUESTION.sum_up(say(QUESTION, {"answer": "yes"}, {"answer": "no"}, {"answer": "yes"}))
    assert isinstance(grid, Grid)
    assert grid.rows == (("Yes", "2", "G1-Q1, G3-Q1"), ("No", "1", "G2-Q1"))


def test_faults() -> None:
    """There is nothing to get wrong."""
    assert not list(QUESTION.faults())
