"""Tables as the template takes them: how wide each column is, and what kind of cells it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.report.model import TO_STAR
from vaexercise.report.plain import labelled
from vaexercise.report.typesetting.widths import WORD, Column, column, shared, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.plenary import Grid
    from vaexercise.report.model import Bars, FieldRow, FieldTable
    from vaexercise.report.typesetting import Plain
    from vaexercise.report.typesetting.setting import Setting

INSET = 1.1
"""Ems left and right of the words of a cell, together."""
LONG = 700
"""A cell or a line of so many characters may be broken between pages."""
_CODE = re.compile(r"[A-Z]+[0-9]*(-[A-Z0-9]+[a-z]?)+")
_NUMBER = re.compile(r"[0-9][0-9.,\s]*[%=]?")
LONG_HEAD = 200
"""The head of a column may have so many characters and still be repeated."""
BARE = 3.0
"""Ems that a cell to write into has at least."""


def bars(block: Bars, at: Setting) -> Plain:
    """Labels, numbers, and the share of the longest bar in percent."""
    names = column([block.heading, *(at.words.plain(label) for label, _ in block.rows)])
    wide = min(names.wished + INSET, 0.4 * at.cell_room)
    rows = [(at.words.own(label, wide - INSET), str(number), 100 * number / block.most) for label, number in block.rows]
    return {
        "kind": "bars",
        "title": at.words.own(block.title),
        "heading": at.words.own(block.heading),
        "unit": at.words.own(block.unit[:1].upper() + block.unit[1:]),
        "wide": wide,
        "rows": rows,
    }


def grid(block: Grid, at: Setting) -> Plain:
    """A table, or records below each other where its words do not fit beside each other."""
    kinds = [_kind(block, place) for place in range(len(block.columns))]
    cells = [[at.words.plain(cell) for cell in cells] for cells in (block.columns, *block.rows)]
    columns = [column(cells, grows=kind == "text") for cells, kind in zip(zip(*cells, strict=True), kinds, strict=True)]
    widths = shared(_inset(columns), at.cell_room)
    rooms = [wide - INSET for wide in widths] if widths else [at.room] * len(kinds)
    languages = block.languages or ("",) * len(block.rows)
    return {
        "kind": "grid",
        "title": at.words.own(block.title),
        "note": at.words.own(block.note),
        "columns": widths,
        "kinds": kinds,
        "heads": [at.words.own(head, room) for head, room in zip(block.columns, rooms, strict=True)],
        "repeat": _repeats(block.columns),
        "labels": [at.words.own(labelled(head)) for head in block.columns],
        "rows": [
            [at.words.said(cell, language, room) for cell, room in zip(row, rooms, strict=True)]
            for row, language in zip(block.rows, languages, strict=True)
        ],
        "long": any(len(cell) > LONG for row in block.rows for cell in row),
    }


def _repeats(heads: Iterable[str]) -> bool:
    """Whether heads stand on every page: not if they would fill it."""
    return all(len(head) <= LONG_HEAD for head in heads)


def _kind(grid: Grid, place: int) -> str:
    """Whether a column has codes, numbers or text."""
    cells = [row[place] for row in grid.rows if row[place]]
    if place and cells and all(map(_NUMBER.fullmatch, cells)):
        return "number"
    return "code" if cells and all(map(_CODE.fullmatch, cells)) else "text"


def _inset(columns: Iterable[Column]) -> list[Column]:
    return [each._replace(least=each.least + INSET, wished=each.wished + INSET) for each in columns]


def field_table(block: FieldTable, at: Setting, fields: Sequence[Sequence[Plain]]) -> Plain:
    """A table to fill in; `fields` are the cells of its rows, ready."""
    labelled = len(block.heads) > 1
    codes = column([block.heads[0], *(f"{row.code} {TO_STAR * 2 * row.star}" for row in block.rows)], grows=False)
    columns = [codes._replace(least=min(codes.wished, WORD))]
    if labelled:
        columns.append(column([" ".join(block.heads[1:]), *(row.label.text for row in block.rows)]))
    columns += [_cells(block, place) for place in range(len(block.columns))]
    widths = shared(_inset(columns), at.cell_room) or [at.cell_room / len(columns)] * len(columns)
    rooms = [wide - INSET for wide in widths]
    first = len(widths) - len(block.columns)
    heads = zip(block.heads, rooms[:first], strict=True)
    return {
        "kind": "fieldtable",
        "widths": widths,
        "repeat": _repeats([*block.heads, *(each.text for each in block.columns)]),
        "heads": [at.words.own(head, room) for head, room in heads],
        "columns": [
            at.words.said(each.text, each.language, room)
            for each, room in zip(block.columns, rooms[first:], strict=True)
        ],
        "rows": [_row(row, cells, at, rooms) for row, cells in zip(block.rows, fields, strict=True)],
    }


def _cells(block: FieldTable, place: int) -> Column:
    """Room for the words beside boxes, or to write into."""
    head, cells = block.columns[place], [row.cells[place] for row in block.rows]
    words = [box.text for cell in cells for box in cell.boxes if cell.boxes != (head,)]
    found = column([head.text, *(f"☐ {each}" for each in words)])
    writes = any(not cell.boxes for cell in cells)
    return found._replace(least=max(found.least, BARE), wished=max(found.wished, 4 * BARE if writes else BARE))


def _row(row: FieldRow, cells: Sequence[Plain], at: Setting, rooms: Sequence[float]) -> Plain:
    label = at.words.said(row.label.text, row.label.language, rooms[1] if len(rooms) > 1 else 0.0)
    return {"code": at.words.code(row.code, rooms[0]), "star": row.star, "label": label, "cells": cells}


def code_room(codes: Iterable[str], most: float) -> float:
    """How wide the column of codes is: as the longest one, but no more than `most` ems."""
    return min(max(map(width, codes), default=0.0), most)
