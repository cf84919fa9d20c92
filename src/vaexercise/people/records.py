"""Text to records: what separates the cells is counted, never sniffed.

A record's number is the row that a spreadsheet shows: blank rows and title rows count, a cell of several
lines is in one row, and a `sep=;` line counts for nothing because spreadsheets hide it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Problem, Problems
from vaexercise.people.columns import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

DELIMITERS = (";", ",", "\t", "|")
_NONE = "\x1f"
"""Stands for "one column": separates nothing in a list of people."""

_END = "\x1e"
"""Put after the last line; if it comes back inside a cell, a quotation mark was left open."""

_SEP_LINE = re.compile(r'"?sep=(.)"?\n?', re.IGNORECASE)
_LINES_LOOKED_AT = 40
LONGEST_HEADER = 200
"""In characters. A longer one is a cell of text, or a quotation mark in the wrong place."""


@dataclass(frozen=True)
class Row:
    """The cells of one row, as written, and its number in a spreadsheet."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(bool(cell.strip()) for cell in self.cells)


class Records(NamedTuple):
    """All rows that hold something, and what separates their cells, empty if nothing does.

    `said` is whether a `sep=` line says so.
    """

    rows: list[Row]
    delimiter: str
    said: bool


def records(text: str, file: str) -> list[Row]:
    """All rows that hold something. Raises `Problems` if a quotation mark is never closed."""
    return separated(text, file).rows


def separated(text: str, file: str) -> Records:
    """The rows of a text, and how they were told apart. Raises `Problems` as `records`."""
    lines = _one_line_end(text)
    found = _SEP_LINE.match(lines)
    body = lines[found.end() :] if found else lines
    said = bool(found and found[1] in DELIMITERS)
    delimiter = found[1] if found and said else _delimiter(body)
    return Records(_parsed(body, delimiter, file), "" if delimiter == _NONE else delimiter, said)


def _one_line_end(text: str) -> str:
    """Every row ends with LF; where rows end with CR, as on old Macs, a LF stands inside a cell."""
    lines = text.replace("\r\n", "\n")
    if lines.count("\r") > lines.count("\n"):
        lines = lines.replace("\n", " ")
    return lines.replace("\r", "\n")


def _parsed(body: str, delimiter: str, file: str) -> list[Row]:
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(f"{body}\n{_END}\n", newline="\n"), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            rows.append(Row(number, tuple(cells)))
    except csv.Error:
        raise Problems([_at(len(rows) + 1, file, _ENDLESS)]) from None
    if rows[-1].cells != (_END,):
        raise Problems([_at(rows[-1].number, file, _OPEN)])
    return [row for row in rows[:-1] if row.filled]


_OPEN = 'a quotation mark (") opens here and is not closed. Close it, or take it out'
_ENDLESS = 'a cell here is as long as a book. Look for a quotation mark (") that is not closed'


def _at(row: int, file: str, sentence: str) -> Problem:
    return Problem(sentence, {"row": row}, file=file, where=f"row {row}")


def _delimiter(body: str) -> str:
    """What separates the cells: the character that gives the most known column names, then the evenest rows."""
    lines = [line for line in body.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if line.strip()]
    return max((_NONE, *DELIMITERS), key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int, int]:
    """Known column names, rows as wide as most, that width; only the first if the header stays in one piece."""
    rows = [_split(line, delimiter) for line in lines]
    header = max(rows, key=known_names, default=[])
    known = known_names(header)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths or (known and len(header) == 1):
        return known, 0, 0
    width = max(widths, key=lambda width: (widths[width], width))
    return known, widths[width], width


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line]


def known_names(cells: Sequence[str]) -> int:
    """How many different known column names stand in a row."""
    return len({known for cell in cells if len(cell) <= LONGEST_HEADER and (known := meaning(cell))})
