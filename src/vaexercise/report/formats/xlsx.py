"""XLSX, for spreadsheets: the summary as sheets to sort and count in; any other report a sheet for each section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import MissingExtra
from vaexercise.report.build import SCHEMA
from vaexercise.report.workbook.sections import section_sheets
from vaexercise.report.workbook.summary import summary_sheets

try:
    from vaexercise.report.workbook.writing import written
except ImportError as missing:
    raise MissingExtra(
        what="A spreadsheet",
        package="XlsxWriter",
        extra="xlsx",
        hint="Meanwhile: --output summary.csv, which every spreadsheet opens and saves as a file of its own.",
    ) from missing

if TYPE_CHECKING:
    from vaexercise.report.model import Report


def render(report: Report) -> bytes:
    """The file; the same bytes for the same report."""
    sheets = summary_sheets if report.data.get("schema") == SCHEMA else section_sheets
    return written(sheets(report), report)
