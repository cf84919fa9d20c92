"""What no group said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.feedback import Answer, Point, Response
from vaexercise.plenary.gaps import Gap, gaps
from vaexercise.questions.checklist import Kind as Checklist
from vaexercise.questions.matrix import Column, Rows
from vaexercise.questions.matrix import Kind as Matrix
from vaexercise.questions.points import Kind as Points

if TYPE_CHECKING:
    from vaexercise.model.form import Value

ACTORS = Checklist(id="q", prompt="Who?", items=("State", "Media", "Users"), allow_other=True)
FREE = Matrix(
    id="q", prompt="How?", rows=Rows(label="Objective"), columns=(Column(id="a", label="A"), Column(id="b", label="B"))
)
FIXED = Matrix(id="q", prompt="How?", rows=Rows(kind="fixed", items=("x", "y")), columns=(Column(id="a", label="A"),))


def answered(group: str, **values: Value) -> Response:
    answer = Answer(code=f"{group}-Q1", group=group, question="q", values=values)
    return Response(group=group, question="q", state="answered", code="", answer=answer)


def rows(*found: dict[str, str]) -> Response:
    points = tuple(
        Point(id=str(n), code=f"G1-Q1-{n}", group="g1", question="q", place=n, values=values)
        for n, values in enumerate(found, start=1)
    )
    return Response(group="g1", question="q", state="answered", code="", points=points)


def test_items_that_no_group_affirmed() -> None:
    """Over all groups; own items beside the list are not counted."""
    found = gaps(ACTORS, [answered("g1", State="yes", Media="no"), answered("g2", Media="partly", other="Choir: yes")])
    assert found == (Gap(wanted="yes", noun="item", of=3, missing=("Media", "Users")),)
    assert str(found[0]) == "for 2 of 3 items no group said “yes”"


def test_columns_that_are_empty_in_rows_of_the_groups_own() -> None:
    """Each column apart, with the codes of the rows."""
    found = gaps(FREE, [rows({"row": "r", "a": "1"}, {"row": "s", "a": "2", "b": "3"})])
    assert [(gap.missing, str(gap)) for gap in found] == [(("G1-Q1-1",), "1 of 2 objectives has no “B”")]


def test_cells_of_a_given_table_that_nobody_filled_in() -> None:
    """One group is enough to fill a cell."""
    [gap] = gaps(FIXED, [answered("g1", **{"x.a": "1"}), answered("g2", **{"x.a": "2"})])
    assert (gap.of, len(gap.missing)) == (2, 1)
    assert str(gap) == "1 of 2 cells is empty in every group"


ASKED = Matrix(
    id="q",
    prompt="How?",
    rows=Rows(label="Objective"),
    columns=(Column(id="now", label="Measured?", kind="one", options=("yes", "partly", "no")),),
)


def test_rows_in_which_a_column_says_no() -> None:
    """Beside those in which it is empty; partly is no no."""
    found = gaps(ASKED, [rows({"row": "r", "now": "no"}, {"row": "s", "now": "partly"}, {"row": "t"})])
    assert [(gap.missing, str(gap)) for gap in found] == [
        (("G1-Q1-3",), "1 of 3 objectives has no “Measured?”"),
        (("G1-Q1-1",), "for 1 of 3 objectives “Measured?” is “no”"),
    ]


def test_cells_of_a_given_table_to_which_no_group_said_yes() -> None:
    """What nobody filled in is another gap."""
    given = replace(ASKED, rows=Rows(kind="fixed", items=("x", "y", "z")))
    found = gaps(given, [answered("g1", **{"x.now": "yes"}), answered("g2", **{"x.now": "no", "y.now": "no"})])
    assert [str(gap) for gap in found] == [
        "1 of 3 cells is empty in every group",
        "for 1 of 2 cells no group said “yes”",
    ]


def test_no_gap_where_nobody_answered_where_all_is_there_or_where_nothing_is_a_table() -> None:
    """What nobody answered is not discussed, and no gap."""
    assert gaps(ACTORS, []) == ()
    assert gaps(ACTORS, [answered("g1", State="yes", Media="yes", Users="yes")]) == ()
    assert gaps(Points(id="q", prompt="What?"), [rows({"text": "x"})]) == ()
