"""Sheets as an XLSX file: no text becomes a formula or a link, none is cut."""

from __future__ import annotations

import io
from datetime import datetime, time
from importlib import import_module
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING, Any

from vaexercise.model.text import shortened
from vaexercise.report.characters import for_xml
from vaexercise.report.model import page_direction
from vaexercise.report.workbook.sheet import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.report.model import Report
    from vaexercise.report.workbook.sheet import Sheet, Value

_WRITER: Any = import_module("xlsxwriter")
"""It has no types."""
LONGEST = 32_767
"""Characters in a cell, counted as UTF-16 does."""
GOES_ON = " … (goes on in the row below)"
PART = LONGEST - len(GOES_ON)
NARROWEST, WIDEST = 8, 60
LETTER, LINE, PADDING, HIGHEST = 0.97, 1.32, 2, 409
"""How wide a letter is of the column's measure, how high a line of its letters; no row is higher than the last."""
LONGEST_HEADER, LONGEST_TITLE = 120, 250
NORMAL, LARGE = 11, 18
PAPERS = {"a4": 9, "letter": 1}
_ACCENT, _TINT = "#0B4F8A", "#F1F5F9"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def written(sheets: Iterable[Sheet], report: Report) -> bytes:
    """The file. It was made, so it says, on the report's day."""
    file = io.BytesIO()
    book = _WRITER.Workbook(file, _OPTIONS)
    day = datetime.combine(report.made_on, time())
    book.set_properties({"title": shortened(for_xml(report.title), LONGEST_TITLE), "created": day})
    size = LARGE if report.large_print else NORMAL
    body = book.add_format({"text_wrap": True, "valign": "top", "font_size": size})
    head = book.add_format({"bold": True, "font_size": size, "bg_color": _TINT, "bottom": 2, "bottom_color": _ACCENT})
    for sheet in named(sheets):
        page, widths = book.add_worksheet(for_xml(sheet.name)), _widths(sheet)
        _write(page, sheet, head, body)
        for number, line in enumerate(_all_lines(sheet), start=1):
            page.set_row(number, _height(line, widths, size))
        _arrange(page, sheet, widths, report)
    book.close()
    return file.getvalue()


def _write(page: Any, sheet: Sheet, head: object, body: object) -> None:  # noqa: ANN401  see above
    for column, name in enumerate(sheet.columns):
        page.write_string(0, column, name, head)
    for number, line in enumerate(_all_lines(sheet), start=1):
        for column, value in enumerate(line):
            if isinstance(value, int):
                page.write_number(number, column, value, body)
            elif value:
                page.write_string(number, column, value, body)


def _all_lines(sheet: Sheet) -> Iterator[Sequence[Value]]:
    return (line for row in sheet.rows for line in _lines(row))


def _lines(row: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """A row, and rows below it for what no cell can hold; it says in the cell that it goes on."""
    cells = [[value] if isinstance(value, int) else parts(for_xml(value)) for value in row]
    yield from zip_longest(*cells, fillvalue="")


def parts(text: str) -> list[str]:
    """A text in as many parts as it needs cells; all but the last say that it goes on."""
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return [text]
    found, left = [], text
    while _units(left) > LONGEST:
        end = len(left.encode("utf-16-le")[: 2 * PART].decode("utf-16-le", errors="ignore"))
        found.append(left[:end] + GOES_ON)
        left = left[end:]
    return [*found, left]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _widths(sheet: Sheet) -> list[int]:
    """Of columns, in letters: as wide as what is in them, within reason."""
    longest = [max((len(str(row[column])) for row in sheet.rows), default=0) for column in range(len(sheet.columns))]
    return [min(max(most, len(name) + 3, NARROWEST), WIDEST) for most, name in zip(longest, sheet.columns, strict=True)]


def _height(line: Sequence[Value], widths: Sequence[int], size: int) -> float:
    """Of a row, in points: said, for not every program finds out by itself how many lines a text takes."""
    lines = max(
        sum(max(1, ceil(len(part) * LETTER / width)) for part in str(value).split("\n"))
        for value, width in zip(line, widths, strict=True)
    )
    return min(lines * size * LINE + PADDING, HIGHEST)


def _arrange(page: Any, sheet: Sheet, widths: Sequence[int], report: Report) -> None:  # noqa: ANN401  see above
    """Columns as wide as their words, heads that stay in sight and come again on paper, filters, page numbers."""
    for column, width in enumerate(widths):
        page.set_column(column, column, width * (LARGE / NORMAL if report.large_print else 1))
    if page_direction(report.language) == "rtl":
        page.right_to_left()
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, sum(1 for _ in _all_lines(sheet)), len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(PAPERS[report.paper])
    page.fit_to_pages(1, 0)
    status = shortened(for_xml(report.status), LONGEST_HEADER // 2).replace("&", "&&")
    page.set_header(f"&L{status}&R&P / &N")
