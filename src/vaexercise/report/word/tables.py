"""Tables: header rows that come again on each page, rows that stay whole, columns as wide as what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.report.word.look import RULE, STRONG_RULE, TINT
from vaexercise.report.word.words import kept
from vaexercise.report.word.xml import Element, el, switch

if TYPE_CHECKING:
    from vaexercise.report.word.look import Look

HIGHEST = 1200
"""A row of more characters may go over the end of a page."""
SHORT = 13
"""A table of so many rows is short."""
LONGEST_WORD, LONGEST_CELL = 13, 60
"""So many letters of a word, and of all words of a cell, ask for room."""
PADDING = 2.5
"""Letters that the margins of a cell take."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell of a table."""

    paragraphs: Sequence[Element]
    fill: str = ""
    start: str = ""
    """The colour of a thick line where reading begins."""


@dataclass(frozen=True)
class Row:
    """A row of a table; `height` is its least, `size` how many characters are in it."""

    cells: Sequence[Cell]
    head: bool = False
    height: int = 0
    size: int = 0


@dataclass(frozen=True)
class Frame:
    """What a table is like. `named` says what it is, unseen; a `whole` one stays on one page if it is short.

    Rules stand between rows, around each cell (`boxed`), or are there to `cut` along; a `quiet` one has none.
    """

    widths: Sequence[int]
    named: str = ""
    boxed: bool = False
    cut: bool = False
    quiet: bool = False
    whole: bool = True
    rows_headed: bool = field(default=True)


def table(rows: Sequence[Row], frame: Frame, look: Look) -> Element:
    """A table; mirrored where pages are read from right to left. A short one stays on one page."""
    if frame.whole and len(rows) <= SHORT and sum(row.size for row in rows) < HIGHEST:
        for row in rows[:-1]:
            for cell in row.cells:
                kept(cell.paragraphs[0])
    about = el(
        "tblPr",
        el("tblStyle", val="TableNormal"),
        switch("bidiVisual", on=look.rtl),
        el("tblW", w=sum(frame.widths), type="dxa"),
        el("jc", val="center") if frame.cut else None,
        _rules(frame),
        el("tblLayout", type="fixed"),
        el("tblLook", val="00A0", firstRow=int(any(row.head for row in rows)), firstColumn=int(frame.rows_headed)),
        el("tblCaption", val=frame.named) if frame.named else None,
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in frame.widths))
    return el("tbl", about, grid, *(_row(row, frame) for row in rows))


def _rules(frame: Frame) -> Element:
    if frame.quiet:
        return el("tblBorders", el("insideH", val="single", sz=12, space=0, color="FFFFFF"))
    line = {"val": "dashed" if frame.cut else "single", "sz": 4, "space": 0}
    line["color"] = STRONG_RULE if frame.boxed or frame.cut else RULE
    sides = (
        ("top", "left", "bottom", "right", "insideH", "insideV") if frame.boxed or frame.cut else ("bottom", "insideH")
    )
    return el("tblBorders", *(el(side, **line) for side in sides))


def _row(row: Row, frame: Frame) -> Element:
    about = el(
        "trPr",
        switch("cantSplit", on=row.size < HIGHEST),
        el("trHeight", val=row.height, hRule="atLeast") if row.height else None,
        switch("tblHeader", on=row.head),
    )
    cells = zip(row.cells, frame.widths, strict=True)
    return el("tr", about, *(_cell(cell, width, head=row.head, centred=frame.cut) for cell, width in cells))


def _cell(cell: Cell, width: int, *, head: bool, centred: bool) -> Element:
    edges = [
        el("left", val="single", sz=24, space=0, color=cell.start) if cell.start else None,
        el("bottom", val="single", sz=6, space=0, color=STRONG_RULE) if head else None,
    ]
    fill = TINT if head else cell.fill
    about = el(
        "tcPr",
        el("tcW", w=width, type="dxa"),
        el("tcBorders", *edges) if any(edge is not None for edge in edges) else None,
        el("shd", val="clear", color="auto", fill=fill) if fill else None,
        el("vAlign", val="bottom" if head else "center") if head or centred else None,
    )
    return el("tc", about, *cell.paragraphs)


def shared(cells: Sequence[Sequence[str]], letters: float) -> list[float]:
    """Letters for each column of a table, `cells` by row, that has so many in all: for the longest word of each first.

    Empty if there is no room for that.
    """
    columns = list(zip(*cells, strict=True))
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    least = [min(longest, LONGEST_WORD) + PADDING for longest in words]
    whole = [min(max(map(len, column)), LONGEST_CELL) + PADDING for column in columns]
    wish = [max(few, many) for few, many in zip(least, whole, strict=True)]
    if sum(least) > letters:
        return []
    part = min(1, (letters - sum(least)) / (sum(wish) - sum(least) or 1))
    return [few + part * (many - few) for few, many in zip(least, wish, strict=True)]


def stretched(letters: Sequence[float], width: int) -> list[int]:
    """Widths in these proportions, which fill the page."""
    made = [round(size * width / sum(letters)) for size in letters]
    return [*made[:-1], width - sum(made[:-1])]
