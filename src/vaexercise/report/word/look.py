"""What a Word file looks like: sizes, colours, paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.report.model import page_direction

if TYPE_CHECKING:
    from vaexercise.report.model import Report

INK, QUIET, ACCENT, STAR = "1C2126", "4D565F", "0B4F8A", "7A4A00"
RULE, STRONG_RULE, TINT, BAR = "C3CCD4", "6B7680", "F1F5F9", "2F78B7"

POINT, MILLIMETRE = 20, 56.7
"""Twentieths of a point, Word's measure of length, in a point and in a millimetre."""
NORMAL, LARGE = 10.5, 18
"""Points of running text; no text in large print is smaller."""
TIGHT = 0.85
"""Letters in tables of many columns, of those of running text."""
LARGEST_LARGE = 36
MARGIN = 1247
"""22 mm."""
PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
LETTER_WIDTH = 0.52
"""How wide a letter is on average, of its height."""


@dataclass(frozen=True)
class Look:
    """Of one report. Lengths are in twentieths of a point."""

    language: str
    large: bool
    page: tuple[int, int]

    @property
    def rtl(self) -> bool:
        """Whether pages are read from right to left."""
        return page_direction(self.language) == "rtl"

    @property
    def width(self) -> int:
        """From margin to margin."""
        return self.page[0] - 2 * MARGIN

    @property
    def height(self) -> int:
        """The same, from the top."""
        return self.page[1] - 2 * MARGIN

    def points(self, times: float) -> float:
        """A size of letters in points, from how many times running text it is; large print has no small letters."""
        return min(LARGE * max(times, 1), LARGEST_LARGE) if self.large else NORMAL * times

    def letters(self, number: float, times: float = 1) -> int:
        """How much room so many letters of that size take."""
        return round(number * LETTER_WIDTH * self.points(times) * POINT)


def look_of(report: Report) -> Look:
    """How a report wants to look."""
    return Look(report.language, report.large_print, PAPERS[report.paper])
