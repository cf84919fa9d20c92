from __future__ import annotations

from groups_that_say import say

from vaexercise.questions.many import Kind

QUESTION = Kind(id="q-split", prompt="Split by?", code="Q1", options=("sex", "age"), allow_other=True, min=1, max=2)


def test_form() -> None:
    """There is one blank with several choices, and how many are hoped for."""
    [blank] = QUESTION.form().blanks
    assert (blank.kind, blank.least, blank.most, blank.other) == ("many", 1, 2, True)


def test_sum_up() -> None:
    """A group counts for every option it chose, and as one group that answered."""
    [grid] = QUESTION.sum_up(say(QUESTION, {"answer": ("sex", "age")}, {"answer": ("sex",)}, {"answer": ("town",)}))
    assert not isinstance(grid, tuple)
    assert getattr(grid, "rows", None) == (("sex", "2", "G1-Q1, G2-Q1"), ("age", "1", "G1-Q1"), ("town", "1", "G3-Q1"))
    assert getattr(grid, "note", None) == "3 groups answered."


def test_notices() -> None:
    """More choices than hoped for are a notice."""
    assert list(QUESTION.notices({"answer": ("sex", "age", "town")})) == ["“Split by?”: 3 chosen, at most 2 asked for."]
    assert list(QUESTION.notices({})) == ["“Split by?” is still empty."]
    assert not list(QUESTION.notices({"answer": ("sex",)}))


def test_faults() -> None:
    """Asking for more choices than there are is a fault, unless own words are allowed."""
    assert [fault.path for fault in Kind(id="q", prompt="?", options=("a",), min=2).faults()] == [("min",)]
    assert not list(Kind(id="q", prompt="?", options=("a",), min=2, allow_other=True).faults())
