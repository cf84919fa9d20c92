"""The HTML page: structure, languages, directions, and that it asks nothing of anybody outside."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple

import pytest
from invented_report import hostile, invented

from vaexercise.report.formats.html import render
from vaexercise.report.model import Paragraph, Report, Section

VOID = {"meta", "wbr", "rect"}
HEADING = re.compile(r"h[1-6]")


class Element(NamedTuple):
    """A start tag, and the tags that it stands in."""

    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]


class Tree(HTMLParser):
    """The elements of a page in their order; every end tag must close the last one open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.texts: list[tuple[Element, str]] = []
        self.open: list[Element] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(e.tag for e in self.open))
        assert len(element.attributes) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.texts.append((self.open[-1], data))

    def named(self, *tags: str) -> list[Element]:
        """All elements with one of these tags."""
        return [element for element in self.elements if element.tag in tags]


@pytest.fixture(scope="module")
def tree() -> Tree:
    """The page of the invented workshop."""
    return Tree(render(invented()))


def test_there_is_one_h1_and_no_level_is_skipped(tree: Tree) -> None:
    """The headings are an outline that a screen reader can walk."""
    levels = [int(element.tag[1]) for element in tree.elements if HEADING.fullmatch(element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_every_id_is_there_once_and_every_reference_finds_its_own(tree: Tree) -> None:
    """Links, contents and labels lead somewhere, and to one place only."""
    ids = Counter(element.attributes["id"] for element in tree.elements if "id" in element.attributes)
    assert ids.most_common(1)[0][1] == 1
    wanted = [e.attributes["href"].removeprefix("#") for e in tree.named("a")]
    wanted += [name for e in tree.elements for name in e.attributes.get("aria-labelledby", "").split()]
    assert set(wanted) <= set(ids)


def test_every_header_cell_says_what_it_heads(tree: Tree) -> None:
    """Column heads have scope col, row heads scope row, and every table has a caption."""
    for cell in tree.named("th"):
        assert cell.attributes["scope"] == ("col" if "thead" in cell.within else "row")
    assert len(tree.named("caption")) == len(tree.named("table")) > 0


def test_on_a_narrow_screen_a_table_is_stacked_and_each_cell_says_its_column(tree: Tree) -> None:
    """Every cell of a table of columns carries its head as a label."""
    heads: list[str] = []
    cells: list[str] = []
    words = {id(element): text for element, text in tree.texts}
    wide = [e for e in tree.elements if "section" in e.within and "table" in e.within]
    assert any("data-label" in element.attributes for element in wide)
    for element in wide:
        if element.tag == "tr":
            cells = []
        elif element.tag == "th" and "thead" in element.within:
            cells.append(words[id(element)])
            heads = cells
        elif element.tag == "td" and "data-label" in element.attributes:
            cells.append(element.attributes["data-label"])
            assert cells == heads[1 : len(cells) + 1]


def test_only_a_screen_stacks_tables() -> None:
    """Paper keeps its tables; on a screen the label comes from the cell, and nothing is left to scroll."""
    style = render(invented()).partition("<style>")[2].partition("</style>")[0]
    stacked = [part for part in style.split("@media ") if "attr(data-label)" in part]
    assert len(stacked) == 1
    assert stacked[0].startswith("screen and (max-width: ")
    assert "overflow: visible" in stacked[0]


def test_a_table_that_scrolls_can_be_reached_with_the_keyboard(tree: Tree) -> None:
    """Whoever uses no mouse can scroll it too, and hears what it is; no two are called alike."""
    scrolled = [e.attributes for e in tree.named("section") if e.attributes.get("class") == "scroll"]
    assert scrolled
    assert all(attributes["tabindex"] == "0" for attributes in scrolled)
    assert len({attributes["aria-labelledby"] for attributes in scrolled}) == len(scrolled)


def test_landmarks_and_the_skip_link_are_there(tree: Tree) -> None:
    """Header, contents, main and footer once each; the first link leads past the contents."""
    for tag in ("header", "nav", "main", "footer"):
        assert len(tree.named(tag)) == 1, tag
    assert tree.named("a")[0].attributes["href"] == "#main"
    assert tree.named("main")[0].attributes["tabindex"] == "-1"


def test_foreign_words_carry_their_language_and_direction(tree: Tree) -> None:
    """A point in French is marked French, one in Arabic Arabic and right to left; English ones need no mark."""
    marks = {text: element.attributes for element, text in tree.texts}
    assert marks["Les données ne sont pas ventilées par sexe, âge et handicap"] == {"lang": "fr", "dir": "ltr"}
    assert marks["لا توجد بيانات عن المناطق الريفية (خارج العاصمة)"] == {"lang": "ar", "dir": "rtl"}
    assert marks["Two ministries keep two lists"] == {}
    cell = next(attributes for text, attributes in marks.items() if text.startswith("Ministère"))
    assert cell["lang"] == "fr"


def test_words_in_a_language_that_nobody_knows_find_their_own_direction() -> None:
    """Free text without a language is left to the browser: dir=auto."""
    tree = Tree(render(hostile(["قال نعم", "place"])))
    assert {"dir": "auto"} in [element.attributes for element, text in tree.texts if text == "قال نعم"]


def test_a_page_in_arabic_runs_from_right_to_left() -> None:
    """Language and direction stand on the page itself, and its own words need no mark of their own."""
    section = Section(heading="ملخص", anchor="s", blocks=(Paragraph(text="نعم", language="ar"),), language="ar")
    page = render(Report(title="ورشة عمل", title_language="ar", language="ar", sections=(section,)))
    assert '<html lang="ar" dir="rtl">' in page
    assert "<p>نعم</p>" in page


def test_the_page_runs_no_script_and_asks_nothing_of_the_network(tree: Tree) -> None:
    """No script, image, style sheet, frame or form; the policy forbids them besides, and allows our style by digest."""
    assert not tree.named("script", "link", "img", "iframe", "form", "object", "base")
    assert all(element.attributes["href"].startswith("#") for element in tree.named("a"))
    assert not any(name.startswith("on") or name == "style" for e in tree.elements for name in e.attributes)
    page = render(invented())
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import", style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(
        e.attributes["content"]
        for e in tree.named("meta")
        if "content" in e.attributes and "http-equiv" in e.attributes
    )
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy


def test_hostile_text_adds_no_element() -> None:
    """Tags in what people said are words: the page has the same elements as with harmless words."""
    wicked = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title></style></li><h1>"]
    tags = [element.tag for element in Tree(render(hostile(wicked))).elements if element.tag != "wbr"]
    assert tags == [element.tag for element in Tree(render(hostile(["one", "two", "three"]))).elements]


def test_bars_are_for_the_eye_only_and_never_longer_than_their_space(tree: Tree) -> None:
    """The number stands beside each bar, so that a screen reader passes over the drawing."""
    drawings = tree.named("svg")
    assert drawings
    assert all(drawing.attributes["aria-hidden"] == "true" for drawing in drawings)
    lengths = [float(bar.attributes["width"]) for bar in tree.named("rect")]
    assert max(lengths) == 100
    assert min(lengths) >= 0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_stands_out_in_every_scheme() -> None:
    """Contrast of ink, quiet, accent and star is at least 4.5 on paper and on tint: light, dark and print."""
    palettes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", p))
        for p in re.findall(r":root \{(.*?)\}", render(invented()), re.DOTALL)
    ]
    palettes = [palette for palette in palettes if "paper" in palette]
    assert len(palettes) == 3
    for palette in palettes:
        for ground in ("paper", "tint"):
            for colour in ("ink", "quiet", "accent", "star"):
                dark, light = sorted(luminance(palette[name]) for name in (ground, colour))
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ground, colour, palette)
