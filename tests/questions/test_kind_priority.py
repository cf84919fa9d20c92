from __future__ import annotations

from typing import Literal

import pytest
from groups_that_say import say

from vaexercise.model.form import Item
from vaexercise.model.plenary import Grid
from vaexercise.questions.priority import Kind

QUESTION = Kind(id="q-three", prompt="Which three?", code="Q6", options_from="q-how")
OFFERED = (Item(id="p1", label="Train people"), Item(id="p2", label="Build roads"), Item(id="p3", label="Meet"))


def test_form() -> None:
    """Every offered option has a tally, and the voters are counted."""
    form = QUESTION.form(OFFERED)
    assert [blank.name for blank in form.blanks] == ["p1", "p2", "p3", "voters"]
    assert all(blank.kind == "number" and blank.least == 0 for blank in form.blanks)


def test_sum_up() -> None:
    """Tallies are summed, shares are of the whole, and ties are printed as ties."""
    said = say(
        QUESTION,
        {"p1": 2, "p2": 4, "p3": 0, "voters": 2},
        {"p1": 4, "p2": 2, "voters": 2},
        {"p1": 1, "p2": 1, "p3": 1, "voters": 1},
    )
    assert QUESTION.offering(OFFERED).sum_up(said) == [
        Grid(
            title="Which three?",
            columns=("Option", "G1-Q6", "G2-Q6", "G3-Q6", "Total", "Share", "Place"),
            rows=(
                ("Train people", "2", "4", "1", "7", "47 %", "1="),
                ("Build roads", "4", "2", "1", "7", "47 %", "1="),
                ("Meet", "0", "–", "1", "1", "7 %", "3"),
            ),
            note="5 people voted. The highest total comes first.",
            attributed=(1, 2, 3),
        )
    ]


def test_lowest_sum_of_places_wins() -> None:
    """Where places are summed, the lowest total comes first; without voters no turnout is claimed."""
    question = Kind(id="q", prompt="?", code="Q1", options=("a", "b"), method="rank")
    [grid] = question.sum_up(say(question, {"a": 9, "b": "6.5"}))
    assert isinstance(grid, Grid)
    assert [(row[0], row[2], row[4]) for row in grid.rows] == [("b", "6.5", "1"), ("a", "9", "2")]
    assert grid.note == "The lowest total comes first."
    assert question.sum_up(say(question, "skipped")) == []


def test_nothing_given() -> None:
    """A vote in which nobody gave anything has no shares."""
    question = Kind(id="q", prompt="?", code="Q1", options=("a",))
    [grid] = question.sum_up(say(question, {"a": 0, "voters": 1}))
    assert isinstance(grid, Grid)
    assert grid.rows == (("a", "0", "0", "–", "1"),)
    assert grid.note.startswith("1 person voted.")


@pytest.mark.parametrize(("method", "had"), [("points", 6), ("score", 18), ("ngt", 12), ("rank", 12)])
def test_budget(method: Literal["points", "score", "ngt", "rank"], had: int) -> None:
    """Giving more than two voters had is a notice; giving all of it is none."""
    question = Kind(id="q", prompt="?", options=("a", "b", "c"), method=method, budget=3)
    spent = {"a": had - 1, "b": 1, "c": 0, "voters": 2}
    assert not list(question.notices(spent))
    assert list(question.notices({**spent, "c": 1})) == [
        f"{had + 1} given in all, and the voters had {had}: count again."
    ]
    assert not list(question.notices({"a": 99, "b": 1, "c": 0}))


def test_faults() -> None:
    """A budget of nothing and an option named as the voters are, are faults."""
    wrong = Kind(id="q", prompt="?", options=("a", "voters"), budget=0)
    assert [fault.path for fault in wrong.faults()] == [("budget",), ("options",)]
    assert not list(QUESTION.faults())
