from __future__ import annotations

from groups_that_say import say

from vaexercise.model.form import Item
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.questions.checklist import Kind

ITEMS = (Item(id="ministry", label={"en": "Ministry", "fr": "Ministère"}), "media")
QUESTION = Kind(id="q-who", prompt="Who is there?", code="Q2", items=ITEMS, allow_other=True)


def test_form() -> None:
    """There is a blank per item, named by its id, and one for items in own words."""
    form = QUESTION.form()
    assert [blank.name for blank in form.blanks] == ["ministry", "media", "other"]
    assert [item.id for item in form.blanks[0].choices] == ["yes", "partly", "no", "unknown"]
    assert Kind(id="q", prompt="?", items="actors").form().blanks == ()


def test_sum_up() -> None:
    """Items stand by group with how many said what, gaps are counted, own items follow word for word."""
    said = say(
        QUESTION,
        {"ministry": "yes", "media": "no"},
        {"ministry": "partly", "other": "Radio Vale: yes\nThe choir: no"},
        {"ministry": "yes", "media": "no"},
        "not-discussed",
    )
    assert QUESTION.sum_up(said, "fr") == [
        Grid(
            title="Who is there?",
            columns=("Item", "G1-Q2", "G2-Q2", "G3-Q2", "Groups"),
            rows=(("Ministère", "yes", "partly", "yes", "yes 2, partly 1"), ("media", "no", "–", "no", "no 2")),
            note="1 of 6 cells is empty. 1 group did not discuss it.",
            attributed=(1, 2, 3),
        ),
        Lines(
            title="Others",
            lines=(
                Line(code="G2-Q2", text="Radio Vale: yes", language="en"),
                Line(code="G2-Q2", text="The choir: no", language="en"),
            ),
        ),
    ]


def test_nobody_answered() -> None:
    """Without an answer there is no table."""
    assert QUESTION.sum_up(say(QUESTION, "skipped", "skipped")) == []


def test_faults() -> None:
    """No items, a scale of one word, and an item named as own items are, are faults."""
    assert [fault.path for fault in Kind(id="q", prompt="?", items=(), scale=("yes",)).faults()] == [
        ("items",),
        ("scale",),
    ]
    assert [f.path for f in Kind(id="q", prompt="?", items=("a", "other"), allow_other=True).faults()] == [("items", 2)]
    assert not list(QUESTION.faults())
    assert not list(Kind(id="q", prompt="?", items="actors").faults())
