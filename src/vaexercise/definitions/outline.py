"""The questions of an exercise, each with where it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.definitions.document import Path
from vaexercise.model.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Placed:
    """A question, its path in the file, and the question it follows up."""

    path: Path
    question: Question
    parent: Question | None = None


def placed(
    questions: tuple[Question, ...], path: Path = ("questions",), parent: Question | None = None
) -> Iterator[Placed]:
    """Every question, each followed by its follow-ups: the order in which they are asked."""
    for place, question in enumerate(questions):
        here = (*path, place)
        yield Placed(here, question, parent)
        yield from placed(question.follow_up, (*here, "follow_up"), question)
