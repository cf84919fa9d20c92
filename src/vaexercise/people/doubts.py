"""What a list leaves in doubt: dates that can be read in two ways, numbers and letters that a spreadsheet spoilt.

Nothing is guessed: cells stay as they were written, and a sentence says where to look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import clean_line
from vaexercise.people.columns import is_sensitive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.people.table import Table

_DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?: .*)?")
_YEAR_DIGITS = 4
_MONTHS, _DAYS = 12, 31
_SHOWN = 40

_SPOILT = (
    (
        re.compile(r"[-+]?\d(?:[.,]\d+)?[eE]\+?\d{1,3}"),
        "a spreadsheet has shortened this number, and its end is lost. Write it out in the list",
    ),
    (
        re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!)"),
        "this is an error of a formula in the spreadsheet. Write the value",
    ),
    (re.compile(r".*\ufffd.*", re.DOTALL), "letters were lost before the list came here. Write them in the list"),
)


class _Cell(NamedTuple):
    row: int
    text: str


def doubts(table: Table) -> Iterator[str]:
    """A sentence for each thing in doubt, column by column."""
    for place, header in enumerate(table.headers):
        cells = [_Cell(row.number, row.cells[place]) for row in table.rows if row.cells[place]]
        named = f'Column "{clean_line(header):.{_SHOWN}}"'
        yield from _about_dates(named, cells)
        yield from _about_spoilt(named, cells, shown=not is_sensitive(header))


def _about_dates(named: str, cells: Sequence[_Cell]) -> Iterator[str]:
    orders = [(_order(cell.text.strip()), cell) for cell in cells if cell.text[:1].isdigit()]
    dates = [(order, cell) for order, cell in orders if order]
    unsure = [cell for order, cell in dates if order == "unsure"]
    if unsure:
        example = f'"{unsure[0].text.strip():.{_SHOWN}}" in row {unsure[0].row}'
        which = f"{example} can" if len(unsure) == 1 else f"{len(unsure)} dates can, such as {example},"
        yield (
            f"{named}: {which} be read day first or month first. It was not guessed: dates stay as written. "
            "Written as 2026-05-22 (year, month, day) they are clear."
        )
    if len({order for order, _ in dates} - {"unsure"}) > 1:
        examples = {order: cell.text.strip() for order, cell in reversed(dates) if order != "unsure"}
        shown = ", ".join(f'"{text:.{_SHOWN}}"' for text in sorted(examples.values()))
        yield f"{named} has dates in several forms: {shown}. They stay as written."


def _order(text: str) -> str:
    """How a date is written: `year first`, `day first`, `month first`, or `unsure`; empty if it is none."""
    found = _DATE.fullmatch(text)
    if not found:
        return ""
    first, _, second, third = found.groups()
    if len(first) == _YEAR_DIGITS:
        return "year first" if _fits(second, third) else ""
    if len(third) not in (2, _YEAR_DIGITS):
        return ""
    day_first, month_first = _fits(second, first), _fits(first, second)
    if day_first and month_first:
        return "unsure" if int(first) != int(second) else ""
    return "day first" if day_first else "month first" if month_first else ""


def _fits(month: str, day: str) -> bool:
    return 1 <= int(month) <= _MONTHS and 1 <= int(day) <= _DAYS


def _about_spoilt(named: str, cells: Iterable[_Cell], *, shown: bool) -> Iterator[str]:
    suspects = [cell for cell in cells if not cell.text.isalpha()]
    for pattern, sentence in _SPOILT:
        if spoilt := [cell for cell in suspects if pattern.fullmatch(cell.text.strip())]:
            more = f", and in {len(spoilt) - 1} more" if len(spoilt) > 1 else ""
            quoted = f'"{clean_line(spoilt[0].text):.{_SHOWN}}" in ' if shown else ""
            yield f"{named}: {quoted}row {spoilt[0].row}{more}: {sentence}."
