from __future__ import annotations

from groups_that_say import say

from vaexercise.model.plenary import Grid
from vaexercise.questions.actions import Kind

QUESTION = Kind(id="q-do", prompt="What will change?", code="Q5", max=3)


def test_form() -> None:
    """What and who are required, the rest is not; fields that are left out are not asked."""
    form = QUESTION.form()
    assert [(blank.name, blank.required) for blank in form.blanks] == [
        ("what", True),
        ("who", True),
        ("by", False),
        ("indicator", False),
    ]
    assert (form.repeats, form.most, form.noun) == (True, 3, "action")
    chosen = Kind(id="q", prompt="?", fields={"plan": "optional", "what": "required"})
    assert [blank.name for blank in chosen.form().blanks] == ["what", "plan"]


def test_sum_up() -> None:
    """The actions of all groups stand under each other, with gaps counted."""
    first = {"what": "Count", "who": "Ministry of Vale", "by": "May", "indicator": "A table"}
    said = say(QUESTION, [first], [{"what": "Meet", "who": "Us"}], "skipped")
    assert QUESTION.sum_up(said) == [
        Grid(
            title="What will change?",
            columns=("Code", "What", "Who", "By when", "Indicator"),
            rows=(("G1-Q5-01", "Count", "Ministry of Vale", "May", "A table"), ("G2-Q5-01", "Meet", "Us", "", "")),
            languages=("en", "en"),
            note="2 of 8 cells are empty. 1 group skipped it.",
            attributed=(0,),
        )
    ]


def test_faults() -> None:
    """An action without `what` is a fault."""
    assert [fault.path for fault in Kind(id="q", prompt="?", fields={"who": "required"}).faults()] == [("fields",)]
    assert [fault.path for fault in Kind(id="q", prompt="?", min=4, max=3).faults()] == [("min",)]
    assert not list(QUESTION.faults())
