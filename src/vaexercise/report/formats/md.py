"""Markdown (CommonMark with tables): every text from people escaped, so that it is only ever text."""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report.model import (
    HEADLINE,
    TO_STAR,
    Bars,
    Block,
    Facts,
    Field,
    FieldRow,
    Fields,
    FieldTable,
    Labels,
    Note,
    Paragraph,
    Picture,
    Sign,
)
from vaexercise.report.plain import labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.report.model import Report, Section

_SPACES = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]")
_LINE_START = re.compile(r"^(?:[#>+\-=:]|\d+(?=[.)]))")
_CLOSING_HASH = re.compile(r"(?<!\\)#$")


_BOX = "☐"
_ROOM = r"\_\_\_\_"


def render(report: Report) -> str:
    """The report; a title of level 1, each list and table under its heading."""
    parts = [f"# {heading(report.title)}", "  \n".join(map(escaped, filter(None, [*report.subtitle, report.status])))]
    parts += [part for note in report.notes for part in _parts(note, 0)]
    parts += [part for section in report.sections for part in _section(section)]
    if report.footer:
        parts += ["---", escaped(report.footer)]
    return "\n\n".join(filter(None, parts)) + "\n"


def escaped(text: str) -> str:
    """Text as one line that a Markdown reader shows just so: white space collapsed, signs escaped."""
    line = _SIGNS.sub(r"\\\g<0>", _SPACES.sub(" ", text).strip())
    return _LINE_START.sub(lambda start: _disarmed(start.group()), line)


def _disarmed(start: str) -> str:
    return f"{start}\\" if start.isdecimal() else f"\\{start}"


def heading(text: str) -> str:
    """Text as a heading: hashes at its end stay."""
    return _CLOSING_HASH.sub(r"\\\g<0>", escaped(text))


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * section.level} {heading(section.full_heading)}"
    for block in section.blocks:
        yield from _parts(block, section.level + 1)


def _titled(title: str, level: int) -> str:
    return f"{'#' * min(level, 6)} {heading(title)}"


@singledispatch
def _parts(block: Block, level: int) -> list[str]:
    raise TypeError(block, level)


@_parts.register
def _(block: Paragraph, level: int) -> list[str]:  # noqa: ARG001
    return [escaped(block.text)]


@_parts.register
def _(block: Note, level: int) -> list[str]:  # noqa: ARG001
    return [f"> **{say('Note:')}** {escaped(block.text)}"]


@_parts.register
def _(block: Facts, level: int) -> list[str]:  # noqa: ARG001
    return ["\n".join(f"- **{escaped(label)}:** {escaped(value)}" for label, value in block.rows)]


@_parts.register
def _(block: Bars, level: int) -> list[str]:
    rows = [(label, str(number)) for label, number in block.rows]
    return [_titled(block.title, level), _table((block.heading, block.unit.capitalize()), rows)]


@_parts.register
def _(block: Lines, level: int) -> list[str]:
    return [_titled(block.title, level), "\n".join(map(_item, block.lines))]


@_parts.register
def _(block: Grid, level: int) -> list[str]:
    return [_titled(block.title, level), _table(block.columns, block.rows), escaped(block.note)]


@_parts.register
def _(block: Fields, level: int) -> list[str]:  # noqa: ARG001
    head = [f"**{_code(block.code, star=block.star)}**"] if block.code else []
    return [*head, "\n".join(f"- {_field(field)}" for field in block.fields)]


@_parts.register
def _(block: FieldTable, level: int) -> list[str]:  # noqa: ARG001
    columns = [*block.heads, *(column.text for column in block.columns)]
    return ["\n".join([_row(columns), _ruler(columns), *(_field_row(block, row) for row in block.rows)])]


@_parts.register
def _(block: Picture, level: int) -> list[str]:  # noqa: ARG001
    """A file of text holds no picture: its words do."""
    return [f"*{say('Picture:')}* {escaped(block.alternative)}", *([escaped(block.caption)] if block.caption else [])]


@_parts.register
def _(block: Sign, level: int) -> list[str]:  # noqa: ARG001
    return [escaped(block.above), f"**{escaped(block.text)}**", *map(escaped, block.below)]


@_parts.register
def _(block: Labels, level: int) -> list[str]:  # noqa: ARG001
    return [
        "  \n".join([f"- **{escaped(label.text)}**", *(f"  {escaped(line)}" for line in label.below)])
        for label in block.labels
    ]


def _code(code: str, *, star: bool) -> str:
    return f"{escaped(code)} {TO_STAR}" if star else escaped(code)


def _field(field: Field) -> str:
    """Everything of a field in one line; what is not there leaves nothing."""
    room = [f"{_BOX} {escaped(box.text)}" for box in field.boxes]
    room += [_ROOM] * (field.places or bool(field.lines))
    code = f"**{_code(field.code, star=field.star)}**" if field.code else ""
    label = escaped(labelled(field.label.text))
    hint = f"({escaped(field.hint.text)})" if field.hint.text else ""
    return " ".join(filter(None, [code, label, hint, *room, escaped(field.unit)]))


def _field_row(table: FieldTable, row: FieldRow) -> str:
    labels = [escaped(row.label.text)] if len(table.heads) > 1 else []
    cells = (
        _BOX if cell.boxes == (column,) else _field(cell) for column, cell in zip(table.columns, row.cells, strict=True)
    )
    return _joined([_code(row.code, star=row.star), *labels, *cells])


def _item(line: Line) -> str:
    mark = f"{say(HEADLINE)}: " if line.star else ""
    code = f"**{escaped(line.code)}** " if line.code else ""
    return f"- {code}{mark}{escaped(f'{line.text} {line.beside}')}"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join([_row(columns), _ruler(columns), *map(_row, rows)])


def _ruler(columns: Sequence[str]) -> str:
    return f"|{' --- |' * len(columns)}"


def _row(cells: Sequence[str]) -> str:
    return _joined(map(escaped, cells))


def _joined(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
