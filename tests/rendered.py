"""Reports in every format, as text: that of the file itself, or what programs that open it find in it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.table import Table
from python_calamine import CalamineWorkbook

from vaexercise.report import formats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.oxml.text.paragraph import CT_P

    from vaexercise.report.model import Report

PLAIN_TEXTS = (".csv", ".html", ".json", ".md", ".txt")
"""Formats that are text."""


def bytes_of(ending: str) -> Callable[[Report], bytes]:
    """What makes the bytes of a file with this ending."""
    return formats.renderer(ending)


def text_of(ending: str) -> Callable[[Report], str]:
    """What makes the text of a file with this ending; of one that is packed, what is in it, one thing a line."""
    if ending in PACKED:
        return lambda report: "".join(f"{line}\n" for line in PACKED[ending](bytes_of(ending)(report)))
    return lambda report: bytes_of(ending)(report).decode()


def word_lines(data: bytes) -> Iterator[str]:
    """Each paragraph of a Word file with its style, languages and direction; rows of tables, and which are heads."""
    document = docx.Document(io.BytesIO(data))
    yield from (f"header: {p.text}" for p in document.sections[0].header.paragraphs)
    for block in document.iter_inner_content():
        if not isinstance(block, Table):
            yield f"{block.style.name if block.style else ''}{_spoken(block._p)}: {block.text}"
            continue
        yield f"table{' from right to left' if block._tbl.tblPr.find(qn('w:bidiVisual')) is not None else ''}"
        for row in block.rows:
            head = "head" if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None else "row"
            cells = ["/".join(f"{_spoken(p._p)} {p.text}".strip() for p in cell.paragraphs) for cell in row.cells]
            yield f"{head}: {' | '.join(cells)}"


def _spoken(paragraph: CT_P) -> str:
    languages = {lang.get(qn("w:val")) or "" for lang in paragraph.iter(qn("w:lang"))}
    rtl = paragraph.pPr is not None and paragraph.pPr.find(qn("w:bidi")) is not None
    marks = [*sorted(languages), *(["rtl"] if rtl else [])]
    return f" ({', '.join(marks)})" if marks else ""


def word_text(data: bytes) -> str:
    """What somebody reads in a Word file."""
    found = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block]
        found += [paragraph.text for one in cells for paragraph in getattr(one, "paragraphs", [one])]
    return "\n".join(found)


def sheets_of(data: bytes) -> dict[str, list[list[str]]]:
    """The cells of each sheet of a workbook; whole numbers without a point."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [[_cell(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def _cell(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def book_lines(data: bytes) -> Iterator[str]:
    """Each sheet of a workbook, row by row."""
    for name, rows in sheets_of(data).items():
        yield f"sheet: {name}"
        yield from (" | ".join(row).rstrip(" |") for row in rows)


def row_text(header: list[str], row: list[str]) -> str:
    """A row as somebody reads it: without where it stands; a note is told as one."""
    cells = dict(zip((name.lower() for name in header), row, strict=True))
    note = ["Note:"] if cells["block"] == "note" else []
    said = ("title", "code", "row", "column", "headline", "text", "beside")
    return " ".join([*note, *(cells[name] for name in said if cells.get(name))])


def table_text(rows: list[list[str]]) -> str:
    """The rows of a report, one below the other."""
    return "\n".join(row_text(rows[0], row) for row in rows[1:])


def csv_text(data: bytes) -> str:
    """What somebody reads in a CSV file."""
    return table_text(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))))


def book_text(data: bytes) -> str:
    """What somebody reads in a workbook: in the sheet that has all of it, else in all of them."""
    sheets = sheets_of(data)
    return "\n".join(map(table_text, [sheets["Report"]] if "Report" in sheets else sheets.values()))


PACKED: dict[str, Callable[[bytes], Iterator[str]]] = {".docx": word_lines, ".xlsx": book_lines}
"""How formats that are no text are read, one thing a line."""
TEXTS = (*PLAIN_TEXTS, *PACKED)
"""Formats that `text_of` can read."""
