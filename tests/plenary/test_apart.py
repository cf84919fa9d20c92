"""How far groups are apart in what they judged or measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vaexercise.model.feedback import Answer, Response
from vaexercise.plenary.apart import Apart, apart
from vaexercise.questions.number import Kind as Number
from vaexercise.questions.points import Kind as Points
from vaexercise.questions.rating import Kind as Rating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.form import Value
    from vaexercise.model.question import Question

SCALE = Rating(id="q", prompt="How well?", scale=("A", "B", "C", "D", "E"))
SCORE = Number(id="q", prompt="How much?", min=0, max=10, unit="of 10")


def found(question: Question, said: Sequence[Value], private: str = "") -> Apart | None:
    """How far apart groups are that said this, one after the other; `private` hides the last."""
    blank = question.form().blanks[0].name
    responses = [
        Response(
            group=f"g{n}",
            question="q",
            state="answered",
            code="",
            answer=Answer(
                code="", group=f"g{n}", question="q", values={blank: value}, private=private if n == len(said) else ""
            ),
        )
        for n, value in enumerate(said, start=1)
    ]
    return apart(question, responses)


def test_three_steps_are_far_and_two_are_not() -> None:
    """Of a scale in words; who could not say does not count."""
    far = found(SCALE, ("A", "cannot-say", "D"))
    assert far == Apart(low="A", high="D", steps="3", said={"g1": "A", "g3": "D"})
    assert found(SCALE, ("A", "C")) is None
    assert found(SCALE, ("cannot-say",)) is None


def test_three_points_of_a_score_are_far() -> None:
    """With its unit; 0 is a number."""
    far = found(SCORE, (0, "3.5"))
    assert far == Apart(low="0 of 10", high="3.5 of 10", steps="3.5", said={"g1": "0 of 10", "g2": "3.5 of 10"})
    assert found(SCORE, ("", 9)) is None


@pytest.mark.parametrize("question", [Number(id="q", prompt="How many?"), Number(id="q", prompt="?", min=0, max=99)])
def test_numbers_without_a_short_scale_are_never_far(question: Question) -> None:
    """3 kilometres more say nothing."""
    assert found(question, (1, 90)) is None


def test_private_answers_and_other_kinds_do_not_count() -> None:
    """Nobody learns what a group keeps to itself."""
    assert found(SCALE, ("A", "E"), private="ours") is None
    assert found(Points(id="q", prompt="What?"), ("x",)) is None


def test_of_two_versions_of_an_answer_the_middle_counts() -> None:
    """It may lie between two words."""
    answers = [
        Answer(code="", group=g, question="q", values={"answer": v}) for g, v in (("g1", "A"), ("g1", "B"), ("g2", "E"))
    ]
    said = [Response(group=a.group, question="q", state="answered", code="", answer=a) for a in answers]
    far = apart(SCALE, said)
    assert far is not None
    assert (far.low, far.high, far.steps) == ("between A and B", "E", "3.5")
