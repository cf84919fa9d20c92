"""Sheets as CSV, for spreadsheets: in any encoding, with any separator."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vaexercise.capture.sheets.rows import COLUMNS, header_names, is_header, statements, written
from vaexercise.errors import Problem, Problems
from vaexercise.model.guard import guarded
from vaexercise.people.decoding import decode
from vaexercise.people.other_formats import other_format
from vaexercise.people.records import DELIMITERS, records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.capture.sheets.pages import Page
    from vaexercise.capture.sheets.rows import Rows

_LINES_LOOKED_AT = 40
_NO_CSV = "this is {kind}, not a CSV file. Open it where it was made, and save it as CSV (UTF-8)"


def read(data: bytes, file: str) -> Rows:
    """The statements in the rows. Raises `Problems` if this is no table, or its columns are not known."""
    if kind := other_format(data):
        raise Problems([Problem(_NO_CSV, {"kind": kind}, file=file)])
    decoded = decode(data, file)
    text = decoded.text.replace("\0", "")
    said = "" if text[:4].lower() in {"sep=", '"sep'} else f"sep={_delimiter(text)}\n"
    return statements(records(said + text, file), file, [decoded.notice] if decoded.notice else [])


def _delimiter(text: str) -> str:
    """What separates the column names, in the first line that has them; else a comma."""
    for line in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT]:
        split = {sign: [cell.strip(' \r"') for cell in line.split(sign)] for sign in DELIMITERS}
        if any(map(is_header, split.values())):
            return max(split, key=lambda sign: len(header_names(split[sign])))
    return ","


def write(pages: Sequence[Page]) -> bytes:
    """A table that every spreadsheet opens: no cell is taken for a formula."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in written(pages):
        table.writerow({name: guarded(cell) for name, cell in row.items()})
    return text.getvalue().encode("utf-8-sig")
