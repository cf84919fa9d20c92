from __future__ import annotations

import pytest
from groups_that_say import say

from vaexercise.model.plenary import Grid
from vaexercise.questions.tree import Kind, outline

QUESTION = Kind(id="q-tree", prompt="Why?", code="Q1")


def test_form() -> None:
    """Points say under which other they stand, if any."""
    form = QUESTION.form()
    assert form.repeats
    assert [(blank.name, blank.required) for blank in form.blanks] == [("text", True), ("under", False)]


def test_sum_up() -> None:
    """Each group's points become an outline, whichever way the point above is named."""
    first = [
        {"text": "Roads"},
        {"text": "Rain", "under": "1"},
        {"text": "Schools"},
        {"text": "Mud", "under": "G1-Q1-02"},
    ]
    said = say(QUESTION, first, "skipped", [{"text": "Money", "under": "7"}])
    assert QUESTION.sum_up(said) == [
        Grid(
            title="Group 1",
            columns=("Place", "Why?", "Code"),
            rows=(
                ("1", "Roads", "G1-Q1-01"),
                ("1.1", "Rain", "G1-Q1-02"),
                ("1.1.1", "Mud", "G1-Q1-04"),
                ("2", "Schools", "G1-Q1-03"),
            ),
            languages=("en",) * 4,
            attributed=(2,),
        ),
        Grid(
            title="Group 3",
            columns=("Place", "Why?", "Code"),
            rows=(("", "Money", "G3-Q1-01"),),
            languages=("en",),
            note="1 point without a place: under nothing that is there, or in a circle.",
            attributed=(2,),
        ),
    ]


@pytest.mark.parametrize("under", [["2", "1"], ["1", "1"], ["2", "3", "1"]])
def test_circles(under: list[str]) -> None:
    """Points in a circle are shown without a place, each once."""
    [response] = say(QUESTION, [{"text": f"t{n}", "under": parent} for n, parent in enumerate(under)])
    [grid] = QUESTION.sum_up([response])
    assert isinstance(grid, Grid)
    assert sorted(row[1] for row in grid.rows) == [f"t{n}" for n in range(len(under))]
    assert all(row[0] == "" for row in grid.rows)


def test_a_deep_tree() -> None:
    """A chain of two thousand points is no trouble."""
    [response] = say(QUESTION, [{"text": "x", "under": str(n) if n else ""} for n in range(2000)])
    assert outline(response.points)[-1][0].count(".") == 1999


def test_faults() -> None:
    """Bounds that contradict each other are a fault."""
    assert [fault.path for fault in Kind(id="q", prompt="?", min=2, max=1).faults()] == [("min",)]
