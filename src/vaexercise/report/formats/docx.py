"""DOCX, for Word and LibreOffice: real headings, tables that say what they are, every text in its language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vaexercise.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.report.model import Report

MEANWHILE = "Or write .html, which Word opens and saves as its own."


def render(report: Report) -> bytes:
    """The file. Raises `MissingExtra` without python-docx."""
    try:
        made: Callable[[Report], bytes] = import_module("vaexercise.report.word.document").made
    except ModuleNotFoundError as error:
        facts = {"what": "A Word file (.docx)", "package": "python-docx", "extra": "docx", "hint": MEANWHILE}
        raise MissingExtra(**facts) from error
    return made(report)
