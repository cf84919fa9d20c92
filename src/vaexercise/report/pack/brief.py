"""The brief: what a facilitator has to know and to prepare, on one page."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from vaexercise.messages import count, say, spoken
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report.model import Facts, Paragraph, Section
from vaexercise.report.pack.pack import Part
from vaexercise.report.pack.preparing import to_prepare
from vaexercise.report.pack.ruling import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.exercise import Exercise
    from vaexercise.report.model import Block
    from vaexercise.report.texts import Texts


def brief(exercise: Exercise, texts: Texts, *, groups: int, occasion: tuple[str, ...] = ()) -> Part:
    """Purpose, agenda without a clock, what to prepare, and by which rules the `groups` are formed."""
    title = texts.said(exercise.title)
    prepare = list(to_prepare(exercise, groups))
    section = Section(
        label=say("Brief for the facilitator"),
        heading=title.text,
        language=title.language,
        anchor="brief",
        blocks=tuple(_blocks(exercise, texts, groups, occasion, prepare)),
        new_page=True,
    )
    return Part((section,), _data(exercise, texts, prepare))


def _blocks(
    exercise: Exercise, texts: Texts, groups: int, occasion: tuple[str, ...], prepare: list[str]
) -> Iterator[Block]:
    if where := ", ".join(filter(None, occasion)):
        yield Paragraph(text=where)
    summary = texts.said(exercise.summary)
    if summary.text:
        yield summary
    if facts := tuple(_facts(exercise, groups)):
        yield Facts(rows=facts)
    if exercise.agenda:
        yield _agenda(exercise, texts)
    if prepare:
        yield listed(say("To prepare"), prepare)
    for heading, kept in _rules(exercise):
        if kept:
            yield listed(heading, kept)


def listed(title: str, sentences: Iterable[str]) -> Lines:
    """The report's own sentences, one below the other."""
    return Lines(title=title, lines=tuple(Line(code="", text=text, language=spoken()) for text in sentences))


def _facts(exercise: Exercise, groups: int) -> Iterator[tuple[str, str]]:
    if exercise.minutes:
        yield say("Time"), count(exercise.minutes, "{n} minute", "{n} minutes")
    if groups:
        yield say("Groups"), str(groups)
    size = exercise.groups.size
    if size.warn_below and size.warn_above:
        yield say("People in a group"), say("{least} to {most}", least=size.warn_below, most=size.warn_above)


def _agenda(exercise: Exercise, texts: Texts) -> Grid:
    """Each step with its length, and after how many minutes it begins."""
    begins = [0, *accumulate(step.minutes for step in exercise.agenda)]
    codes = {question.id: question.code for question in exercise.walk()}
    titles = [texts.said(step.title) for step in exercise.agenda]
    rows = tuple(
        (
            " ".join([title.text, *_bracketed([codes.get(name, "") for name in step.questions])]),
            str(step.minutes),
            str(begin),
        )
        for step, title, begin in zip(exercise.agenda, titles, begins, strict=False)
    )
    return Grid(
        title=say("Agenda"),
        columns=(say("Step"), say("Minutes"), say("Begins after")),
        rows=rows,
        languages=tuple(title.language for title in titles),
        note=_reporting(exercise),
    )


def _bracketed(codes: list[str]) -> list[str]:
    said = ", ".join(filter(None, codes))
    return [f"({said})"] if said else []


def _reporting(exercise: Exercise) -> str:
    back = exercise.report_back
    if back is None:
        return ""
    each = count(
        back.minutes_per_group,
        "Each group has {n} minute to report back.",
        "Each group has {n} minutes to report back.",
    )
    talk = count(
        back.discussion_minutes,
        "Then {n} minute is for discussion.",
        "Then {n} minutes are for discussion.",
    )
    return f"{each} {talk}" if back.discussion_minutes else each


def _rules(exercise: Exercise) -> tuple[tuple[str, list[str]], ...]:
    rules = exercise.groups.rules
    return (
        (say("How groups are formed: always"), [sentence(rule) for rule in rules if rule.is_hard]),
        (
            say("How groups are formed: as far as possible, the first before the next"),
            [sentence(rule) for rule in rules if not rule.is_hard],
        ),
    )


def _data(exercise: Exercise, texts: Texts, prepare: list[str]) -> dict[str, object]:
    always, possible = (kept for _, kept in _rules(exercise))
    return {
        "summary": texts.said(exercise.summary).text,
        "minutes": exercise.minutes,
        "agenda": [{"title": texts.said(step.title).text, "minutes": step.minutes} for step in exercise.agenda],
        "prepare": prepare,
        "always": always,
        "as_far_as_possible": possible,
    }
