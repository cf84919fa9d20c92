from __future__ import annotations

from groups_that_say import say

from vaexercise.model.form import Item
from vaexercise.model.plenary import Grid
from vaexercise.questions.matrix import Column, Kind, Rows

COLUMNS = (
    Column(id="output", label="Output"),
    Column(id="today", label={"en": "Today?", "fr": "Aujourd'hui ?"}, kind="one", options=("yes", "no")),
)
FREE = Kind(id="q-m", prompt="Measure", code="Q3", rows=Rows(label="Objective", min=1, max=3), columns=COLUMNS)
FIXED = Kind(
    id="q-f",
    prompt="By year",
    code="Q3",
    rows=Rows(kind="fixed", items=(Item(id="y1", label="First year"), "y2")),
    columns=COLUMNS,
)


def test_form_of_free_rows() -> None:
    """The group names a row and fills in its cells, again and again."""
    form = FREE.form()
    assert [(blank.name, blank.kind) for blank in form.blanks] == [
        ("row", "line"),
        ("output", "line"),
        ("today", "one"),
    ]
    assert (form.repeats, form.least, form.most, form.noun) == (True, 1, 3, "objective")


def test_form_of_fixed_rows() -> None:
    """There is one blank for every cell, labelled by row and column in every language."""
    form = FIXED.form()
    assert [blank.name for blank in form.blanks] == ["y1.output", "y1.today", "y2.output", "y2.today"]
    assert form.blanks[0].label == "First year – Output"
    assert form.blanks[1].label == {"en": "First year – Today?", "fr": "First year – Aujourd'hui ?"}
    assert not form.repeats


def test_sum_up_free_rows() -> None:
    """Rows of all groups are stacked under each other with their codes, and gaps are counted."""
    said = say(FREE, [{"row": "Wells", "output": "10", "today": "no"}, {"row": "Roads"}], "nothing", [{"row": "Work"}])
    assert FREE.sum_up(said, "fr") == [
        Grid(
            title="Measure",
            columns=("Code", "Objective", "Output", "Aujourd'hui ?"),
            rows=(("G1-Q3-01", "Wells", "10", "no"), ("G1-Q3-02", "Roads", "", ""), ("G3-Q3-01", "Work", "", "")),
            languages=("en", "en", "en"),
            note="4 of 9 cells are empty. 1 group had nothing to say.",
            attributed=(0,),
        )
    ]
    assert FREE.sum_up(say(FREE, "skipped")) == []


def test_sum_up_fixed_rows() -> None:
    """Every cell is a row, every group a column under the code of its answer."""
    [grid] = FIXED.sum_up(say(FIXED, {"y1.output": "ten", "y1.today": "yes"}, {"y1.today": "yes"}, {"y2.today": "no"}))
    assert isinstance(grid, Grid)
    assert grid.columns == ("Item", "G1-Q3", "G2-Q3", "G3-Q3", "Groups")
    assert grid.rows == (
        ("First year – Output", "ten", "–", "–", "ten 1"),
        ("First year – Today?", "yes", "yes", "–", "yes 2"),
        ("y2 – Output", "–", "–", "–", ""),
        ("y2 – Today?", "–", "–", "no", "no 1"),
    )
    assert grid.note == "8 of 12 cells are empty."


def test_faults() -> None:
    """Rows and columns that contradict themselves are faults, each at its place."""
    wrong = Kind(
        id="q",
        prompt="?",
        rows=Rows(kind="free", min=3, max=1, items=("a", "A")),
        columns=(
            Column(id="row", label="Row"),
            Column(id="x", label="X", kind="many"),
            Column(id="x", label="Y", options=("a", "A")),
        ),
    )
    assert [fault.path for fault in wrong.faults()] == [
        ("rows", "items"),
        ("rows", "min"),
        ("rows", "items", 1),
        ("columns", 0, "id"),
        ("columns", 1, "id"),
        ("columns", 1, "options"),
        ("columns", 2, "id"),
        ("columns", 2, "options"),
        ("columns", 2, "options", 1),
    ]
    assert [fault.path for fault in Kind(id="q", prompt="?", columns=()).faults()] == [("columns",)]
    assert not [*FREE.faults(), *FIXED.faults()]
