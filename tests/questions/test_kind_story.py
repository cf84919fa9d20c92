from __future__ import annotations

from groups_that_say import say

from vaexercise.model.plenary import Lines
from vaexercise.questions.story import KEPT, Kind

QUESTION = Kind(id="q-story", prompt="Tell a story.", code="Q1")
STORY = {"title": "The ramp", "teller": "Ada Ember", "story": "It was built.", "why": "It stays."}


def test_form() -> None:
    """Title, story and consent are required; who tells it never is."""
    blanks = QUESTION.form().blanks
    assert [blank.name for blank in blanks] == ["title", "teller", "story", "why", "consent"]
    assert [blank.name for blank in blanks if blank.required] == ["title", "story", "consent"]


def test_sum_up() -> None:
    """Only a story with consent is told; without, or unasked, no word of it and no name leaves the group."""
    said = say(QUESTION, {**STORY, "consent": "yes"}, {**STORY, "consent": "no"}, STORY)
    blocks = QUESTION.sum_up(said)
    lines = [line for block in blocks if isinstance(block, Lines) for line in block.lines]
    assert [(line.code, line.text) for line in lines] == [
        ("G1-Q1", "Title: The ramp; Who tells it: Ada Ember; Story: It was built.; Why it matters: It stays."),
        ("G2-Q1", KEPT),
        ("G3-Q1", KEPT),
    ]


def test_faults() -> None:
    """There is nothing to get wrong."""
    assert not list(QUESTION.faults())
