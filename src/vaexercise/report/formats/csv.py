"""CSV, for spreadsheets and statistics: one row for each line of the report. No cell is taken for a formula.

An apostrophe before `=`, `+`, `-`, `@` is no part of a text; `vaexercise.model.guard.unguarded` takes it away again.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vaexercise.model.guard import guarded
from vaexercise.report.characters import for_xml
from vaexercise.report.rows import Row, rows

if TYPE_CHECKING:
    from vaexercise.report.model import Report


def render(report: Report) -> bytes:
    """The table: UTF-8 with a mark at its beginning, by which spreadsheets know it, and CRLF at the end of rows."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(Row._fields)
    table.writerows(map(guarded, map(for_xml, row)) for row in rows(report))
    return text.getvalue().encode("utf-8-sig")
