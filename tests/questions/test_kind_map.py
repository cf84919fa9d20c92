from __future__ import annotations

from groups_that_say import say

from vaexercise.model.plenary import Grid
from vaexercise.questions.map import Axis, Kind

QUESTION = Kind(id="q-map", prompt="Who can do what?", code="Q1", x=Axis(label="Interest"), y=Axis(label="Influence"))


def test_form() -> None:
    """A thing has a place on either axis, within its range; given things are chosen from."""
    item, x, y = QUESTION.form().blanks
    assert (item.kind, x.kind, x.least, x.most, y.hint) == ("line", "number", 1, 5, "1 = low, 5 = high")
    chosen = Kind(id="q", prompt="?", x=QUESTION.x, y=QUESTION.y, items=("media",)).form().blanks[0]
    assert (chosen.kind, chosen.other) == ("one", True)


def test_sum_up() -> None:
    """Things of all groups stand under each other, with their quarter of the map in words."""
    said = say(
        QUESTION,
        [{"item": "Media", "x": 4, "y": 2}, {"item": "Choir", "x": 3, "y": "4.5"}],
        "skipped",
        [{"item": "Media", "x": 1}],
    )
    assert QUESTION.sum_up(said) == [
        Grid(
            title="Who can do what?",
            columns=("Code", "Item", "Interest", "Influence", "Quarter"),
            rows=(
                ("G1-Q1-01", "Media", "4", "2", "Interest: high, Influence: low"),
                ("G1-Q1-02", "Choir", "3", "4.5", "Interest: middle, Influence: high"),
                ("G3-Q1-01", "Media", "1", "", "Interest: low"),
            ),
            languages=("en", "en", "en"),
            note="1 group skipped it.",
            attributed=(0,),
        )
    ]
    assert QUESTION.sum_up(say(QUESTION, "nothing")) == []


def test_faults() -> None:
    """An axis without length and things that cannot be told apart are faults."""
    wrong = Kind(id="q", prompt="?", x=Axis(label="X", min=5), y=Axis(label="Y"), items=("a", "A"), min=2, max=1)
    assert [fault.path for fault in wrong.faults()] == [("x", "min"), ("items", 1), ("min",)]
    assert not list(QUESTION.faults())
