"""A list of people as rows under headers, out of a CSV file or a spreadsheet as it comes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.errors import Problem, Problems, Refused
from vaexercise.people.book import read_sheet
from vaexercise.people.columns import fold
from vaexercise.people.decoding import decode
from vaexercise.people.heading import heading_of
from vaexercise.people.other_formats import is_book, other_format
from vaexercise.people.reach import letters
from vaexercise.people.records import LONGEST_HEADER, Row, separated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.people.heading import Heading
    from vaexercise.people.records import Records

_NOBODY = "There are no rows under the column names."
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_OTHER_FORMAT = (
    "this is {kind}, not a CSV file or a spreadsheet that can be read. "
    "Open the list where it was made, and save it as .xlsx or as CSV (UTF-8)"
)


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under different, non-empty headers: every row has as many cells as there are headers.

    Cells are as written. Rows keep the number that a spreadsheet shows. `problems` are of rows that
    do not fit, which are left out; `notices` say what was assumed. `guessed` is the encoding, if the file does
    not say it: then the first notice is about it; `sheets_left` are the names of a spreadsheet's other sheets.
    """

    file: str
    headers: tuple[str, ...]
    headed: int
    """The row that holds the column names, the last of them if there are two."""
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    guessed: str = ""
    sheets_left: tuple[str, ...] = ()


def read_table(data: bytes, file: str, encoding: str = "", sheet: str = "") -> Table:
    """The table in a CSV file or a spreadsheet.

    Raises `Problems` if it is none: another format, empty, headers that do not do; `Refused` if a `sheet` is asked
    for that a CSV file has not, or the package for spreadsheets is missing; `Unknown` if there is no such sheet.
    """
    if is_book(data):
        chosen = read_sheet(data, file, sheet)
        unused = ("A spreadsheet says how its letters are stored; --encoding was not used.",) if encoding else ()
        return _table(chosen.sheet.rows, file, (*chosen.notices, *unused), sheets_left=chosen.others)
    if kind := other_format(data, encoding):
        raise Problems([Problem(_OTHER_FORMAT, {"kind": kind}, file=file)])
    if sheet:
        raise Refused(reason=f"{file} is no spreadsheet and has no sheets. Leave --sheet out.")
    decoded = decode(data, file, encoding)
    nuls = decoded.text.count("\0")
    found = separated(decoded.text.replace("\0", ""), file)
    damage = (f"{_counted(nuls, 'NUL character')} left out: the file may be damaged.",) if nuls else ()
    assumed = (*filter(None, [decoded.notice]), *damage, *_about_separator(found))
    return _table(found.rows, file, assumed, guessed=decoded.encoding if decoded.notice else "")


def _table(
    rows: Sequence[Row], file: str, notices: Sequence[str], *, guessed: str = "", sheets_left: tuple[str, ...] = ()
) -> Table:
    """The table in rows of which none is empty. Raises `Problems` if there is none, or its headers do not do."""
    heading = heading_of(rows)
    headers, below = heading.names, rows[heading.last + 1 :]
    columns = [
        n for n, header in enumerate(headers) if header or any(n < len(r.cells) and r.cells[n].strip() for r in below)
    ]
    if not columns:
        raise Problems([Problem("there is nothing in this list", file=file)])
    headed = rows[heading.last].number
    ragged = [_ragged(row, len(headers), file) for row in below if _too_long(row, len(headers))]
    if faults := list(_header_faults(headers, columns, headed, file)):
        raise Problems([*faults, *ragged])
    fitting = [row for row in below if not _too_long(row, len(headers))]
    return Table(
        file=file,
        headers=tuple(headers[n] for n in columns),
        headed=headed,
        rows=tuple(_fitted(row, columns) for row in fitting),
        problems=tuple(ragged),
        notices=(*notices, *_about_heading(rows, heading), *(() if below else (_NOBODY,))),
        guessed=guessed,
        sheets_left=sheets_left,
    )


def _about_separator(found: Records) -> Iterator[str]:
    """What separates the cells, unless it is the comma, or the file says so."""
    if not found.said and found.delimiter in _SEPARATORS:
        yield f"Cells were taken to be separated by {_SEPARATORS[found.delimiter]}."


def _header_faults(headers: Sequence[str], columns: Sequence[int], row: int, file: str) -> Iterator[Problem]:
    same = Counter(fold(header) or header for header in headers if header)
    for n in columns:
        header = headers[n]
        facts = {"row": row, "letter": letters(n + 1), "header": f"{header:.40}", "limit": LONGEST_HEADER}
        if not header:
            sentence = "has cells but no name. Write a name above them, or empty the column"
        elif len(header) > LONGEST_HEADER:
            sentence = "has a name of more than {limit} characters. Give it a short one"
        elif same[fold(header) or header] > 1:
            sentence = 'has the same name as another column, "{header}". Give each column its own name'
        else:
            continue
        yield Problem(sentence, facts, file=file, where=f"row {row}, column {letters(n + 1)}")


def _too_long(row: Row, width: int) -> bool:
    return any(cell.strip() for cell in row.cells[width:])


def _ragged(row: Row, width: int, file: str) -> Problem:
    sentence = (
        "has {cells} cells, but there are {width} columns. Put a cell that contains the separator "
        'between quotation marks ("), or name the further columns'
    )
    facts = {"row": row.number, "cells": len(row.cells), "width": width}
    return Problem(sentence, facts, file=file, where=f"row {row.number}")


def _fitted(row: Row, columns: Sequence[int]) -> Row:
    if len(row.cells) == len(columns) == columns[-1] + 1:
        return row
    return Row(row.number, tuple(row.cells[n] if n < len(row.cells) else "" for n in columns))


def _about_heading(rows: Sequence[Row], heading: Heading) -> Iterator[str]:
    first, last = rows[heading.first].number, rows[heading.last].number
    above = [row.number for row in rows[: heading.first]]
    if first != last:
        yield f"Rows {first} and {last} were read together as the column names."
    where = f"the column names, which are in row {last}"
    if len(above) == 1:
        yield f"Row {above[0]} stands above {where}, and was left out."
    elif above:
        joined = "and" if above[-1] == above[0] + 1 else "to"
        yield f"Rows {above[0]} {joined} {above[-1]} stand above {where}, and were left out."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun} was" if count == 1 else f"{count:,} {noun}s were"
