"""Finds the question that a word on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.question import Question


def question_named(questions: Sequence[Question], word: str) -> Question:
    """The question with that id or code. Raises `Unknown`."""
    from vaexercise.errors import Unknown
    from vaexercise.model.question import named
    from vaexercise.model.text import did_you_mean

    if found := named(questions, word):
        return found
    near = did_you_mean(word.strip(), [name for q in questions for name in (q.code, q.id) if name])
    known = ", ".join(question.code or question.id for question in questions)
    raise Unknown(kind="question", name=word, hint=f"{near[:1].upper()}{near[1:]} There are: {known}.".strip())
