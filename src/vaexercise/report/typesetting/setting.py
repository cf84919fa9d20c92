"""What all blocks of a document need to know: the sizes of its page, its texts, the pictures found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.report.typesetting.words import Words

if TYPE_CHECKING:
    from vaexercise.report.model import Report

PAPERS = {"a4": ("a4", 210.0), "letter": ("us-letter", 215.9)}
"""What the typesetter calls each paper, and how many millimetres it is wide."""
MARGIN = 24.0
"""Millimetres left and right of the text."""
POINT = 25.4 / 72
SIZE, SIZE_LARGE = 10.5, 18.0
"""Points of running text."""
CELL = 0.95
"""How much smaller text in tables is, except in large print."""


@dataclass
class Setting:
    """`level` is that of the heading above; `pictures` collects files by name, unless they are not `shown`."""

    words: Words
    large: bool
    width: float
    level: int = 1
    codes: float = 0.0
    shown: bool = True
    pictures: dict[str, bytes] = field(default_factory=dict)

    @property
    def room(self) -> float:
        """The width of running text in ems."""
        return room(self.width, large=self.large)

    @property
    def cell_room(self) -> float:
        """The width of a table in ems of its own text."""
        return self.room / (1.0 if self.large else CELL)


def size(report: Report) -> float:
    """Points of running text."""
    return SIZE_LARGE if report.large_print else SIZE


def room(width: float, *, large: bool) -> float:
    """Ems of text between the margins of a paper so many millimetres wide."""
    return (width - 2 * MARGIN) / POINT / (SIZE_LARGE if large else SIZE)
