from __future__ import annotations

from groups_that_say import say

from vaexercise.model.plenary import Line, Lines
from vaexercise.questions.text import Kind

QUESTION = Kind(id="q-sum", prompt="Sum it up.", code="Q2", min=2, max=3)


def test_form() -> None:
    """There is one blank of several lines, with how many words are hoped for."""
    form = QUESTION.form()
    [blank] = form.blanks
    assert not form.repeats
    assert (blank.name, blank.kind, blank.least, blank.most, blank.required) == ("text", "text", 2, 3, True)


def test_sum_up() -> None:
    """Each text stands under its group's name, with its code."""
    said = say(QUESTION, {"text": "One\ntwo"}, "nothing", {"text": "Three"})
    assert QUESTION.sum_up(said) == [
        Lines(title="Group 1", lines=(Line(code="G1-Q2", text="One\ntwo", language="en"),)),
        Lines(title="Group 3", lines=(Line(code="G3-Q2", text="Three", language="en"),)),
    ]


def test_notices() -> None:
    """Too few or too many words are a notice, the hoped-for number is none."""
    assert list(QUESTION.notices({"text": "One"})) == ["“Sum it up.”: 1 words, at least 2 asked for."]
    assert list(QUESTION.notices({"text": "a b c d"})) == ["“Sum it up.”: 4 words, at most 3 asked for."]
    assert not list(QUESTION.notices({"text": "a b c"}))


def test_faults() -> None:
    """More words at least than at most, or fewer than none, are faults."""
    assert [f.path for f in Kind(id="q", prompt="?", min=4, max=3).faults()] == [("min",)]
    assert [f.path for f in Kind(id="q", prompt="?", max=-1).faults()] == [("max",)]
