"""Sheets as XLSX, for spreadsheets: every cell is text."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.rows import COLUMNS, is_header, statements, written
from vaexercise.errors import Problem, Problems, Refused
from vaexercise.model.guard import told_apart
from vaexercise.people.reach import UNREADABLE, check_reach
from vaexercise.people.records import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.capture.sheets.pages import Page
    from vaexercise.capture.sheets.rows import Rows

LONGEST = 32_767
"""Characters in a cell, in UTF-16: no spreadsheet takes more."""

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""Neither are they characters, nor can XML hold them."""
_WIDTHS = {"asked": 50, "text": 60, "item": 20, "gloss": 30, "code": 12}
_MISSING = (
    "Spreadsheets (.xlsx) need one more package, {package}, which is not installed. "
    "Install it with: pip install 'vaexercise[xlsx]'. Or use .csv, which every spreadsheet opens and saves."
)
_DAMAGED = "this is no spreadsheet that can be read: it is damaged, has a password, or is of another kind. {mend}"
_MEND = "Open it where it was made, and save it as .xlsx or as CSV (UTF-8)"
_TOO_LONG = (
    "{code} has a text of {length} characters; a cell of a spreadsheet holds {most}. "
    "Choose another format: .csv, .jsonl, .md or .yaml"
)


def read(data: bytes, file: str) -> Rows:
    """The statements in the first worksheet with our column names. Raises `Problems`, `Refused`."""
    calamine = _package("python_calamine", "python-calamine")
    try:
        check_reach(data, file)
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        tables = [_rows(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (calamine.CalamineError, *UNREADABLE) as error:
        raise Problems([Problem(_DAMAGED, {"mend": _MEND}, file=file)]) from error
    first = next((rows for rows in tables if any(is_header(row.cells) for row in rows)), [])
    return statements(first, file)


def _package(module: str, name: str) -> Any:  # noqa: ANN401  a module
    try:
        return import_module(module)
    except ImportError as error:
        raise Refused(reason=_MISSING.format(package=name)) from error


def _rows(table: Sequence[Sequence[object]]) -> list[Row]:
    rows = [Row(number, tuple(map(_cell, cells))) for number, cells in enumerate(table, start=1)]
    return [row for row in rows if row.filled]


def _cell(value: object) -> str:
    """A cell as a person sees it: whole numbers without a point, days without a time."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return str(value)


def write(pages: Sequence[Page]) -> bytes:
    """A workbook with one worksheet. Raises `Refused` if a text is too long for a cell, or the package is missing."""
    xlsxwriter = _package("xlsxwriter", "XlsxWriter")
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2012, 5, 22, tzinfo=UTC)})
    sheet = book.add_worksheet("Feedback")
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, 11), wrapped)
        sheet.write_string(0, column, name, bold)
    for number, column, text in _cells(pages):
        sheet.write_string(number, column, text, wrapped)
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def _cells(pages: Sequence[Page]) -> Iterator[tuple[int, int, str]]:
    for number, row in enumerate(written(pages), start=1):
        for column, name in enumerate(COLUMNS):
            text = _NO_CHARACTERS.sub("", told_apart(row.get(name, "")))
            if len(text.encode("utf-16-le")) > 2 * LONGEST:
                code = row.get("code") or row["question"]
                raise Refused(reason=_TOO_LONG.format(code=code, length=f"{len(text):,}", most=f"{LONGEST:,}"))
            if text:
                yield number, column, text
