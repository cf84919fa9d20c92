"""What stands in the cells of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.report.word.tables import Cell
from vaexercise.report.word.words import paragraph, runs, runs_rtl
from vaexercise.report.word.xml import el

if TYPE_CHECKING:
    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element


def words_in(
    text: str, look: Look, *, letters: str = "", language: str = "", style: str = "Cell", keep: bool = False
) -> Element:
    """A text in a cell, in a style of `letters`; `keep` holds its row on the page of the next one."""
    rtl = runs_rtl(text, look)
    return paragraph(runs(text, look, style=letters, language=language, rtl=rtl), style=style, rtl=rtl, keep=keep)


def head_cell(text: str, look: Look, *, end: bool = False, style: str = "Head", language: str = "") -> Cell:
    """The head of a column; that of numbers stands at its `end`, as they do."""
    return Cell([_aligned(words_in(text, look, language=language, style=style), look, end=end)])


def number_cell(text: str, look: Look, *, style: str = "Cell") -> Cell:
    """A number, at the end of its column."""
    made = paragraph(runs(text, look, rtl=look.rtl), style=style, rtl=look.rtl)
    return Cell([_aligned(made, look, end=True)])


def _aligned(made: Element, look: Look, *, end: bool) -> Element:
    """Word counts sides from where a paragraph begins: one that runs against the page ends where pages begin."""
    if end:
        against = (made.pPr.find(el("bidi").tag) is not None) != look.rtl
        made.pPr.append(el("jc", val="left" if against else "right"))
    return made
