"""Any report as sheets: what stands before its sections, then each main section with those below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.report.rows import MAIN, Row, front, section_rows
from vaexercise.report.workbook.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.report.model import Report, Section


def section_sheets(report: Report) -> Iterator[Sheet]:
    """A sheet for each main section, in their order."""
    footer = [Row(block="footer", text=report.footer)] if report.footer else []
    yield sheet_of("About", [*front(report), *footer])
    together: list[list[Section]] = []
    for section in report.sections:
        if section.level <= MAIN or not together:
            together.append([])
        together[-1].append(section)
    for sections in together:
        yield sheet_of(sections[0].full_heading, _lines(sections))


def _lines(sections: Sequence[Section]) -> Iterator[Row]:
    yield from section_rows(sections[0])
    for section in sections[1:]:
        yield from (row._replace(part=section.full_heading) for row in section_rows(section))
