"""Rows to lines about one person each: cleaned, and with what tells who it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vaexercise.errors import Problem
from vaexercise.model.text import clean_line
from vaexercise.people.columns import fold, meaning

if TYPE_CHECKING:
    from vaexercise.people.records import Row
    from vaexercise.people.table import Table

LONGEST_CELL = 2000
"""In characters."""
_ROWS_SHOWN = 5

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_TOTAL = re.compile(
    r"(grand |gran |sub ?|sous )?"
    r"(total|totals|totaux|totales|totais|итого|всего|المجموع|الاجمالي|សរុប)"
    r"( general| geral| of| de| \d+)*( participants?| people| persons?| personnes| participantes| personas| pessoas"
    r"| участников| человек)?( \d+)?"
)
_RUNNING_NUMBER = re.compile(r"\d{1,5}[.)]?")
_ABOUT_WHO = ("id", "name", "first_name", "last_name")


@dataclass(frozen=True, kw_only=True)
class Line:
    """What a row says about a person.

    `email` is in small letters, and empty unless it is an address. `values` are the cells by header,
    empty ones too, without the columns that `id` and `name` came from.
    """

    row: int
    id: str
    name: str
    email: str
    organisation: str
    values: Mapping[str, str]


class Reader:
    """Reads the rows of a table; `problems` and `notices` grow as it reads."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.problems: list[Problem] = []
        self.notices: list[str] = []
        self._columns = _columns(table.headers)
        self._clean = _cleaner()
        self._only_numbers: list[int] = []

    @property
    def names_people(self) -> bool:
        """Whether a column says who a row is about."""
        return any(known in self._columns for known in _ABOUT_WHO)

    def lines(self) -> Iterator[Line]:
        """A line for each row about a person, unless the row has a problem."""
        for row in self.table.rows:
            faults = list(self._faults(row))
            self.problems += faults
            if not faults and not self._left_out(row):
                yield self._line(row)
        if self._only_numbers:
            rows = listed_rows(self._only_numbers)
            self.notices.append(f"Nothing but a number stands in {rows}: left out, as lines kept free for names.")

    def problem(self, row: int, sentence: str, header: str = "", **facts: object) -> Problem:
        """A problem of a row, or of its cell under a header."""
        where = f'row {row}, column "{header:.40}"' if header else f"row {row}"
        return Problem(sentence, {"row": row, "header": header, **facts}, file=self.table.file, where=where)

    def _faults(self, row: Row) -> Iterator[Problem]:
        for header, cell in zip(self.table.headers, row.cells, strict=True):
            if len(cell) > LONGEST_CELL:
                sentence = "has {length:,} characters; {limit:,} is the most. Shorten it"
                yield self.problem(row.number, sentence, header, length=len(cell), limit=LONGEST_CELL)
            elif header == self._columns.get("id") and (asked := self._clean(cell)) and not _ID.fullmatch(asked):
                sentence = '"{id}" cannot be an id. Use up to 32 letters, digits, - and _, or leave it empty'
                yield self.problem(row.number, sentence, header, id=f"{asked:.40}")

    def _left_out(self, row: Row) -> bool:
        cells = [self._clean(cell) for cell in row.cells]
        first = next(filter(None, cells), "")
        if _TOTAL.fullmatch(fold(first)):
            self.notices.append(f'Row {row.number} begins with "{first}" and was left out as a sum.')
        elif tuple(cells) == self.table.headers:
            self.notices.append(f"Row {row.number} repeats the column names and was left out.")
        elif self._is_only_numbered(cells):
            self._only_numbers.append(row.number)
        elif first:
            return False
        return True

    def _is_only_numbered(self, cells: Sequence[str]) -> bool:
        """Whether a row has nothing but its number in the list, in a column that says nothing about who it is."""
        filled = [(header, cell) for header, cell in zip(self.table.headers, cells, strict=True) if cell]
        who = {self._columns.get(meant) for meant in _ABOUT_WHO}
        return len(filled) == 1 and filled[0][0] not in who and bool(_RUNNING_NUMBER.fullmatch(filled[0][1]))

    def _line(self, row: Row) -> Line:
        cells = dict(zip(self.table.headers, map(self._clean, row.cells), strict=True))
        known = {meant: cells[header] for meant, header in self._columns.items()}
        about_who = {self._columns.get(meant) for meant in _ABOUT_WHO}
        email = known.get("email", "").casefold()
        return Line(
            row=row.number,
            id=known.get("id", ""),
            name=_name(*(known.get(part, "") for part in ("name", "first_name", "last_name"))),
            email=email if _EMAIL.fullmatch(email) else "",
            organisation=known.get("organisation", ""),
            values={header: cell for header, cell in cells.items() if header not in about_who},
        )


def listed_rows(numbers: Sequence[int]) -> str:
    """Rows by their numbers, as words: the first of them, and how many more."""
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    shown = [str(number) for number in numbers[:_ROWS_SHOWN]]
    more = len(numbers) - len(shown)
    last = f"{more} more" if more else shown.pop()
    return f"rows {', '.join(shown)} and {last}"


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r\n") else cell


def _cleaner() -> Callable[[str], str]:
    """Cleans cells, each different one once: most columns hold the same few values again and again."""

    @cache
    def clean(cell: str) -> str:
        return clean_line(unguarded(cell))

    return clean


def _columns(headers: tuple[str, ...]) -> dict[str, str]:
    """The first header of each known meaning."""
    return {meant: header for header in reversed(headers) if (meant := meaning(header))}


def _name(whole: str, first: str, last: str) -> str:
    """The name to show: the whole one, with a first or last name before or after it if it lacks that."""
    parts = [part for part in (first, last) if part]
    if whole and (len(parts) > 1 or all(fold(part) in fold(whole) for part in parts)):
        return whole
    return " ".join(filter(None, (first, whole, last)))
