"""Tables of what groups said: as a table where it fits the page, else one row after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid
from vaexercise.report.word.blocks import block_of
from vaexercise.report.word.cells import head_cell, number_cell, words_in
from vaexercise.report.word.look import TIGHT, TINT
from vaexercise.report.word.tables import HIGHEST, Cell, Frame, Row, shared, stretched, table
from vaexercise.report.word.words import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

MANY = 6
"""A table of so many columns has smaller letters."""
HEADS = 22
"""Letters that the column of heads has room for, where rows stand one after the other."""


@block_of.register(Grid)
def _(block: Grid, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    tight = len(block.columns) >= MANY
    letters = look.letters(1, TIGHT if tight else 1)
    sizes = shared([block.columns, *block.rows], look.width / letters)
    if sizes:
        frame = Frame(stretched(sizes, look.width), block.title)
        made = table(_table_rows(block, look, "Tight" if tight else ""), frame, look)
    else:
        heads = look.letters(HEADS)
        made = table(_records(block, look), Frame([heads, look.width - heads], block.title), look)
    note = [said(block.note, look, style="Small")] if block.note else []
    return [said(block.title, look, style="Caption"), made, *note]


def _spoken(grid: Grid) -> Sequence[str]:
    return grid.languages or ("",) * len(grid.rows)


def _table_rows(grid: Grid, look: Look, tight: str) -> list[Row]:
    numbers = [_counted(grid, place) for place in range(len(grid.columns))]
    head = [
        head_cell(text, look, end=end, style=f"{tight}Head") for text, end in zip(grid.columns, numbers, strict=True)
    ]
    rows = [Row(head, head=True)]
    for row, language in zip(grid.rows, _spoken(grid), strict=True):
        cells = [
            number_cell(text, look, style=f"{tight}Cell")
            if numbers[place]
            else Cell([_words(grid, place, text, look, language=language, style=f"{tight}Cell")])
            for place, text in enumerate(row)
        ]
        rows.append(Row(cells, size=sum(map(len, row))))
    return rows


def _words(grid: Grid, place: int, text: str, look: Look, *, language: str, style: str = "Cell") -> Element:
    """The words of a cell. Heads of rows are of no known language; codes, which have numbers, look like codes."""
    coded = place in grid.attributed and any(map(str.isdecimal, text))
    spoken = language if place else ""
    return words_in(text, look, letters="Code" if coded else "", language=spoken, style=style)


def _counted(grid: Grid, place: int) -> bool:
    """Whether a column has numbers only, which stand at its end."""
    cells = [row[place] for row in grid.rows]
    return place > 0 and bool(cells) and all(cell.isdecimal() for cell in cells)


def _records(grid: Grid, look: Look) -> list[Row]:
    """Each row as several: its head, shaded, then the name of each column with its cell."""
    found = []
    last = len(grid.columns) - 1
    for row, language in zip(grid.rows, _spoken(grid), strict=True):
        keep = sum(map(len, row)) < HIGHEST
        for place, (column, text) in enumerate(zip(grid.columns, row, strict=True)):
            fill = "" if place else TINT
            label = words_in(column, look, letters="Quiet", keep=keep and place < last)
            words = _words(grid, place, text, look, language=language)
            found.append(Row((Cell([label], fill=fill), Cell([words], fill=fill)), size=len(text)))
    return found
