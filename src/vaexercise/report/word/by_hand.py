"""What is filled in by hand, hung up or cut out."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from vaexercise.report.model import TO_STAR, Field, FieldRow, Fields, FieldTable, Label, Labels, Sign, Words
from vaexercise.report.word.blocks import block_of
from vaexercise.report.word.cells import head_cell, words_in
from vaexercise.report.word.look import LETTER_WIDTH, MILLIMETRE, POINT
from vaexercise.report.word.tables import Cell, Frame, Row, shared, stretched, table
from vaexercise.report.word.words import paragraph, runs, runs_rtl, said
from vaexercise.report.word.xml import el

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

BOX = "☐"
TOGETHER = "\u00a0"
PLACE = TOGETHER * 8
TOGETHER_LINES = 4
"""So many lines to write on stay on one page."""
ROOM = 620
"""The least height of a row to write into: 11 mm."""
SIGN, SMALLEST_CARD = (24, 150), 12
"""The smallest and largest letters of a sign, in points; the smallest of a card."""
PART_OF_CARD = 0.22
"""So much of the height of a card its largest letters take."""
LEAST_MARGIN = 700
"""12 mm: what printers need."""
PART_OF_PAGE = 0.5
"""So much of the height of a page, or of a card, the large words may take."""


@block_of.register(Fields)
def _(block: Fields, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    head = (
        [paragraph(_coded(block.code, look, star=block.star), style="Asked", rtl=look.rtl, keep=True)]
        if block.code
        else []
    )
    return [*head, *(made for field in block.fields for made in _field(field, look))]


@block_of.register(FieldTable)
def _(block: FieldTable, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    heads = [*(Words(head) for head in block.heads), *block.columns]
    words = [[row.code, *([row.label.text] if len(block.heads) > 1 else [])] for row in block.rows]
    empty = [""] * len(block.columns)
    cells = [[head.text for head in heads], *([*row, *empty] for row in words)]
    head = Row([head_cell(one.text, look, language=one.language) for one in heads], head=True)
    sizes = shared(cells, look.width / look.letters(1)) or [1] * len(heads)
    rows = [_field_row(block, row, look) for row in block.rows]
    frame = Frame(stretched(sizes, look.width), boxed=True)
    return [table([head, *rows], frame, look)]


def _field_row(block: FieldTable, row: FieldRow, look: Look) -> Row:
    heads = [Cell([paragraph(_coded(row.code, look, star=row.star), style="Cell", rtl=look.rtl)])]
    heads += [Cell([words_in(row.label.text, look, language=row.label.language)])] if len(block.heads) > 1 else []
    cells = [
        Cell([said(BOX, look, style="Cell")] if cell.boxes == (column,) else [_boxes(cell.boxes, look, style="Cell")])
        for column, cell in zip(block.columns, row.cells, strict=True)
    ]
    return Row([*heads, *cells], height=ROOM)


@block_of.register(Sign)
def _(block: Sign, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    """As large as it goes."""
    size = fitting(block.text, look.width / POINT, look.height / POINT * PART_OF_PAGE, SIGN)
    above = [said(block.above, look, style="Around")] if block.above else []
    return [
        *above,
        _large(block.text, size, look, style="Sign", language=block.language),
        *(said(line, look, style="Around") for line in block.below),
    ]


@block_of.register(Labels)
def _(block: Labels, look: Look, level: int) -> list[Element]:  # noqa: ARG001  as all
    """Cards beside each other, as many as fit."""
    width, height = round(block.width * MILLIMETRE), round(block.height * MILLIMETRE)
    columns = max(1, (look.page[0] - 2 * LEAST_MARGIN) // width)
    made = [_card(label, width, height, look) for label in block.labels]
    made += [Cell([said("", look)])] * (-len(made) % columns)
    rows = [Row(made[n : n + columns], height=height) for n in range(0, len(made), columns)]
    return [table(rows, Frame([width] * columns, cut=True, whole=False, rows_headed=False), look)] if rows else []


def _card(label: Label, width: int, height: int, look: Look) -> Cell:
    limits = (SMALLEST_CARD, round(height / POINT * PART_OF_CARD))
    size = fitting(label.text, width / POINT - 12, height / POINT * PART_OF_PAGE, limits)
    below = [_centred(said(line, look, style="Cell")) for line in label.below]
    return Cell([_large(label.text, size, look, style="Sign"), *below])


def fitting(text: str, width: float, height: float, limits: tuple[int, int]) -> int:
    """The largest letters, in points, by which a text fits a room: its longest word, and all of it in lines."""
    word = max([1, *map(len, text.split())])
    most = min(width / (word * LETTER_WIDTH * 1.35), sqrt(width * height / (max(len(text), 1) * LETTER_WIDTH * 1.4)))
    return round(min(max(most, limits[0]), limits[1]))


def _large(text: str, size: int, look: Look, *, style: str, language: str = "") -> Element:
    made = said(text, look, style=style, language=language)
    for run in made.findall(el("r").tag):
        about = run.get_or_add_rPr()
        place = next((n for n, one in enumerate(about) if one.tag in {el("rtl").tag, el("lang").tag}), len(about))
        about.insert(place, el("sz", val=2 * size))
        about.insert(place + 1, el("szCs", val=2 * size))
    return made


def _centred(made: Element) -> Element:
    made.pPr.append(el("jc", val="center"))
    return made


def _coded(code: str, look: Look, *, star: bool) -> list[Element]:
    return runs(f"{code} {TO_STAR}" if star else code, look, style="Accent", rtl=look.rtl)


def _field(field: Field, look: Look) -> list[Element]:
    """What is asked in one line, boxes in the next, then lines to write on."""
    rtl = runs_rtl(field.label.text, look)
    asked = _coded(field.code, look, star=field.star) if field.code else []
    for words, style in ((field.label, "Bold"), (field.hint, "Quiet")):
        space = runs(" ", look, rtl=rtl) if asked and words.text else []
        asked += [
            *space,
            *(runs(words.text, look, style=style, language=words.language, rtl=rtl) if words.text else []),
        ]
    room = [_boxes(field.boxes, look)] if field.boxes else []
    room += [_places(field, look)] if field.places else []
    room += [
        paragraph([], style="Rule", keep=line < min(field.lines, TOGETHER_LINES)) for line in range(1, field.lines + 1)
    ]
    return [*([paragraph(asked, style="Asked", rtl=rtl, keep=bool(room))] if asked else []), *room]


def _boxes(boxes: Sequence[Words], look: Look, style: str = "") -> Element:
    """Boxes in a line; it is broken before a box only."""
    made: list[Element] = []
    for number, box in enumerate(boxes):
        mark = f"{'   ' if number else ''}{BOX}{TOGETHER}"
        made += [*runs(mark, look, rtl=look.rtl), *runs(box.text, look, language=box.language, rtl=look.rtl)]
    return paragraph(made, style=style, rtl=look.rtl)


def _places(field: Field, look: Look) -> Element:
    """Room for a number each, underlined."""
    made: list[Element] = []
    for _ in range(field.places):
        made += [*runs(PLACE, look, style="Place", rtl=look.rtl), *runs("   ", look, rtl=look.rtl)]
    return paragraph([*made, *runs(field.unit, look, rtl=look.rtl)], rtl=look.rtl)
