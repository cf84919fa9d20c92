"""A whole report as rows: one for each line of it, with where it stands."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.plenary import Grid, Lines
from vaexercise.report.model import (
    HEADLINE,
    Bars,
    Block,
    Facts,
    Field,
    Fields,
    FieldTable,
    Labels,
    Note,
    Paragraph,
    Picture,
    Sign,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.report.model import Report, Section

MAIN, ASKED = 2, 3
"""The levels of main headings and of questions."""


class Row(NamedTuple):
    """One line of a report. `section`, `question` (its code) and `part` are the headings that it stands under.

    `block` is what it is: a title, a note, a line … `title` heads its table or list; `row` and `column` are where
    in a table it stands, `code` and `text` what it says, `beside` what stands next to the words.
    """

    section: str = ""
    question: str = ""
    part: str = ""
    block: str = ""
    title: str = ""
    code: str = ""
    row: str = ""
    column: str = ""
    text: str = ""
    beside: str = ""
    headline: str = ""
    language: str = ""


def rows(report: Report) -> Iterator[Row]:
    """Every line, in the order in which a reader has them."""
    yield from front(report)
    section = question = part = ""
    for found in report.sections:
        if found.level <= MAIN:
            section, question, part = found.full_heading, "", ""
        elif found.level == ASKED:
            question, part = found.label or found.heading, ""
        else:
            part = found.full_heading
        for row in section_rows(found):
            yield row._replace(section=section, question=question, part=part)
    if report.footer:
        yield Row(block="footer", text=report.footer)


def front(report: Report) -> Iterator[Row]:
    """What stands before the first section: title, what it is of, its status, what to know before reading."""
    yield Row(block="title", text=report.title, language=report.title_language)
    yield from (Row(block="subtitle", text=line) for line in report.subtitle)
    if report.status:
        yield Row(block="status", text=report.status)
    yield from (row for note in report.notes for row in block_rows(note))


def section_rows(section: Section) -> Iterator[Row]:
    """The heading of a section, and its blocks, without saying which section it is."""
    yield Row(block="heading", code=section.label, text=section.heading, language=section.language)
    for block in section.blocks:
        yield from block_rows(block)


@singledispatch
def block_rows(block: Block) -> Iterator[Row]:
    """The rows of one block."""
    raise TypeError(block)


@block_rows.register(Paragraph)
def _(block: Paragraph) -> Iterator[Row]:
    yield Row(block="paragraph", text=block.text, language=block.language)


@block_rows.register(Note)
def _(block: Note) -> Iterator[Row]:
    yield Row(block="note", text=block.text, language=block.language)


@block_rows.register(Facts)
def _(block: Facts) -> Iterator[Row]:
    for label, value in block.rows:
        yield Row(block="fact", row=label, text=value)


@block_rows.register(Bars)
def _(block: Bars) -> Iterator[Row]:
    if not block.rows:
        yield Row(block="bar", title=block.title)
    for label, number in block.rows:
        yield Row(block="bar", title=block.title, row=label, column=block.unit, text=str(number))


@block_rows.register(Lines)
def _(block: Lines) -> Iterator[Row]:
    if not block.lines:
        yield Row(block="line", title=block.title)
    for line in block.lines:
        yield Row(
            block="line",
            title=block.title,
            code=line.code,
            text=line.text,
            beside=line.beside,
            headline=HEADLINE if line.star else "",
            language=line.language,
        )


@block_rows.register(Grid)
def _(block: Grid) -> Iterator[Row]:
    """A row for each cell; the first of a row heads it, where codes stand if it says who said something."""
    languages = block.languages or ("",) * len(block.rows)
    for cells, language in zip(block.rows, languages, strict=True):
        name = {"code": cells[0]} if 0 in block.attributed else {"row": cells[0]}
        place = Row(block="cell", title=block.title, language=language)._replace(**name)
        for column, cell in zip(block.columns, cells, strict=True):
            yield place._replace(column=column, text=cell)
    if not block.rows:
        yield from (Row(block="cell", title=block.title, column=column) for column in block.columns)
    if block.note:
        yield Row(block="note", title=block.title, text=block.note)


@block_rows.register(Fields)
def _(block: Fields) -> Iterator[Row]:
    if block.code:
        yield Row(block="field", code=block.code)
    for field in block.fields:
        yield from _field(field)


@block_rows.register(FieldTable)
def _(block: FieldTable) -> Iterator[Row]:
    for row in block.rows:
        for column, cell in zip(block.columns, row.cells, strict=True):
            place = Row(block="field", code=row.code, row=row.label.text, column=column.text, language=column.language)
            yield place
            if cell.boxes != (column,):
                yield from (_box(box)._replace(code=row.code, column=column.text) for box in cell.boxes)


@block_rows.register(Picture)
def _(block: Picture) -> Iterator[Row]:
    yield Row(block="picture", text=block.alternative, language=block.language)
    if block.caption:
        yield Row(block="caption", text=block.caption, language=block.language)


@block_rows.register(Sign)
def _(block: Sign) -> Iterator[Row]:
    yield Row(block="sign", title=block.above, text=block.text, language=block.language)
    yield from (Row(block="sign", text=line) for line in block.below)


@block_rows.register(Labels)
def _(block: Labels) -> Iterator[Row]:
    for label in block.labels:
        yield Row(block="card", text=label.text)
        yield from (Row(block="card", title=label.text, text=line) for line in label.below)


def _field(field: Field) -> Iterator[Row]:
    label = field.label
    yield Row(block="field", code=field.code, text=label.text, beside=field.unit, language=label.language)
    if field.hint.text:
        yield Row(block="hint", code=field.code, row=label.text, text=field.hint.text, language=field.hint.language)
    yield from (_box(box)._replace(code=field.code, row=label.text) for box in field.boxes)


def _box(box: Words) -> Row:
    return Row(block="box", text=box.text, language=box.language)
