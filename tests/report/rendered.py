"""Reports in the formats that are text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.report import formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.report.model import Report

TEXTS = (".html", ".json", ".md", ".txt")


def text_of(ending: str) -> Callable[[Report], str]:
    """What makes the text of a file with this ending."""
    return lambda report: formats.renderer(ending)(report).decode()
