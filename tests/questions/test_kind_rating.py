from __future__ import annotations

import pytest
from groups_that_say import say

from vaexercise.model.plenary import Grid
from vaexercise.questions.rating import Kind

QUESTION = Kind(id="q-reach", prompt="How far?", code="Q1", scale=("low", "fair", "high"))


def test_form() -> None:
    """There is a word for every step, and `cannot say` apart from them."""
    [blank] = QUESTION.form().blanks
    assert [item.id for item in blank.choices] == ["low", "fair", "high", "cannot-say"]
    [blank] = Kind(id="q", prompt="?", scale=("low", "high"), cannot_say=False).form().blanks
    assert [item.id for item in blank.choices] == ["low", "high"]


def test_sum_up() -> None:
    """The distribution is whole, and the median counts those who judged."""
    said = say(QUESTION, {"answer": "high"}, {"answer": "cannot-say"}, {"answer": "high"}, {"answer": "low"}, "nothing")
    assert QUESTION.sum_up(said) == [
        Grid(
            title="How far?",
            columns=("Answer", "Groups", "Said in"),
            rows=(
                ("low", "1", "G4-Q1"),
                ("fair", "0", ""),
                ("high", "2", "G1-Q1, G3-Q1"),
                ("Cannot say", "1", "G2-Q1"),
            ),
            languages=("", "", "", ""),
            note="4 groups answered. Median of 3 ratings: high. 1 group cannot say. 1 group had nothing to say.",
            attributed=(2,),
        )
    ]


@pytest.mark.parametrize(
    ("given", "median"),
    [
        (("low", "fair"), "Median of 2 ratings: between low and fair."),
        (("low", "high"), "Median of 2 ratings: between low and high."),
        (("fair",), "Median of 1 rating: fair."),
        (("cannot-say",), ""),
    ],
)
def test_median(given: tuple[str, ...], median: str) -> None:
    """A middle between two steps names both: words have no mean."""
    [grid] = QUESTION.sum_up(say(QUESTION, *({"answer": step} for step in given)))
    assert isinstance(grid, Grid)
    assert median in grid.note
    assert ("Median" in grid.note) == bool(median)


def test_faults() -> None:
    """A scale of one step is a fault, and a step that looks like `cannot say`."""
    assert [fault.path for fault in Kind(id="q", prompt="?", scale=("low",)).faults()] == [("scale",)]
    assert [fault.path for fault in Kind(id="q", prompt="?", scale=("low", "Cannot say")).faults()] == [("scale", 2)]
    assert not list(Kind(id="q", prompt="?").faults())
