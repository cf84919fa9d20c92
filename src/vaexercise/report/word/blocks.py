"""Each block of a report as paragraphs and tables."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.plenary import Line, Lines
from vaexercise.report.model import HEADLINE, Bars, Block, Facts, Note, Paragraph
from vaexercise.report.word.cells import head_cell, number_cell, words_in
from vaexercise.report.word.look import ACCENT, BAR, TINT
from vaexercise.report.word.styles import heading_style
from vaexercise.report.word.tables import Cell, Frame, Row, table
from vaexercise.report.word.words import paragraph, runs, runs_rtl, said
from vaexercise.report.word.xml import el

if TYPE_CHECKING:
    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

SHORTEST_CODE, LONGEST_CODE = 9, 18
"""Letters that the column of codes has room for; longer ones go on in the next line."""
CELL = 0.95
"""Letters in tables, of those in running text."""


@singledispatch
def block_of(block: Block, look: Look, level: int) -> list[Element]:
    """What a block is in Word; a list of lines has a heading of that level."""
    raise TypeError(block, look, level)


@block_of.register(Paragraph)
def _(block: Paragraph, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    return [said(block.text, look, language=block.language)]


@block_of.register(Note)
def _(block: Note, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    rtl = runs_rtl(block.text, look)
    mark = runs(f"{say('Note:')} ", look, style="Bold", rtl=rtl)
    return [paragraph([*mark, *runs(block.text, look, language=block.language, rtl=rtl)], style="Note", rtl=rtl)]


@block_of.register(Facts)
def _(block: Facts, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    """Labels in a column of their own, as one quiet card."""
    label = min(max([12, *(len(name) for name, _ in block.rows)]) + 4, 30)
    widths = [look.letters(label), look.width - look.letters(label)]
    rows = [
        Row(
            (
                Cell([words_in(name, look, letters="Quiet")], fill=TINT, start=ACCENT),
                Cell([words_in(value, look, letters="Bold")], fill=TINT),
            ),
            size=len(value),
        )
        for name, value in block.rows
    ]
    return [table(rows, Frame(widths, quiet=True), look)] if rows else []


@block_of.register(Bars)
def _(block: Bars, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    """A table whose third column shows the numbers as lengths: as shaded room, which nobody reads out."""
    label = min(max([10, len(block.heading), *(len(name) for name, _ in block.rows)]) + 3, 34)
    number = max(8, len(block.unit) + 3)
    widths = [look.letters(label, CELL), look.letters(number, CELL)]
    widths.append(look.width - sum(widths))
    heads = (block.heading, block.unit.capitalize(), "")
    head = Row([head_cell(text, look, end=place == 1) for place, text in enumerate(heads)], head=True)
    rows = [
        Row(
            (
                Cell([words_in(name, look)]),
                number_cell(str(count), look),
                Cell([_bar(count / block.most, widths[2], look)]),
            )
        )
        for name, count in block.rows
    ]
    return [said(block.title, look, style="Caption"), table([head, *rows], Frame(widths, block.title), look)]


@block_of.register(Lines)
def _(block: Lines, look: Look, level: int) -> list[Element]:
    heading = said(block.title, look, style=heading_style(level))
    if not any(line.code for line in block.lines):
        return [heading, *(paragraph_of(line, look) for line in block.lines)]
    longest = max(len(line.code) for line in block.lines)
    code = look.letters(min(max(longest, SHORTEST_CODE), LONGEST_CODE) + 3, 0.9)
    rows = [
        Row((Cell([said_code(line.code, look)]), Cell(_said(line, look))), size=len(line.text) + len(line.beside))
        for line in block.lines
    ]
    return [heading, table(rows, Frame([code, look.width - code], block.title, whole=False), look)]


def _bar(part: float, width: int, look: Look) -> Element:
    """A paragraph without words, shaded over a part of its width."""
    room = width - 200
    indent = el("ind", right=round(room * (1 - part)))
    return paragraph([], style="Bar", rtl=look.rtl, indent=indent, shade=BAR if part else "")


def said_code(code: str, look: Look, style: str = "Code") -> Element:
    """A code, or what stands where codes do."""
    return paragraph(runs(code, look, style=style, rtl=look.rtl), style="Said", rtl=look.rtl)


def _said(line: Line, look: Look) -> list[Element]:
    """The words of a line; that it is a headline stands above them."""
    star = [paragraph(runs(say(HEADLINE), look, style="Star", rtl=look.rtl), style="StarLine", rtl=look.rtl, keep=True)]
    return [*(star if line.star else []), paragraph(_words(line, look), style="Said", rtl=runs_rtl(line.text, look))]


def _words(line: Line, look: Look) -> list[Element]:
    rtl = runs_rtl(line.text, look)
    beside = runs(f" {line.beside}", look, style="Quiet", rtl=rtl) if line.beside else []
    return [*runs(line.text, look, language=line.language, rtl=rtl), *beside]


def paragraph_of(line: Line, look: Look) -> Element:
    """A line without a code, in a list."""
    star = runs(f"{say(HEADLINE)} ", look, style="Star", rtl=runs_rtl(line.text, look)) if line.star else []
    return paragraph([*star, *_words(line, look)], style="ListBullet", rtl=runs_rtl(line.text, look))
