"""The style sheet: named styles for all that a report has, so that one change in Word changes them everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.report.word.look import ACCENT, INK, POINT, QUIET, RULE, STAR, TIGHT, TINT
from vaexercise.report.word.words import word_language
from vaexercise.report.word.xml import el, switch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

LATIN = "Calibri"
COMPLEX = {"km": "Leelawadee UI"}
"""Fonts of scripts that Word counts as complex, by the language of the report; Arial has the others."""
LINE, LARGE_LINE = 276, 360
"""Distance of lines in 240ths: 1.15, and in large print 1.5."""
DEEPEST = 6


class Style(NamedTuple):
    """A paragraph style, or one of letters (`of="character"`).

    `size` is how many times running text it is; `before` and `after` are points; `border` is a side and its colour.
    """

    name: str
    size: float = 1
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    level: int = 0
    border: tuple[str, str, int] | None = None
    fill: str = ""
    centred: bool = False
    underlined: bool = False
    of: str = "paragraph"

    @property
    def id(self) -> str:
        """The name by which paragraphs say that they have it."""
        return self.name.title().replace(" ", "") if self.of == "paragraph" else self.name

    @property
    def keeps(self) -> bool:
        """Whether it stands on the page of what follows it."""
        return bool(self.level) or self.name in {"caption", "Title"}


_BAR = ("top", ACCENT, 36)
STYLES = (
    Style("Normal", before=4, after=6),
    Style("Title", size=2.3, bold=True, after=8, before=0, border=_BAR),
    Style("Subtitle", colour=QUIET, after=2),
    Style("Status", bold=True, before=4, after=6),
    Style("heading 1", size=1.6, bold=True, colour=ACCENT, before=26, after=8, level=1, border=("top", ACCENT, 8)),
    Style("heading 2", size=1.25, bold=True, before=20, after=4, level=2),
    Style("heading 3", size=1.1, bold=True, before=14, after=4, level=3),
    *(Style(f"heading {n}", bold=True, colour=QUIET, before=12, after=3, level=n) for n in range(4, DEEPEST + 1)),
    Style("caption", bold=True, before=14, after=4),
    Style("Note", before=6, after=6, border=("start", STAR, 24), fill=TINT),
    Style("Small", size=0.9, colour=QUIET, before=4, after=6),
    Style("Cell", size=0.95, before=2, after=2),
    Style("Head", size=0.95, bold=True, before=2, after=2),
    Style("Tight Cell", size=TIGHT, before=2, after=2),
    Style("Tight Head", size=TIGHT, bold=True, before=2, after=2),
    Style("Said", before=3, after=3),
    Style("Star Line", before=3),
    Style("Bar", size=0.8, before=4, after=4),
    Style("Gap", size=0.5),
    Style("Asked", before=10, after=3),
    Style("Rule", size=1.9, border=("between", RULE, 4)),
    Style("Footer Note", size=0.9, colour=QUIET, before=28, border=("top", RULE, 4)),
    Style("Sign", bold=True, centred=True, after=12),
    Style("Around", size=1.6, colour=QUIET, centred=True, after=6),
    Style("header", size=0.85, colour=QUIET),
    Style("List Bullet", after=3),
    Style("Code", size=0.9, colour=ACCENT, of="character"),
    Style("Star", size=0.9, bold=True, colour=STAR, of="character"),
    Style("Quiet", colour=QUIET, of="character"),
    Style("Bold", bold=True, colour="", of="character"),
    Style("Place", colour="", underlined=True, of="character"),
    Style("Accent", bold=True, colour=ACCENT, of="character"),
)


def heading_style(level: int) -> str:
    """The style of a heading; the report's title is level 1, and Word counts from below it."""
    return f"Heading{min(max(level - 1, 1), DEEPEST)}"


def style_sheet(look: Look) -> Iterator[Element]:
    """What stands in the style sheet."""
    language = word_language(look.language)
    letters = el(
        "rPr",
        _fonts(look),
        el("sz", val=_half(look.points(1))),
        el("szCs", val=_half(look.points(1))),
        el("lang", val=language, eastAsia=language, bidi=language),
    )
    line = LARGE_LINE if look.large else LINE
    lines = el("pPr", el("spacing", before=0, after=0, line=line, lineRule="auto"))
    yield el("docDefaults", el("rPrDefault", letters), el("pPrDefault", lines))
    yield from (_style(style, look) for style in STYLES)
    yield _plain_table()


def _fonts(look: Look) -> Element:
    return el("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=LATIN, cs=COMPLEX.get(look.language, "Arial"))


def _half(points: float) -> int:
    """Sizes of letters are given in halves of a point."""
    return round(2 * points)


def _style(style: Style, look: Look) -> Element:
    normal = style.name == "Normal"
    return el(
        "style",
        el("name", val=style.name),
        None if normal or style.of == "character" else el("basedOn", val="Normal"),
        el("next", val="Normal") if style.level else None,
        el("uiPriority", val=9 if style.level else 1),
        el("qFormat"),
        _spacing(style, look) if style.of == "paragraph" else None,
        _letters(style, look),
        type=style.of,
        styleId=style.id,
        **({"default": 1} if normal else {}),
    )


def _spacing(style: Style, look: Look) -> Element:
    line = {"line": 240, "lineRule": "auto"} if style.size > 1 or style.centred else {}
    return el(
        "pPr",
        switch("keepNext", on=style.keeps),
        switch("keepLines", on=style.keeps),
        el("numPr", el("numId", val=1)) if style.name == "List Bullet" else None,
        _border(style.border, look) if style.border else None,
        el("shd", val="clear", color="auto", fill=style.fill) if style.fill else None,
        el("tabs", el("tab", val="right", pos=look.width)) if style.name == "header" else None,
        el("spacing", before=round(style.before * POINT), after=round(style.after * POINT), **line),
        el("jc", val="center") if style.centred else None,
        el("outlineLvl", val=style.level - 1) if style.level else None,
    )


def _border(border: tuple[str, str, int], look: Look) -> Element:
    """Lines between paragraphs stand below the last of them, too; one where reading begins is as the page."""
    side, colour, thick = border
    sides = {"between": ("bottom", "between"), "start": ("right" if look.rtl else "left",)}.get(side, (side,))
    return el("pBdr", *(el(one, val="single", sz=thick, space=6, color=colour) for one in sides))


def _letters(style: Style, look: Look) -> Element:
    """Of a paragraph all; of letters within it only what they differ in."""
    size = _half(look.points(style.size)) if style.of == "paragraph" or style.size != 1 else 0
    return el(
        "rPr",
        switch("b", on=style.bold),
        switch("bCs", on=style.bold),
        el("color", val=style.colour) if style.colour else None,
        el("sz", val=size) if size else None,
        el("szCs", val=size) if size else None,
        el("u", val="single") if style.underlined else None,
    )


def _plain_table() -> Element:
    none = {"w": 0, "type": "dxa"}
    margins = el(
        "tblCellMar",
        el("top", **none),
        el("left", w=100, type="dxa"),
        el("bottom", **none),
        el("right", w=100, type="dxa"),
    )
    return el(
        "style",
        el("name", val="Normal Table"),
        el("uiPriority", val=99),
        el("tblPr", el("tblInd", **none), margins),
        type="table",
        styleId="TableNormal",
        default=1,
    )
