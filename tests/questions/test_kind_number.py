from __future__ import annotations

from groups_that_say import say

from vaexercise.model.plenary import Grid
from vaexercise.questions.number import Kind

QUESTION = Kind(id="q-far", prompt="How far?", code="Q1", unit="km", min=0, max=900)


def test_form() -> None:
    """The value has a range and a unit; whether it is an estimate and where it is from follow."""
    value, *others = QUESTION.form().blanks
    assert (value.kind, value.least, value.most, value.unit) == ("number", 0, 900, "km")
    assert [blank.name for blank in others] == ["estimate", "source"]
    assert [b.name for b in Kind(id="q", prompt="?", estimate=False).form().blanks] == ["value", "source"]


def test_sum_up() -> None:
    """Numbers stand as they were given; range, median and estimates are said, and gaps counted."""
    said = say(
        QUESTION,
        {"value": 12, "estimate": "yes", "source": "Health survey"},
        {"value": "40.50", "estimate": "no"},
        {"value": 7},
    )
    assert QUESTION.sum_up(said) == [
        Grid(
            title="How far?",
            columns=("Code", "How far?", "Is it an estimate?", "Where is it from?"),
            rows=(
                ("G1-Q1", "12 km", "Yes", "Health survey"),
                ("G2-Q1", "40.50 km", "No", ""),
                ("G3-Q1", "7 km", "", ""),
            ),
            languages=("en", "en", "en"),
            note="3 numbers, from 7 to 40.5 km; median 12; 1 estimate. 3 of 9 cells are empty.",
            attributed=(0,),
        )
    ]


def test_median_between_two() -> None:
    """Of two numbers the median is exactly half-way, and no number is no statistics."""
    [grid] = QUESTION.sum_up(say(QUESTION, {"value": 100}, {"value": "0.2"}))
    assert isinstance(grid, Grid)
    assert grid.note.startswith("2 numbers, from 0.2 to 100 km; median 50.1; 0 estimates.")
    [grid] = QUESTION.sum_up(say(QUESTION, {"source": "nobody knows"}))
    assert isinstance(grid, Grid)
    assert grid.note == "2 of 3 cells are empty."


def test_faults() -> None:
    """A range that runs backwards is a fault."""
    assert [fault.path for fault in Kind(id="q", prompt="?", min=3, max=2).faults()] == [("min",)]
    assert not list(QUESTION.faults())
