"""Sheets of a spreadsheet to rows, every cell as a person sees it; and which sheet is the list."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from vaexercise.errors import Problem, Problems, Refused, Unknown
from vaexercise.model.text import clean_line
from vaexercise.people.columns import meaning
from vaexercise.people.heading import heading_of
from vaexercise.people.reach import UNREADABLE, check_reach
from vaexercise.people.records import Row, known_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MISSING = (
    "{file} is a spreadsheet. Reading one needs one more package, python-calamine, which is not installed. "
    "Install it with: pip install 'vaexercise[xlsx]'. Or save the list as CSV (UTF-8): that can be read as it is."
)
_DAMAGED = (
    "this is no spreadsheet that can be read: it is damaged, has a password, or is of another kind. "
    "Open it where it was made, and save it as .xlsx without a password, or as CSV (UTF-8)"
)
_NO_SHEETS = "there is no sheet with cells in this spreadsheet"
_NAMES = {"name", "first_name", "last_name"}
_NAMES_SHOWN = 8
_ERRORS_SHOWN = 5
_DIGITS = 15
"""A spreadsheet keeps no more of a number."""


class Sheet(NamedTuple):
    """A worksheet: its rows that hold something, numbered as a person sees them.

    `merged` are the rows where a cell begins that is merged over several rows.
    """

    name: str
    hidden: bool
    rows: tuple[Row, ...]
    merged: tuple[int, ...]


class Chosen(NamedTuple):
    """The sheet that is the list; `notices` say what was assumed, `others` are the names of those left aside."""

    sheet: Sheet
    others: tuple[str, ...]
    notices: tuple[str, ...]


def read_sheet(data: bytes, file: str, wanted: str = "") -> Chosen:
    """The sheet `wanted`, by name or number; unsaid, the one that looks most like a list.

    Raises `Problems` if the file cannot be read, `Refused` if the package for it is missing, `Unknown`.
    """
    calamine = _calamine(file)
    try:
        errors = check_reach(data, file) if zipfile.is_zipfile(io.BytesIO(data)) else {}
        sheets = _sheets(calamine, calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)))
    except (calamine.CalamineError, *UNREADABLE) as error:
        raise Problems([Problem(_DAMAGED, file=file)]) from error
    if not sheets:
        raise Problems([Problem(_NO_SHEETS, file=file)])
    sheet = _named(sheets, wanted, file) if wanted else _likeliest(sheets)
    others = [other for other in sheets if other is not sheet and other.rows]
    notices = (*_about_sheets(sheet, others), *_about_merged(sheet), *_about_errors(errors.get(sheet.name, [])))
    return Chosen(sheet, tuple(other.name for other in others), notices)


def _calamine(file: str) -> Any:  # noqa: ANN401  a module
    try:
        return import_module("python_calamine")
    except ImportError as error:
        raise Refused(reason=_MISSING.format(file=file)) from error


def _sheets(calamine: Any, book: Any) -> list[Sheet]:  # noqa: ANN401  the module, and its workbook
    worksheets = [about for about in book.sheets_metadata if about.typ == calamine.SheetTypeEnum.WorkSheet]
    visible = calamine.SheetVisibleEnum.Visible
    return [_sheet(book.get_sheet_by_name(about.name), hidden=about.visible != visible) for about in worksheets]


def _sheet(sheet: Any, *, hidden: bool) -> Sheet:  # noqa: ANN401  calamine's sheet
    table = [[_text(value) for value in cells] for cells in sheet.to_python(skip_empty_area=False)]
    merged = [area for area in sheet.merged_cell_ranges or () if area[0][0] < area[1][0]]
    for (top, column), (bottom, _) in merged:
        for row in table[top + 1 : bottom + 1]:
            row[column : column + 1] = [cell or table[top][column] for cell in row[column : column + 1]]
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(table, start=1))
    return Sheet(sheet.name, hidden, tuple(row for row in rows if row.filled), tuple(top + 1 for (top, _), _ in merged))


def _text(value: object) -> str:
    """A cell as a person sees it: whole numbers without a point, days without a time."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.{_DIGITS}g}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value)


def _named(sheets: Sequence[Sheet], wanted: str, file: str) -> Sheet:
    by_number = {str(number): sheet for number, sheet in enumerate(sheets, start=1)}
    by_name = {sheet.name: sheet for sheet in sheets} | {clean_line(sheet.name).casefold(): sheet for sheet in sheets}
    found = by_name.get(wanted) or by_name.get(clean_line(wanted).casefold()) or by_number.get(wanted)
    if not found:
        there = _listed(sheet.name for sheet in sheets)
        raise Unknown(kind="sheet", name=f"“{wanted:.40}”", hint=f"{file} has {there}.")
    return found


def _likeliest(sheets: Sequence[Sheet]) -> Sheet:
    """The visible sheet with the most known column names; of several, the first that holds something."""
    return max(sheets, key=lambda sheet: (bool(sheet.rows), not sheet.hidden, _known(sheet)))


def _known(sheet: Sheet) -> int:
    return known_names(heading_of(sheet.rows).names)


def _about_sheets(sheet: Sheet, others: Sequence[Sheet]) -> Iterable[str]:
    if others:
        yield f"The sheet {_listed([sheet.name])} was read, and not {_listed(other.name for other in others)}."
    if sheet.hidden:
        yield f"The sheet {_listed([sheet.name])} is hidden in the spreadsheet."
    alike = [other.name for other in others if not other.hidden and _names_people(other)]
    if len(alike) == 1:
        yield f"{_listed(alike)} looks like a list of people, too."
    elif alike:
        yield f"{_listed(alike)} look like lists of people, too."


def _names_people(sheet: Sheet) -> bool:
    heading = heading_of(sheet.rows)
    return not _NAMES.isdisjoint(map(meaning, heading.names)) and len(sheet.rows) > heading.last + 1


def _about_merged(sheet: Sheet) -> Iterable[str]:
    headed = sheet.rows[heading_of(sheet.rows).last].number if sheet.rows else 0
    if any(row > headed for row in sheet.merged):
        yield "A cell that is merged over several rows counts for each of them."


def _about_errors(cells: Sequence[str]) -> Iterable[str]:
    if not cells:
        return
    more = f" and {len(cells) - _ERRORS_SHOWN} more" if len(cells) > _ERRORS_SHOWN else ""
    shown = f"{', '.join(cells[:_ERRORS_SHOWN])}{more}"
    if len(cells) == 1:
        yield f"Cell {shown} holds an error of a formula, such as #N/A; it counts as empty."
    else:
        yield f"Cells {shown} hold errors of a formula, such as #N/A; they count as empty."


def _listed(names: Iterable[str]) -> str:
    words = [f"“{clean_line(name):.40}”" for name in names]
    more = [f"{len(words) - _NAMES_SHOWN} more"] if len(words) > _NAMES_SHOWN else []
    return ", ".join([*words[:_NAMES_SHOWN], *more])
