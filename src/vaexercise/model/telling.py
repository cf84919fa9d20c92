"""What was said, with its marks in words: the same wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.feedback import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.feedback import Answer
    from vaexercise.model.question import Question


def told(question: Question, entry: Point | Answer, language: str = "en", *, private: bool = False) -> str:
    """The words of a point or an answer, then its translation, then its marks in brackets.

    Labels stand in `language`. What is private is told by its reason alone, unless `private` asks for the words too.
    """
    if entry.private and not private:
        return f"(private: {entry.private})"
    marks = ", ".join(_marks(entry))
    return " ".join(filter(None, [question.in_words(entry.values, language), _gloss(entry), marks and f"({marks})"]))


def beside(entry: Point | Answer) -> str:
    """What a report says next to the words: a translation, and how the group stands to them. No person's name."""
    marks = ", ".join(_stance(entry))
    return " ".join(filter(None, [_gloss(entry), marks and f"({marks})"]))


def _gloss(entry: Point | Answer) -> str:
    return f"[translation: {entry.gloss}]" if entry.gloss else ""


def _stance(entry: Point | Answer) -> Iterator[str]:
    if entry.agreement:
        yield entry.agreement
    if entry.parked:
        yield f"parked: {entry.parked}"


def _marks(entry: Point | Answer) -> Iterator[str]:
    if isinstance(entry, Point) and entry.star:
        yield "headline"
    yield from _stance(entry)
    if entry.confirmed:
        yield f"compared with paper by {entry.confirmed}"
    elif entry.via == "paper":
        yield "from paper"
    if entry.private:
        yield f"private: {entry.private}"
