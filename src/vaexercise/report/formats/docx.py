"""DOCX, for Word and LibreOffice: real headings, tables that say what they are, every text in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import MissingExtra

try:
    from vaexercise.report.word.document import made
except ImportError as missing:
    raise MissingExtra(
        what="A Word file",
        package="python-docx",
        extra="docx",
        hint="Meanwhile: --output summary.html, which Word opens and saves as a file of its own.",
    ) from missing

if TYPE_CHECKING:
    from vaexercise.report.model import Report


def render(report: Report) -> bytes:
    """The file; the same bytes for the same report."""
    return made(report)
