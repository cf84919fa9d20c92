"""What the columns of a question's own table amount to, in numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.feedback import Answer, Point, Response
from vaexercise.plenary.coverage import Covered, coverage
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.public.known import Known
from vaexercise.plenary.public.publishing import published
from vaexercise.plenary.synthesis import Synthesis
from vaexercise.questions.matrix import Column, Kind, Rows
from vaexercise.questions.points import Kind as Points
from vaexercise.questions.priority import Kind as Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.form import Value

MATRIX = Kind(
    id="q",
    prompt="How is it measured?",
    rows=Rows(label="Objective"),
    columns=(
        Column(id="output", label={"en": "Output", "fr": "Produit"}),
        Column(id="impact", label="Impact"),
        Column(id="today", label="Measured?", kind="one", options=("yes", "no")),
        Column(id="split", label="Split by", kind="many", options=("sex", "age")),
    ),
)


def rows(*cells: Mapping[str, Value]) -> list[Response]:
    """A group's answer with these rows."""
    points = tuple(
        Point(id=str(n), code=f"G1-Q-{n}", group="g1", question="q", place=n, values={"row": "Aim", **values})
        for n, values in enumerate(cells, start=1)
    )
    return [Response(group="g1", question="q", state="answered", code="G1-Q", points=points)]


def test_columns_of_words_are_counted_where_they_say_something() -> None:
    """Outputs are easy and impact is rare: it shows, in the reader's language."""
    found = coverage(MATRIX, rows({"output": "Beds", "impact": "Life"}, {"output": "Beds"}), "fr")
    assert found[0] == Covered(what="filled", rows=(("Produit", 2), ("Impact", 1)), of=2)


def test_choices_are_counted_one_by_one() -> None:
    """Each column of choices apart; a row may choose several, and what nobody chose is 0."""
    said: list[Mapping[str, Value]] = [{"today": "no", "split": ("sex", "age")}, {"today": "no", "split": ("sex",)}]
    _, today, split = coverage(MATRIX, rows(*said), "en")
    assert today == Covered(what="chosen", column="Measured?", rows=(("yes", 0), ("no", 2)), of=2)
    assert split == Covered(what="chosen", column="Split by", rows=(("sex", 2), ("age", 1)), of=2)


def test_priorities_are_summed_over_groups_most_first() -> None:
    """What each option was given in all; where the least is best, and where somebody wrote decimals, nothing."""
    question = Priority(id="q", prompt="What first?", options=("roads", "schools"))
    answers = [
        Response(
            group=g, question="q", state="answered", code="", answer=Answer(code="", group=g, question="q", values=v)
        )
        for g, v in (("g1", {"roads": "1", "schools": "4", "voters": "5"}), ("g2", {"schools": "2"}))
    ]
    assert coverage(question, answers, "en") == (Covered(what="given", rows=(("schools", 6), ("roads", 1)), of=2),)
    assert coverage(replace(question, method="rank"), answers, "en") == ()
    cut = Answer(code="", group="g2", question="q", values={"roads": "1.5"})
    half = replace(answers[1], answer=cut)
    assert coverage(question, [half], "en") == ()


def test_of_other_questions_and_of_silence_nothing_is_counted() -> None:
    """Points have no columns, and no rows no numbers."""
    assert coverage(MATRIX, [], "en") == ()
    assert coverage(Points(id="q", prompt="Why?"), rows({"text": "Because"}), "en") == ()


def test_where_groups_are_not_named_the_order_of_equal_options_does_not_tell_whose_they_are() -> None:
    """Whichever group said which of two options, they stand in the same order, which is that of their words alone."""

    def order(*options: str) -> list[str]:
        given = Covered(what="given", rows=tuple((option, 3) for option in options), of=1)
        whole = Synthesis(title="", exercise_id="", exercise_title="", exercise_version="")
        outcome = Outcome(id="q", kind="priority", prompt="What first?", coverage=(given,))
        [public] = published(replace(whole, questions=(outcome,)), "none", Known()).questions
        return [words for words, _ in public.coverage[0].rows]

    assert order("G1-Q4-01 roads", "G2-Q4-01 schools") == order("G1-Q4-01 schools", "G2-Q4-01 roads")
