"""What is said under each question, and where the questions come from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from invented_report import put_together, responses

from vaexercise.model.groups import PLENARY
from vaexercise.plenary.synthesis import Outcome
from vaexercise.report.build import build
from vaexercise.report.model import Paragraph
from vaexercise.report.questioned import questions, sources
from vaexercise.report.texts import Texts
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.feedback import State
    from vaexercise.plenary.synthesis import Synthesis

NOBODY = "This question was put to nobody."


def standing(outcome: Outcome) -> str:
    """The sentences under a question."""
    found = questions(replace(put_together([]), questions=(outcome,)), Texts("en", "en"))[-1].blocks[0]
    assert isinstance(found, Paragraph)
    return found.text


def asked(*groups: str) -> Outcome:
    """A question that was put to these groups."""
    return Outcome(id="q", kind="points", prompt="Why?", asked=groups)


ROOM = asked(PLENARY)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (replace(ROOM, answered=(PLENARY,), answers=1), "Answered in plenary."),
        (replace(ROOM, answered=(PLENARY,), points=2), "Answered in plenary. 2 points."),
        (replace(ROOM, skipped=(PLENARY,)), "The plenary skipped it."),
        (replace(ROOM, not_discussed=(PLENARY,)), "The plenary did not discuss it."),
        (replace(ROOM, unrecorded=(PLENARY,)), "Nothing is recorded from the plenary."),
        (replace(asked("g1", "g3"), not_discussed=("g1",), unrecorded=("g3",)), None),
        (asked(), NOBODY),
    ],
)
def test_how_a_question_stands_is_said_of_groups_and_of_the_plenary(outcome: Outcome, words: str | None) -> None:
    """Only a question that nobody was asked was put to nobody; a plenary is no group of one."""
    expected = "0 of 2 groups answered. Group 1 did not discuss it. Nothing is recorded from Group 3."
    assert standing(outcome) == (words or expected)


@pytest.mark.parametrize("state", ["skipped", "nothing", "not-discussed", "open"])
def test_a_plenary_without_an_answer_is_told_by_its_state(state: State) -> None:
    """Each way of saying nothing has a sentence of its own, from the record to the report."""
    said = [found for found in responses() if found.group != PLENARY]
    plenary = next(found for found in responses() if found.group == PLENARY)
    report = build(put_together([*said, replace(plenary, points=(), state=state)]))
    [block] = next(found for found in report.sections if found.heading == "Which experience do you bring along?").blocks
    assert isinstance(block, Paragraph)
    assert (
        block.text
        == {
            "skipped": "The plenary skipped it.",
            "nothing": "The plenary had nothing to say.",
            "not-discussed": "The plenary did not discuss it.",
            "open": "Nothing is recorded from the plenary.",
        }[state]
    )


def test_no_question_of_the_example_is_put_to_nobody_falsely(workshop: Path) -> None:
    """After the example's day the sentence stands under the questions that nobody was asked, and under no other."""
    opened = Workshop(workshop)
    whole = synthesis(opened, opened.session(""))
    headed = {found.label: str(found.blocks[0]) for found in build(whole).sections if found.label}
    assert len(headed) == len(whole.questions)
    for outcome in whole.questions:
        assert (NOBODY in headed[outcome.code]) is (not outcome.asked), outcome.code
    assert "Answered in plenary." in headed["P2"]


def come_from(whole: Synthesis, **source: str) -> list[str]:
    """What is said of the sources, when these questions have them: by id, with `_` for `-`."""
    named = {key.replace("_", "-"): words for key, words in source.items()}
    outcomes = tuple(replace(outcome, source=named.get(outcome.id, "")) for outcome in whole.questions)
    found = sources(replace(whole, questions=outcomes))
    return [block.text for section in found for block in section.blocks if isinstance(block, Paragraph)]


def test_a_source_is_said_once_for_all_questions_that_come_from_it() -> None:
    """One sentence for each source, with the questions by their codes, actions among them."""
    whole = put_together([])
    assert come_from(whole, q_challenges="A, 2012", q_actors="A, 2012", q_costs="B", q_actions="A, 2012") == [
        "Questions Q1, Q2 and Q5 come from: A, 2012.",
        "Question Q4 comes from: B.",
    ]
    assert sources(whole) != []
    assert come_from(whole) == []
    assert str(build(whole)).count("Parallel Programme for Experts, Invented Secretariat, 2012.") == 1
