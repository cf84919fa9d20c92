"""What was said as one line, word for word, with its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.plenary import Line
from vaexercise.model.telling import beside

if TYPE_CHECKING:
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.question import Question


def in_words(said: Point | Answer, question: Question | None, language: str = "en") -> Line:
    """Something that was said as one line, with labels in `language`; without its question, the bare values."""
    if question:
        words = question.in_words(said.values, language)
    else:
        words = "; ".join(", ".join(v) if isinstance(v, tuple) else str(v) for v in said.values.values())
    return Line(code=said.code, text=words, language=said.language, beside=beside(said))
