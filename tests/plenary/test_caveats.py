"""That counts may still grow is said once, with how many points are not sorted of which question."""

from __future__ import annotations

from vaexercise.model.plenary import Line
from vaexercise.plenary.caveats import unsorted
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.sums import Sums
from vaexercise.plenary.themed import Themed

ONE = (Line(code="G1-Q1-01", text="x"),)


def question(code: str, left: int, *, begun: bool = True) -> Outcome:
    """A question of which so many points are left to be sorted."""
    themed = Themed(answered=3, sums=Sums(left=left), unique=ONE if begun else ())
    return Outcome(id=code, kind="points", prompt="What?", code=code, themed=themed)


def test_questions_that_are_not_sorted_to_the_end_are_named_with_how_many_points_are_left() -> None:
    """In one sentence, however many themes they have."""
    said = unsorted([question("Q1", 1), question("Q2", 0), question("Q4", 7)])
    assert (
        said == "Not sorted yet, so that the number of groups on a theme may still grow: Q1 (1 point), Q4 (7 points)."
    )


def test_nothing_is_said_where_all_is_sorted_or_nobody_began() -> None:
    """A question that nobody began to sort has no theme whose count could grow."""
    assert unsorted([question("Q1", 0), question("Q2", 5, begun=False)]) == ""
