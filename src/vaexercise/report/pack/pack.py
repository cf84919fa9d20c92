"""Puts the parts of a print pack into one report, whose parts are handed out apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from vaexercise.messages import say, spoken
from vaexercise.report.clean import cleaned
from vaexercise.report.model import Note, Paragraph, Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.report.model import Paper, Section, Words

SCHEMA = "vaexercise/pack/1"


class Part(NamedTuple):
    """One thing of a pack: its sections, and the same as plain data."""

    sections: tuple[Section, ...]
    data: Any


class Form(NamedTuple):
    """How it is printed."""

    large_print: bool = False
    paper: Paper = "a4"


NORMAL = Form()


def words(text: str) -> Paragraph:
    """A paragraph in the language that is being spoken."""
    return Paragraph(text=text, language=spoken())


def warning(text: str) -> Note:
    """A note in the language that is being spoken."""
    return Note(text=text, language=spoken())


def put_together(
    title: Words, parts: Mapping[str, Part], *, occasion: tuple[str, ...] = (), form: Form = NORMAL, status: str = ""
) -> Report:
    """All parts, in their order; `occasion` is the workshop, its place and dates.

    `status` stands on every page. The report's own words are in the language being spoken.
    """
    return cleaned(
        Report(
            title=title.text,
            title_language=title.language,
            language=spoken(),
            subtitle=(say("To print"), *filter(None, occasion)),
            sections=tuple(section for part in parts.values() for section in part.sections),
            status=status,
            large_print=form.large_print,
            paper=form.paper,
            data={"schema": SCHEMA, "title": title.text, **{name: part.data for name, part in parts.items()}},
        )
    )
