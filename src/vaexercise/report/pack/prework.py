"""What people get before the day: what to read or bring, what will be asked, words and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.groups import PLENARY
from vaexercise.model.plenary import Line, Lines
from vaexercise.report.model import Paragraph, Section
from vaexercise.report.pack.pack import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.text import Text
    from vaexercise.report.model import Block
    from vaexercise.report.texts import Texts


def prework(exercise: Exercise, texts: Texts, *, occasion: tuple[str, ...] = ()) -> Part:
    """One sheet; what the definition does not have is left out."""
    title, summary = texts.said(exercise.title), texts.said(exercise.summary)
    lists = tuple(block for block in _lists(exercise, texts) if block.lines)
    where = ", ".join(filter(None, occasion))
    first: list[Block] = [*([Paragraph(text=where)] if where else []), *([summary] if summary.text else [])]
    section = Section(
        label=say("Before the day"),
        heading=title.text,
        language=title.language,
        anchor="prework",
        blocks=(*first, *lists),
        new_page=True,
    )
    data = {block.title: [" ".join(filter(None, [line.code, line.text])) for line in block.lines] for block in lists}
    return Part((section,), {"summary": summary.text, "lists": data})


def _lists(exercise: Exercise, texts: Texts) -> Iterator[Lines]:
    def line(text: Text, code: str = "") -> Line:
        said = texts.said(text)
        return Line(code=code, text=said.text, language=said.language)

    def asked(per: str) -> tuple[Line, ...]:
        return tuple(line(q.prompt, q.code) for q in exercise.asked(per) if q.when is None)

    yield Lines(title=say("Please read or bring"), lines=tuple(map(line, exercise.prework)))
    yield Lines(title=say("What will be talked about in plenary"), lines=asked(PLENARY))
    yield Lines(title=say("What the groups will work on"), lines=asked("group"))
    yield Lines(title=say("Commitments"), lines=tuple(_commitments(exercise, texts)))
    yield Lines(title=say("Words"), lines=tuple(line(term.text, name) for name, term in exercise.terms.items()))
    yield Lines(title=say("Sources"), lines=tuple(_sources(exercise)))


def _commitments(exercise: Exercise, texts: Texts) -> Iterator[Line]:
    """Plan and number, its label, and its own words."""
    for one in exercise.commitments:
        label = texts.said(one.label)
        text = label.text or one.quote
        beside = f"“{one.quote}”" if label.text and one.quote else ""
        named = say("{plan}, number {number}: {text}", plan=one.plan, number=one.number, text=text).rstrip(": ")
        yield Line(code="", text=named, language=label.language if label.text else "", beside=beside)


def _sources(exercise: Exercise) -> Iterator[Line]:
    for source in exercise.sources:
        yield Line(code="", text=", ".join(filter(None, [source.title, source.organisation, source.year])))
