from __future__ import annotations

from groups_that_say import say

from vaexercise.model.form import spoken
from vaexercise.model.plenary import Line, Lines
from vaexercise.questions.points import Extra, Kind

EXTRAS = {"kind": Extra(kind="one", label="Kind", options=("data", "money")), "example": Extra(label="Example")}


def points(**keys: object) -> Kind:
    return Kind(id="q-roads", prompt="What is in the way?", code="Q1", **keys)  # type: ignore[arg-type]


def test_form() -> None:
    """A point has one blank that is asked; extras and what it answers wait for a command."""
    form = points(min=2, max=5, extras=EXTRAS, link_to="q-why").form()
    assert form.repeats
    assert (form.least, form.most) == (2, 5)
    assert [blank.name for blank in form.blanks] == ["text"]
    assert [blank.name for blank in form.extras] == ["kind", "example", "about"]


def test_sum_up() -> None:
    """Every group's points stand word for word under its name; a group that said nothing is left out."""
    question = points(extras=EXTRAS)
    said = say(question, [{"text": "No data"}, {"text": "No cars", "kind": "money"}], "skipped", [{"text": "Rain"}])
    assert question.sum_up(said) == [
        Lines(
            title="Group 1",
            lines=(
                Line(code="G1-Q1-01", text="No data", language="en", star=True),
                Line(code="G1-Q1-02", text="No cars (Kind: money)", language="en"),
            ),
        ),
        Lines(title="Group 3", lines=(Line(code="G3-Q1-01", text="Rain", language="en", star=True),)),
    ]


def test_extras_in_words() -> None:
    """What a command added stands in brackets after the point's own words."""
    form = points(extras=EXTRAS).form()
    assert spoken(form, {"text": "Rain", "kind": "data", "example": "Vale"}) == "Rain (Kind: data; Example: Vale)"


def test_faults() -> None:
    """Bounds that contradict each other, extras without choices and extras named `text` are faults."""
    wrong = {
        "text": Extra(label="Words"),
        "kind": Extra(kind="one", label="Kind"),
        "place": Extra(kind="one", label="Place", options=("Vale", "vale")),
    }
    paths = [fault.path for fault in points(min=3, max=2, extras=wrong).faults()]
    assert paths == [("min",), ("extras", "text"), ("extras", "kind"), ("extras", "place", "options", 1)]
    assert not list(points(min=3, extras=EXTRAS).faults())
