"""What was said, with its marks in words: the same wherever it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import say, to_say
from vaexercise.model.feedback import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.feedback import Answer
    from vaexercise.model.question import Question


_AGREEMENT = {"agreed": to_say("agreed"), "majority": to_say("majority"), "divided": to_say("divided")}
_NO_REASON = ("true", "yes")
"""What a sheet says that only ticks that something is private."""


def told(
    question: Question, entry: Point | Answer, language: str = "en", *, private: bool = False, why: bool = False
) -> str:
    """The words of a point or an answer, then its translation, then its marks in brackets.

    Labels stand in `language`. Of what is private only that it is, with the reason if a rapporteur asks `why`, unless
    `private` asks for the words, too.
    """
    if entry.private and why and not private:
        return f"({_private(entry)})"
    return _with(_marks(entry), question, entry, language, private=private)


def spoken(question: Question, entry: Point | Answer, language: str = "en", *, private: bool = False) -> str:
    """The same to be read aloud: only marks that the group gave, and not how the words came into the record."""
    return _with(_marks(replace(entry, via="", confirmed="")), question, entry, language, private=private)


def _with(marks: Iterable[str], question: Question, entry: Point | Answer, language: str, *, private: bool) -> str:
    if entry.private and not private:
        return "(private)"
    together = ", ".join(marks)
    words = (question.in_words(entry.values, language), _gloss(entry), together and f"({together})")
    return " ".join(filter(None, words))


def beside(entry: Point | Answer) -> str:
    """What a report says next to the words: a translation, and how the group stands to them. No person's name."""
    marks = ", ".join(_stance(entry))
    return " ".join(filter(None, [_gloss(entry), marks and f"({marks})"]))


def remark(entry: Point | Answer) -> str:
    """What stands `beside` the words, for a note apart from them: `divided`, `translation: No budget; agreed`."""
    return "; ".join([*([say("translation: {words}", words=entry.gloss)] if entry.gloss else []), *_stance(entry)])


def _gloss(entry: Point | Answer) -> str:
    return f"[{say('translation: {words}', words=entry.gloss)}]" if entry.gloss else ""


def _stance(entry: Point | Answer) -> Iterator[str]:
    if entry.agreement:
        yield say(_AGREEMENT[entry.agreement])
    if entry.parked:
        yield say("parked: {why}", why=entry.parked)


def _marks(entry: Point | Answer) -> Iterator[str]:
    if isinstance(entry, Point) and entry.star:
        yield "headline"
    yield from _stance(entry)
    if entry.confirmed:
        yield f"compared with paper by {entry.confirmed}"
    elif entry.via == "paper":
        yield "from paper"
    if entry.private:
        yield _private(entry)


def _private(entry: Point | Answer) -> str:
    return "private" if entry.private.casefold() in _NO_REASON else f"private: {entry.private}"
