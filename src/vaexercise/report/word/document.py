"""A report as a Word document, from its title to its last line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.report.model import Paragraph, Picture
from vaexercise.report.word import by_hand, grids  # noqa: F401  they make their blocks known
from vaexercise.report.word.blocks import block_of
from vaexercise.report.word.look import look_of
from vaexercise.report.word.package import opened, packed
from vaexercise.report.word.pictures import picture
from vaexercise.report.word.styles import heading_style
from vaexercise.report.word.words import kept, paragraph, runs, runs_rtl, said
from vaexercise.report.word.xml import el

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document

    from vaexercise.report.model import Report, Section
    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element


def made(report: Report) -> bytes:
    """The file."""
    look = look_of(report)
    document = opened(report, look)
    body = document.element.body
    last = body[-1]
    for element in _spaced(_all(report, document, look)):
        last.addprevious(element)
    return packed(document)


def _all(report: Report, document: Document, look: Look) -> Iterator[Element]:
    yield said(report.title, look, style="Title", language=report.title_language)
    yield from (said(line, look, style="Subtitle") for line in report.subtitle)
    if report.status:
        yield said(report.status, look, style="Status")
    for note in report.notes:
        yield from block_of(note, look, 1)
    for section in report.sections:
        yield from _section(section, document, look)
    if report.footer:
        yield said(report.footer, look, style="FooterNote")


def _section(section: Section, document: Document, look: Look) -> Iterator[Element]:
    rtl = runs_rtl(section.heading, look)
    label = [*runs(section.label, look, style="Accent", rtl=rtl), *runs(" ", look, rtl=rtl)] if section.label else []
    heading = [*label, *runs(section.heading, look, language=section.language, rtl=rtl)]
    yield paragraph(heading, style=heading_style(section.level), rtl=rtl, new_page=section.new_page)
    for place, block in enumerate(section.blocks, start=1):
        made = (
            picture(block, document, look) if isinstance(block, Picture) else block_of(block, look, section.level + 1)
        )
        if isinstance(block, Paragraph) and place == 1 < len(section.blocks):
            kept(made[0])
        yield from made


def _spaced(elements: Iterable[Element]) -> Iterator[Element]:
    """With a little room between tables, without which Word makes two into one, and after one that ends the file."""
    table, before = el("tbl").tag, ""
    for element in elements:
        if before == element.tag == table:
            yield paragraph([], style="Gap")
        before = element.tag
        yield element
    if before == table:
        yield paragraph([], style="Gap")
