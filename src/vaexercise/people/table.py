"""A list of people as rows under headers, out of a CSV file as it comes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.errors import Problem, Problems
from vaexercise.model.text import clean_line
from vaexercise.people.columns import fold
from vaexercise.people.decoding import decode
from vaexercise.people.other_formats import other_format
from vaexercise.people.records import LONGEST_HEADER, Row, known_names, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADER_AMONG = 20
_NOBODY = "There are no rows under the column names."


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under different, non-empty headers: every row has as many cells as there are headers.

    Cells are as written. Rows keep the number that a spreadsheet shows. `problems` are of rows that
    do not fit, which are left out; `notices` say what was assumed.
    """

    file: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


def read_table(data: bytes, file: str, encoding: str = "") -> Table:
    """The table in a CSV file. Raises `Problems` if it is none: another format, empty, headers that do not do."""
    if kind := other_format(data, encoding):
        sentence = "this is {kind}, not a CSV file. Open the list where it was made, and save it as CSV (UTF-8)"
        raise Problems([Problem(sentence, {"kind": kind}, file=file)])
    decoded = decode(data, file, encoding)
    nuls = decoded.text.count("\0")
    notices = [decoded.notice] if decoded.notice else []
    if nuls:
        notices.append(f"{_counted(nuls, 'NUL character')} left out: the file may be damaged.")
    return table_from(records(decoded.text.replace("\0", ""), file), file, notices)


def table_from(rows: Sequence[Row], file: str, notices: Sequence[str] = ()) -> Table:
    """The table in rows of which none is empty. Raises `Problems` if there is none, or its headers do not do."""
    at = _header_at(rows[:_HEADER_AMONG]) if rows else 0
    headers = [clean_line(cell) for row in rows[at : at + 1] for cell in row.cells]
    below = rows[at + 1 :]
    columns = [
        n for n, header in enumerate(headers) if header or any(n < len(r.cells) and r.cells[n].strip() for r in below)
    ]
    if not columns:
        raise Problems([Problem("there is nothing in this list", file=file)])
    faults = list(_header_faults(headers, columns, rows[at].number, file))
    if faults:
        raise Problems(faults)
    fitting = [row for row in below if not _too_long(row, len(headers))]
    return Table(
        file=file,
        headers=tuple(headers[n] for n in columns),
        rows=tuple(_fitted(row, columns) for row in fitting),
        problems=tuple(_ragged(row, len(headers), file) for row in below if _too_long(row, len(headers))),
        notices=(*notices, *_about_titles(rows[:at]), *(() if below else (_NOBODY,))),
    )


def _header_at(rows: Sequence[Row]) -> int:
    """Which row holds the column names: that with the most known ones, else the first of the fullest."""
    best = max(range(len(rows)), key=lambda n: known_names(rows[n].cells))
    known = known_names(rows[best].cells)
    fuller_above = any(row.filled >= rows[best].filled for row in rows[:best])
    if known > 1 or (known and not fuller_above):
        return best
    return max(range(len(rows)), key=lambda n: rows[n].filled)


def _header_faults(headers: Sequence[str], columns: Sequence[int], row: int, file: str) -> Iterator[Problem]:
    same = Counter(fold(header) or header for header in headers if header)
    for n in columns:
        header = headers[n]
        facts = {"row": row, "letter": _letter(n), "header": f"{header:.40}", "limit": LONGEST_HEADER}
        if not header:
            sentence = "has cells but no name. Write a name above them, or empty the column"
        elif len(header) > LONGEST_HEADER:
            sentence = "has a name of more than {limit} characters. Give it a short one"
        elif same[fold(header) or header] > 1:
            sentence = 'has the same name as another column, "{header}". Give each column its own name'
        else:
            continue
        yield Problem(sentence, facts, file=file, where=f"row {row}, column {_letter(n)}")


def _letter(column: int) -> str:
    """The letters of a column in a spreadsheet: 0 is A, 26 is AA."""
    above, own = divmod(column, 26)
    return (_letter(above - 1) if above else "") + chr(ord("A") + own)


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


def _about_titles(rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        return
    first, last = rows[0].number, rows[-1].number
    if first == last:
        yield f"Row {first} stands above the column names and was left out."
    else:
        yield f"Rows {first} to {last} stand above the column names and were left out."


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun} was" if count == 1 else f"{count:,} {noun}s were"
