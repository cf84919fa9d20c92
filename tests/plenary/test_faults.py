"""Faults of a synthesis that its record cannot have, and that are found all the same."""

from __future__ import annotations

from vaexercise.model.exercise import Exercise
from vaexercise.model.settings import Settings
from vaexercise.plenary.faults import Fault, of_sentences, of_sums
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.sentences import Cited, Sentence
from vaexercise.plenary.sources import Sources
from vaexercise.plenary.sums import Sums
from vaexercise.plenary.synthesis import Synthesis, synthesise
from vaexercise.plenary.themed import Themed


def made(*questions: Outcome) -> Synthesis:
    """A synthesis of these questions."""
    return Synthesis(title="", exercise_id="", exercise_title="", exercise_version="", questions=questions)


def test_points_that_got_lost_between_sorting_and_report() -> None:
    """More in than out, or fewer, is a fault of its question, with the command that sorts it again."""
    lost = Themed(answered=1, sums=Sums(points=3, themed=1, themes=1, left=1))
    good = Themed(answered=1, sums=Sums(points=1, left=1))
    questions = [
        Outcome(id="q", kind="points", prompt="?", code=code, themed=t) for code, t in (("Q1", lost), ("Q2", good))
    ]
    assert list(of_sums(made(*questions))) == [
        Fault(
            "sums",
            "Q1",
            "3 points in, but 2 sorted, parked, left or private.",
            "Sort them again: vaexercise plenary sort --question Q1",
        )
    ]


def test_a_draft_is_never_held_against_its_own_numbers() -> None:
    """It is made of them; only what people wrote is, and what they took out is not."""
    cited = (Cited(key="question/q", name="Q1"),)
    draft = Sentence(key="a", kind="question", text="99 of 3 groups “x”", sources=cited)
    edited = Sentence(key="b", kind="question", text="99 of 3 groups", sources=cited, edited=True)
    gone = Sentence(key="c", kind="own", text="", sources=(), gone=True)
    sources = Sources(made(Outcome(id="q", kind="points", prompt="?", code="Q1", asked=("g1",))), {})
    assert [fault.where for fault in of_sentences([draft, edited, gone], sources)] == ["Sentence b"]


def test_drafts_are_without_fault_before_anybody_said_anything() -> None:
    """An exercise without answers has sentences, each with a source that is there."""
    empty = synthesise(
        settings=Settings(schema="vaexercise/workshop/1", title="T"),
        exercise=Exercise(
            schema="vaexercise/exercise/1", id="e", version="1", language="en", title="E", summary="", questions=()
        ),
        people=(),
        groups={},
        responses=(),
    )
    assert list(of_sentences(empty.sentences, Sources(empty, {}))) == []
