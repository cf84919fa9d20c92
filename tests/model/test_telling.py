"""What was said, with its marks in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vaexercise.model.feedback import Answer, Point
from vaexercise.model.telling import spoken, told
from vaexercise.questions.points import Kind
from vaexercise.questions.text import Kind as TextKind

ASKED = Kind(id="q", prompt="What?")
POINT = Point(id="x", code="G1-Q1-01", group="g1", question="q", place=1, values={"text": "Trop tard"})


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ({}, "Trop tard"),
        ({"star": True}, "Trop tard (headline)"),
        ({"star": True, "agreement": "divided"}, "Trop tard (headline, divided)"),
        ({"parked": "for lunch", "agreement": "majority"}, "Trop tard (majority, parked: for lunch)"),
        ({"via": "paper"}, "Trop tard (from paper)"),
        ({"via": "paper", "confirmed": "Amara"}, "Trop tard (compared with paper by Amara)"),
        ({"private": "a name"}, "(private)"),
    ],
)
def test_marks_stand_after_the_words(marks: dict[str, Any], said: str) -> None:
    """In brackets, in words; of what is private nothing but that it is."""
    assert told(ASKED, replace(POINT, **marks)) == said


def test_a_translation_stands_beside_and_never_instead() -> None:
    """The words first, then what they mean; neither of what is private."""
    one = replace(POINT, gloss="Too late", star=True)
    assert told(ASKED, one).startswith("Trop tard [")
    assert told(ASKED, one).endswith("Too late] (headline)")
    assert "Too late" not in told(ASKED, replace(one, private="a name"))


def test_private_words_are_shown_to_who_asks() -> None:
    """With the reason after them, so that nobody reads them aloud unaware."""
    assert told(ASKED, replace(POINT, private="a name"), private=True) == "Trop tard (private: a name)"


def test_why_something_is_private_is_told_to_who_types_it_only() -> None:
    """The reason may give away what it keeps: in front of a room it is not said. A mere tick is no reason."""
    private = replace(POINT, private="because a minister is meant")
    assert told(ASKED, private) == "(private)"
    assert told(ASKED, private, why=True) == "(private: because a minister is meant)"
    assert told(ASKED, replace(POINT, private="true"), why=True) == "(private)"
    assert told(ASKED, replace(POINT, private="True"), private=True) == "Trop tard (private)"


def test_an_answer_is_told_alike() -> None:
    """It cannot be a headline, but has all other marks."""
    answer = Answer(code="G1-Q2", group="g1", question="q", values={"text": "Trop tard"}, agreement="agreed")
    assert told(TextKind(id="q", prompt="What?"), answer).endswith("Trop tard (agreed)")


@pytest.mark.parametrize("marks", [{"via": "paper"}, {"via": "paper", "confirmed": "Amara"}])
def test_what_is_read_aloud_has_no_word_of_paper(marks: dict[str, Any]) -> None:
    """How words came into the record is nobody's to hear; how the group stands to them is."""
    assert spoken(ASKED, replace(POINT, **marks)) == "Trop tard"
    assert spoken(ASKED, replace(POINT, **marks, star=True, agreement="divided")) == "Trop tard (headline, divided)"
    assert spoken(ASKED, replace(POINT, **marks, private="a name")) == "(private)"
    assert spoken(ASKED, replace(POINT, **marks, private="a name"), private=True) == "Trop tard (private: a name)"
