from __future__ import annotations

from groups_that_say import say

from vaexercise.model.form import is_asked
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.questions.yes_no import Kind

QUESTION = Kind(id="q-plan", prompt="Is there a plan?", code="Q1")


def test_form() -> None:
    """Evidence is asked of those who say yes or partly, and of nobody else."""
    _, evidence = QUESTION.form().blanks
    asked = [word for word in ("yes", "partly", "no", "unknown", "") if is_asked(evidence, {"answer": word})]
    assert asked == ["yes", "partly"]
    assert not is_asked(evidence, {})
    assert len(Kind(id="q", prompt="?", evidence=False).form().blanks) == 1


def test_sum_up() -> None:
    """Answers with evidence are counted apart from those without, and the evidence follows word for word."""
    said = say(QUESTION, {"answer": "yes", "evidence": "The law of Vale"}, {"answer": "yes"}, {"answer": "no"})
    assert QUESTION.sum_up(said) == [
        Grid(
            title="Is there a plan?",
            columns=("Answer", "Groups", "With evidence", "Without", "Said in"),
            rows=(
                ("Yes", "2", "1", "1", "G1-Q1, G2-Q1"),
                ("Partly", "0", "0", "0", ""),
                ("No", "1", "–", "–", "G3-Q1"),
                ("Unknown", "0", "–", "–", ""),
            ),
            note="3 groups answered.",
            attributed=(4,),
        ),
        Lines(title="How do we know?", lines=(Line(code="G1-Q1", text="The law of Vale", language="en"),)),
    ]


def test_without_evidence() -> None:
    """Where no evidence is asked, no column speaks of it."""
    question = Kind(id="q", prompt="?", code="Q1", evidence=False)
    [grid] = question.sum_up(say(question, {"answer": "partly"}, "skipped"))
    assert isinstance(grid, Grid)
    assert grid.columns == ("Answer", "Groups", "Said in")
    assert grid.rows[1] == ("Partly", "1", "G1-Q1")
    assert grid.attributed == (2,)
    assert question.sum_up(say(question, "skipped")) == []


def test_faults() -> None:
    """There is nothing to get wrong."""
    assert not list(QUESTION.faults())
