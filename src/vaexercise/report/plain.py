"""Plain text, for a screen reader, a pipe or a bad printer: one thing a line, `Label: value`, no boxes."""

from __future__ import annotations

import textwrap
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
    Fields,
    FieldTable,
    Labels,
    Note,
    Paragraph,
    Picture,
    Sign,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.report.model import Report, Section, Words

WIDTH = 80
BOX, ROOM = "[_]", "____"
TOGETHER = "\u00a0"
MAIN = 2
"""The level of the headings right below the title."""


def render(report: Report, width: int = WIDTH) -> str:
    """The report, wrapped to `width` characters where there are spaces; longer words stay whole."""
    parts = [
        [report.title, *report.subtitle, *filter(None, [report.status])],
        *(part for note in report.notes for part in _parts(note)),
    ]
    parts += [part for section in report.sections for part in _section(section)]
    if report.footer:
        parts.append(["", report.footer])
    return "\n\n".join("\n".join(_wrapped(part, width)) for part in parts) + "\n"


def _section(section: Section) -> Iterator[list[str]]:
    """Parts of lines; an empty line more before a main heading."""
    yield ["", section.full_heading] if section.level <= MAIN else [section.full_heading]
    for block in section.blocks:
        yield from _parts(block)


def _wrapped(part: list[str], width: int) -> Iterator[str]:
    """What goes over the end of a listed line is indented, so that it never looks like a line of its own."""
    listed = [text for text in part if text]
    for text in part:
        hanging = " " * (len(text) - len(text.lstrip(" ")) + (2 if len(listed) > 1 else 0))
        first, *more = text.split("\n")
        for line in [first, *(hanging + line for line in more)]:
            yield from textwrap.wrap(
                line, max(width, 20), subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
            ) or [""]


@singledispatch
def _parts(block: Block) -> list[list[str]]:
    raise TypeError(block)


@_parts.register
def _(block: Paragraph) -> list[list[str]]:
    return [[block.text]]


@_parts.register
def _(block: Note) -> list[list[str]]:
    return [[f"{say('Note:')} {block.text}"]]


@_parts.register
def _(block: Facts) -> list[list[str]]:
    return [[f"{label}: {value}" for label, value in block.rows]]


@_parts.register
def _(block: Bars) -> list[list[str]]:
    return [[f"{block.title}:", *(f"{label}: {number}" for label, number in block.rows)]]


@_parts.register
def _(block: Lines) -> list[list[str]]:
    return [[f"{block.title}:", *map(coded, block.lines)]]


@_parts.register
def _(block: Grid) -> list[list[str]]:
    """One record per row: its head, then `Column: cell` for each cell; in one line if all cells are numbers."""
    parts = [[labelled(block.title)]]
    if all(cell.isdecimal() for row in block.rows for cell in row[1:]):
        parts[0] += [f"{row[0]}: {', '.join(map(' '.join, _cells(block, row)))}" for row in block.rows]
    else:
        parts += [
            [f"{block.columns[0]}: {row[0]}", *map("  {0[0]}: {0[1]}".format, _cells(block, row))] for row in block.rows
        ]
    return [*parts, [f"{say('Note:')} {block.note}"]] if block.note else parts


@_parts.register
def _(block: Fields) -> list[list[str]]:
    """A field a part, so that there is room between them; those of a card stand together below its code."""
    if not block.code:
        return [[_field(field)] for field in block.fields]
    return [[_starred(block.code, star=block.star), *(f"  {_field(field)}" for field in block.fields)]]


@_parts.register
def _(block: FieldTable) -> list[list[str]]:
    """One row after the other: boxes in its own line, cells to write into below each other."""
    parts = []
    for row in block.rows:
        head = " ".join(filter(None, [_starred(row.code, star=row.star), row.label.text]))
        ticked = all(cell.boxes == (column,) for column, cell in zip(block.columns, row.cells, strict=True))
        if ticked:
            parts.append([f"{head}: {_boxes(block.columns)}"])
            continue
        cells = zip(block.columns, row.cells, strict=True)
        parts.append([head, *(f"  {labelled(column.text)} {_boxes(cell.boxes) or ROOM}" for column, cell in cells)])
    return parts


@_parts.register
def _(block: Picture) -> list[list[str]]:
    return [[f"{say('Picture:')} {block.alternative}", *filter(None, [block.caption])]]


@_parts.register
def _(block: Sign) -> list[list[str]]:
    return [list(filter(None, [block.above, block.text, *block.below]))]


@_parts.register
def _(block: Labels) -> list[list[str]]:
    return [[label.text, *label.below] for label in block.labels]


def _field(field: Field) -> str:
    """Everything of a field in one line; what is not there leaves nothing."""
    room = " ".join(filter(None, [_boxes(field.boxes), *[ROOM] * (field.places or bool(field.lines)), field.unit]))
    label = labelled(field.label.text)
    hint = f"({field.hint.text})" if field.hint.text else ""
    return " ".join(filter(None, [_starred(field.code, star=field.star), label, hint, room]))


def _starred(code: str, *, star: bool) -> str:
    return f"{code} {TO_STAR}" if star else code


def _boxes(boxes: Sequence[Words]) -> str:
    """Boxes in a line; it is broken before a box only, or within long words beside one."""
    return "  ".join(f"{BOX}{TOGETHER}{box.text.replace(' ', TOGETHER, 1)}" for box in boxes)


def labelled(label: str) -> str:
    """A label before what it labels: with a colon, unless it ends a sentence itself."""
    return f"{label}:" if label and label[-1] not in ".:!?؟" else label


def _cells(grid: Grid, row: tuple[str, ...]) -> list[tuple[str, str]]:
    """Column and cell, the head of the row apart."""
    return list(zip(grid.columns[1:], row[1:], strict=True))


def coded(line: Line) -> str:
    """A line after its code, or a dash if it has none; whether it is a headline; what stands beside its words."""
    star = f"{say(HEADLINE)}: " if line.star else ""
    return f"{f'{line.code}:' if line.code else '-'} {star}{line.text} {line.beside}".rstrip()
