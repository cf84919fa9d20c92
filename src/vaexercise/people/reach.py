"""How far the sheets of a spreadsheet reach, before it is read: readers make room for every cell up to the last one.

A single forgotten cell in the last row of a sheet, or a file made to do harm, would take all memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from vaexercise.errors import Problem, Problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 200_000_000
"""Bytes of a package that is unpacked."""
MOST_CELLS = 5_000_000
"""In a sheet, up to its last cell; a list of 100,000 people with 50 columns has as many."""

_SHEET = re.compile(r"/?xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_AT = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,7})[\"']")
_ERROR = re.compile(rb"\bt=[\"']e[\"']")
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SHEET_NAME = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ODS_PART = re.compile(rb"<table:(table-row|(?:covered-)?table-cell|table)(?=[\s/>])([^>]*?)(/?)>")
_ODS_REPEATED = re.compile(rb"table:number-(?:rows|columns)-repeated=[\"'](\d{1,9})[\"']")

_TOO_LARGE = "this unpacks to more than {most} MB, which no list has. Save it as CSV (UTF-8)"
_TOO_FAR = "a sheet reaches to row {row}, column {letter}, which no list does. {mend}"
_MEND = "Delete what stands far from the list, or save the list as CSV (UTF-8)"


UNREADABLE = (zipfile.BadZipFile, zlib.error, expat.ExpatError, OSError, ValueError, EOFError, RuntimeError)
"""What reading a damaged package raises."""


class Cell(NamedTuple):
    """A cell that holds something, counted from 1."""

    row: int
    column: int


def letters(column: int) -> str:
    """The letters of a column in a spreadsheet: 1 is A, 27 is AA."""
    above, own = divmod(column - 1, 26)
    return (letters(above) if above else "") + chr(ord("A") + own)


def check_reach(data: bytes, file: str) -> dict[str, list[str]]:
    """The names, such as `C6`, of cells that hold an error of a formula, by the name of their sheet.

    Raises `Problems` if the file would take too much memory, `BadZipFile`, `ExpatError` and others if it is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > LARGEST:
            raise Problems([Problem(_TOO_LARGE, {"most": LARGEST // 1_000_000}, file=file)])
        sheets = {part.filename: package.read(part) for part in parts if _SHEET.fullmatch(part.filename)}
        content = [package.read(part) for part in parts if part.filename == "content.xml"]
        names = _names(package, {part.filename for part in parts})
    for part in content:
        expat.ParserCreate().ParseFile(io.BytesIO(part))  # calamine never ends on one that is cut off
    for cells in (*map(_xlsx_cells, sheets.values()), *map(_ods_cells, content)):
        _check(cells, file)
    found = {names.get(path.rpartition("/")[2], path): list(_errors(sheet)) for path, sheet in sheets.items()}
    return {name: cells for name, cells in found.items() if cells}


def _names(package: zipfile.ZipFile, parts: set[str]) -> dict[str, str]:
    """The name of each worksheet of an Excel file, by the last part of its path."""
    if not parts >= {_WORKBOOK, _RELATIONS}:
        return {}
    paths = {_attribute("Id", tag): _attribute("Target", tag) for tag in _RELATION.findall(_text(package, _RELATIONS))}
    tags = _SHEET_NAME.findall(_text(package, _WORKBOOK))
    return {paths.get(_attribute("r:id", tag), "").rpartition("/")[2]: _attribute("name", tag) for tag in tags}


def _text(package: zipfile.ZipFile, part: str) -> str:
    return package.read(part).decode("utf-8", errors="replace")


def _attribute(name: str, tag: str) -> str:
    found = re.search(rf"\b{name}\s*=\s*([\"'])(.*?)\1", tag, re.DOTALL)
    return unescape(found[2]) if found else ""


def _check(cells: Iterable[Cell], file: str) -> None:
    last_row = last_column = 0
    for row, column in cells:
        last_row, last_column = max(last_row, row), max(last_column, column)
        if last_row * last_column > MOST_CELLS:
            facts = {"row": last_row, "letter": letters(last_column), "mend": _MEND}
            raise Problems([Problem(_TOO_FAR, facts, file=file)])


def _xlsx_cells(sheet: bytes) -> Iterator[Cell]:
    """Cells in order; one that does not say where it is counts for the first of its row."""
    row = 1
    for tag in _TAG.finditer(sheet):
        at = _AT.search(tag[2])
        row = int(at[2]) if at else row
        if tag[1] == b"c" and not tag[2].endswith(b"/"):
            yield Cell(row, _number(at[1]) if at else 1)


def _errors(sheet: bytes) -> Iterator[str]:
    for tag in _TAG.finditer(sheet):
        if tag[1] == b"c" and _ERROR.search(tag[2]) and (at := _AT.search(tag[2])):
            yield (at[1] + at[2]).decode()


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _ods_cells(content: bytes) -> Iterator[Cell]:
    """The last cell of each repeated run that holds something."""
    row, repeated, column = 0, 1, 0
    for part in _ODS_PART.finditer(content):
        times = int(found[1]) if (found := _ODS_REPEATED.search(part[2])) else 1
        if part[1] == b"table":
            row, repeated, column = 0, 1, 0
        elif part[1] == b"table-row":
            row, repeated, column = row + repeated, times, 0
        else:
            column += times
            if not part[3]:
                yield Cell(row + repeated - 1, column)
