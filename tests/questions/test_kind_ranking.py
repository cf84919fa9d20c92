from __future__ import annotations

from fractions import Fraction

from groups_that_say import say
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.plenary import Grid
from vaexercise.questions.ranking import Kind, borda

QUESTION = Kind(id="q-order", prompt="In order?", code="Q1", options=("a", "b", "c", "d"))


def test_form() -> None:
    """All options want a place, or as many as `top` says."""
    [blank] = QUESTION.form().blanks
    assert (blank.kind, blank.least, blank.most) == ("order", 4, 4)
    [blank] = Kind(id="q", prompt="?", options=("a", "b", "c"), top=2).form().blanks
    assert (blank.least, blank.most) == (2, 2)


def test_sum_up() -> None:
    """Borda points and first choices stand side by side, and a tie is shown as a tie."""
    said = say(QUESTION, {"answer": ("a", "b", "c", "d")}, {"answer": ("b", "a")}, {"answer": ("c", "b", "a", "d")})
    [grid] = QUESTION.sum_up(said)
    assert isinstance(grid, Grid)
    assert grid.columns == ("Option", "G1-Q1", "G2-Q1", "G3-Q1", "Borda", "First choices", "Place")
    assert grid.rows == (
        ("b", "2", "1", "2", "7", "1", "1"),
        ("a", "1", "2", "3", "6", "1", "2"),
        ("c", "3", "–", "1", "4.5", "1", "3"),
        ("d", "4", "–", "4", "0.5", "0", "4"),
    )
    assert grid.attributed == (1, 2, 3)
    [tie] = QUESTION.sum_up(say(QUESTION, {"answer": ("a", "b", "c", "d")}, {"answer": ("b", "a", "c", "d")}))
    assert isinstance(tie, Grid)
    assert [row[-1] for row in tie.rows] == ["1=", "1=", "3", "4"]
    assert QUESTION.sum_up(say(QUESTION, "skipped")) == []


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcde"), unique=True)))
def test_borda_is_fair(orders: list[list[str]]) -> None:
    """Every order gives away the same sum, whether it is complete or not."""
    assert sum(borda("abcde", orders).values()) == 10 * len(orders)


def test_borda_of_the_unranked() -> None:
    """Options without a place share the average of the places that are left."""
    assert borda("abcd", ["a"]) == {"a": 3, "b": 1, "c": 1, "d": 1}
    assert borda("abc", ["a"])["b"] == Fraction(1, 2)


def test_notices() -> None:
    """A ranking with gaps, or with a choice that stands there twice, is a notice."""
    assert list(QUESTION.notices({"answer": ("a", "b")})) == ["“In order?”: 2 places taken, at least 4 asked for."]
    assert list(QUESTION.notices({"answer": ("a", "b", "a", "c")})) == [
        "“In order?”: the same choice stands there twice."
    ]
    assert not list(QUESTION.notices({"answer": ("d", "c", "b", "a")}))


def test_faults() -> None:
    """Asking for more places than there are options is a fault."""
    assert [fault.path for fault in Kind(id="q", prompt="?", options=("a", "b"), top=3).faults()] == [("top",)]
    assert [fault.path for fault in Kind(id="q", prompt="?", options=("a", "b"), top=-1).faults()] == [("top",)]
    assert not list(Kind(id="q", prompt="?", options_from="q-other", top=3).faults())
