"""Each block of a report as plain data for the template, by its kind."""

from __future__ import annotations

from functools import singledispatch
from math import ceil
from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report.model import (
    Bars,
    Block,
    Facts,
    Field,
    Fields,
    FieldTable,
    Label,
    Labels,
    Note,
    Paragraph,
    Picture,
    Sign,
)
from vaexercise.report.typesetting import tables
from vaexercise.report.typesetting.widths import width

if TYPE_CHECKING:
    from vaexercise.report.typesetting import Plain
    from vaexercise.report.typesetting.setting import Setting

TILES, TILES_LARGE = 5, 2
"""So many facts may stand side by side."""
TILE = 2.0
"""Ems around the words of a tile, and between tiles."""
VALUE = 1.35
"""How much larger the value of a tile is."""
SHORT = 24.0
"""So many ems the part of a word may have that is never broken on a sign or a card."""
DEEPEST = 6
EDGE = 10
"""Millimetres of paper that cards leave free, together."""


@singledispatch
def plain(block: Block, at: Setting) -> Plain:  # noqa: ARG001  where each kind is registered
    """The block as data. Raises `TypeError` for a kind that nobody knows."""
    raise TypeError(block)


@plain.register(Paragraph)
def _(block: Paragraph, at: Setting) -> Plain:
    return {"kind": "paragraph", "words": at.words.said(block.text, block.language)}


@plain.register(Note)
def _(block: Note, at: Setting) -> Plain:
    return {"kind": "note", "words": at.words.said(block.text, block.language)}


@plain.register(Facts)
def _(block: Facts, at: Setting) -> Plain:
    """Tiles beside each other if their values are short, else lines."""
    lines = ceil(len(block.rows) / (TILES_LARGE if at.large else TILES)) or 1
    across = ceil(len(block.rows) / lines) or 1
    wide = at.room / across - TILE
    tiles = across > 1 and all(width(at.words.plain(value)) * VALUE <= 2 * wide for _, value in block.rows)
    rooms = (wide, wide / VALUE) if tiles else (at.room / 3, at.room / 2)
    rows = [(at.words.own(label, rooms[0]), at.words.own(value, rooms[1])) for label, value in block.rows]
    return {"kind": "facts", "tiles": tiles, "across": across, "rows": rows}


@plain.register(Bars)
def _(block: Bars, at: Setting) -> Plain:
    return tables.bars(block, at)


@plain.register(Grid)
def _(block: Grid, at: Setting) -> Plain:
    return tables.grid(block, at)


@plain.register(Lines)
def _(block: Lines, at: Setting) -> Plain:
    return {
        "kind": "lines",
        "title": at.words.own(block.title),
        "level": min(at.level + 1, DEEPEST),
        "lines": [_line(line, at) for line in block.lines],
        "long": any(len(line.text) > tables.LONG for line in block.lines),
    }


def _line(line: Line, at: Setting) -> Plain:
    return {
        "code": at.words.code(line.code, at.codes),
        "star": line.star,
        "words": at.words.said(line.text, line.language, at.room - at.codes - 1),
        "beside": at.words.aside(line.beside, line.text),
    }


@plain.register(Fields)
def _(block: Fields, at: Setting) -> Plain:
    fields = [_field(field, at) for field in block.fields]
    return {"kind": "fields", "code": at.words.code(block.code), "star": block.star, "fields": fields}


def _field(field: Field, at: Setting) -> Plain:
    return {
        "label": at.words.said(field.label.text, field.label.language),
        "hint": at.words.said(field.hint.text, field.hint.language),
        "code": at.words.code(field.code),
        "star": field.star,
        "boxes": [at.words.said(box.text, box.language) for box in field.boxes],
        "places": field.places,
        "lines": field.lines,
        "unit": at.words.own(field.unit),
    }


@plain.register(FieldTable)
def _(block: FieldTable, at: Setting) -> Plain:
    cells = [[_field(cell, at) for cell in row.cells] for row in block.rows]
    return tables.field_table(block, at, cells)


@plain.register(Picture)
def _(block: Picture, at: Setting) -> Plain:
    """A picture, or its words in a note if pictures are not shown."""
    if not at.shown:
        return plain(Note(text=" ".join(filter(None, [block.alternative, block.caption])), language=block.language), at)
    ending = "png" if block.data.startswith(b"\x89PNG") else "jpg"
    file = f"{len(at.pictures)}.{ending}"
    at.pictures[file] = block.data
    caption = at.words.said(block.caption, block.language)
    alternative = at.words.said(block.alternative or block.caption or "–", block.language)
    return {"kind": "picture", "file": file, "alternative": alternative, "words": caption}


@plain.register(Sign)
def _(block: Sign, at: Setting) -> Plain:
    shown = at.words.said(block.text, block.language, SHORT)
    return {
        "kind": "sign",
        "words": shown,
        "longest": _longest(shown),
        "above": at.words.own(block.above),
        "below": [at.words.own(line) for line in block.below],
    }


@plain.register(Labels)
def _(block: Labels, at: Setting) -> Plain:
    wide = min(block.width, int(at.width) - EDGE)
    return {
        "kind": "labels",
        "width": wide,
        "height": block.height,
        "across": max(1, (int(at.width) - EDGE) // wide),
        "labels": [_label(label, at) for label in block.labels],
    }


def _label(label: Label, at: Setting) -> Plain:
    shown = at.words.own(label.text, SHORT)
    return {"words": shown, "longest": _longest(shown), "below": [at.words.own(line, SHORT) for line in label.below]}


def _longest(words: Plain) -> Plain:
    """The same words, but only the widest of them: it has to go into one line."""
    text = words if isinstance(words, str) else words["text"]
    word = max(text.replace("\u200b", " ").split(), key=width, default="")
    return word if isinstance(words, str) else {**words, "text": word}
