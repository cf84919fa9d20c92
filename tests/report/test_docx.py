"""DOCX: what Word needs to tell, to whoever does not see the page, what everything is."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import PICTURE, every_block, hostile, invented
from rendered import bytes_of, text_of, word_lines, word_text

from vaexercise.errors import MissingExtra
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.model.text import clean_text
from vaexercise.report.model import Bars, Block, Facts, Label, Labels, Paragraph, Picture, Report, Section, Sign
from vaexercise.report.word.words import _parts

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKUP = (
    "</w:t><w:br/>",
    "]]>",
    "<!--",
    "&#x1b;",
    "_x0041_",
    "{ HYPERLINK x }",
    "\x1b[31m",
    "\u202e",
    "\ud800",
    "👩🏽‍🚒",
)
SCRIPTS = "abc ẞ žř ω я ب ج ‌ ש ក្រ क्षि 中 あ 한 አ ᠠ \U0001e900 =+-@'\"\n\t0"
WORDS = st.lists(st.sampled_from(MARKUP) | st.text(max_size=12) | st.text(SCRIPTS, max_size=12), max_size=6).map(
    "".join
)


def made(*blocks: Block, language: str = "en", large_print: bool = False) -> Report:
    """A report of these blocks."""
    section = Section(heading="Heading", anchor="a", blocks=blocks)
    return Report(title="Title", language=language, large_print=large_print, sections=(section,))


def document(report: Report) -> Document:
    """The file, opened."""
    return docx.Document(io.BytesIO(bytes_of(".docx")(report)))


def body(report: Report) -> ET.Element:
    """The XML of what stands in the file."""
    with zipfile.ZipFile(io.BytesIO(bytes_of(".docx")(report))) as package:
        return ET.fromstring(package.read("word/document.xml"))  # noqa: S314  our own file


def squeezed(text: str) -> str:
    """Text without white space."""
    return re.sub(r"\s+", "", text)


def lines(report: Report) -> list[str]:
    """Every paragraph and row, with what it is."""
    return list(word_lines(bytes_of(".docx")(report)))


def test_headings_are_headings_and_skip_no_level() -> None:
    """One title; sections, questions and lists each a level below the one that they stand under."""
    styles = [p.style.name for p in document(invented()).paragraphs if p.style and p.style.name]
    assert styles.count("Title") == 1
    levels = [int(name.removeprefix("Heading ")) for name in styles if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_tables_say_what_heads_them_and_rows_stay_whole() -> None:
    """Heads of columns come again on each page; a row is not cut in two unless it is longer than any page."""
    grid = Grid(title="What next", columns=("Code", "What"), rows=(("G1-Q5-01", "Meet"), ("G1-Q5-02", "w" * 5000)))
    head, short, long = body(made(grid)).iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert short.find(f"{W}trPr/{W}tblHeader") is None
    assert short.find(f"{W}trPr/{W}cantSplit") is not None
    assert long.find(f"{W}trPr/{W}cantSplit") is None
    names = [name.get(f"{W}val") for name in body(made(grid)).iter(f"{W}tblCaption")]
    assert names == ["What next"]


def test_every_text_is_in_its_language_and_runs_as_it_is_written() -> None:
    """Each run that is not in the report's language says which it is in; Arabic runs from right to left."""
    shown = lines(invented())
    assert "row: G1-Q1-03 | (fr-FR) Les données ne sont pas ventilées par sexe, âge et handicap" in shown
    assert "row: G2-Q1-01 | (ar-SA, rtl) لا توجد بيانات عن المناطق الريفية (خارج العاصمة)" in shown


def test_a_report_from_right_to_left_is_mirrored() -> None:
    """Paragraphs, tables and pages of an Arabic report run from right to left; an English line in it does not."""
    said = Lines(
        title="المجموعة", lines=(Line(code="G1-Q1-01", text="لا"), Line(code="G1-Q1-02", text="None", language="en"))
    )
    report = made(said, Paragraph(text="12"), language="ar")
    shown = lines(report)
    assert "Heading 2 (rtl): المجموعة" in shown
    assert "table from right to left" in shown
    assert "row: (rtl) G1-Q1-01 | (rtl) لا" in shown
    assert "row: (rtl) G1-Q1-02 | (en-GB) None" in shown
    assert "Normal (rtl): 12" in shown, "what has no direction runs as the page"
    assert body(report).find(f".//{W}sectPr/{W}bidi") is not None


@pytest.mark.parametrize(
    ("text", "base", "parts"),
    [
        ("plain", False, [("plain", False)]),
        (
            "See لا and نعم (both)",
            False,
            [("See ", False), ("لا", True), (" and ", False), ("نعم", True), (" (both)", False)],
        ),
        ("لا (نعم) 12.", True, [("لا (نعم) 12.", True)]),
        ("لا CRPD لا", True, [("لا ", True), ("CRPD", False), (" لا", True)]),
        ("G1-Q1-01", True, [("G1-Q1-01", False)]),
        ("", True, []),
    ],
)
def test_signs_run_with_the_words_around_them(text: str, base: bool, parts: list[tuple[str, bool]]) -> None:  # noqa: FBT001  a table
    """Brackets and numbers between Arabic words are part of the Arabic; those between the two run as the paragraph."""
    assert list(_parts(text, base=base)) == parts


def test_every_run_of_a_paragraph_together_is_its_text() -> None:
    """A text of two directions is in several runs, and nothing between them is lost."""
    text = "See لا and\nنعم (both)"
    assert text in document(made(Paragraph(text=text))).paragraphs[-1].text


@pytest.mark.parametrize(("paper", "width"), [("a4", 210), ("letter", 216)])
def test_the_paper_is_as_asked(paper: str, width: int) -> None:
    """A4, or letter where printers have that."""
    section = document(replace(invented(), paper=paper)).sections[0]  # type: ignore[arg-type]
    assert section.page_width
    assert round(section.page_width / Mm(1)) == width


def test_large_print_has_no_small_letters() -> None:
    """Eighteen points is the least of any style in large print, and lines stand further apart."""
    styles = document(replace(invented(), large_print=True)).styles
    sizes = [style.font.size for style in styles if hasattr(style, "font") and style.font.size]
    assert sizes
    assert min(sizes) == Pt(18)
    assert min(s.font.size for s in document(invented()).styles if hasattr(s, "font") and s.font.size) < Pt(18)


def test_two_tables_stay_two_and_no_file_ends_in_one() -> None:
    """Word makes one of tables that touch, and takes none as the end of a file: a little room stands after each."""
    facts = Facts(rows=(("People", "48"),))
    shown = [line.partition(":")[0] for line in lines(made(facts, facts))]
    assert shown[-6:] == ["table", "row", "Gap", "table", "row", "Gap"]


def test_every_page_says_which_version_and_which_page_it_is() -> None:
    """The status stands under the title, and from the second page on at the top; every page has its number."""
    report = replace(invented(), status="Draft of 3 May 2031")
    section = document(report).sections[0]
    assert "Status: Draft of 3 May 2031" in lines(report)
    assert "Draft of 3 May 2031" in section.header.paragraphs[0].text
    assert "Draft" not in section.first_page_header.paragraphs[0].text
    for header in (section.header, section.first_page_header):
        fields = [f.get(f"{W}instr") for f in header._element.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_the_file_names_its_title_and_nobody() -> None:
    """Properties tell the title, the language and the day of the workshop; no author, no clock, no template's name."""
    about = document(every_block()).core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == ("Every block", "", "", "")
    assert about.created == about.modified == datetime(2031, 5, 23, tzinfo=UTC)
    assert document(made(Paragraph(text="x"))).core_properties.language == "en"
    with zipfile.ZipFile(io.BytesIO(bytes_of(".docx")(every_block()))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name or "customXml" in name]


def test_a_title_longer_than_properties_may_be_is_shortened_there_only() -> None:
    """Word keeps no property of more than 255 letters; the page has the whole title."""
    report = replace(invented(), title="long " * 100)
    assert document(report).core_properties.title.endswith("…")
    assert squeezed(report.title) in squeezed(word_text(bytes_of(".docx")(report)))


def test_a_picture_has_words_and_fits_the_page() -> None:
    """What a picture shows is said to whoever does not see it; none is wider than the page."""
    report = made(Picture(data=PICTURE, alternative="Three tables <&> a door", caption="The room"))
    (about,) = body(report).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert about.get("descr") == "Three tables <&> a door"
    assert word_text(bytes_of(".docx")(report)).endswith("The room")


def test_a_picture_that_cannot_be_shown_is_told_in_words() -> None:
    """A broken file stops no document: its words stand in its place."""
    report = made(Picture(data=b"\xff\xd8 broken", alternative="Three tables", caption="The room"))
    assert word_text(bytes_of(".docx")(report)).endswith("Picture: Three tables\nThe room")


JPEG = bytes.fromhex(
    "ffd8ffdb00430050373c463c32504641465a55505f78c882786e6e78f5afb991c8ffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffc0000b080001000101011100ffc40014000100000000000000000000000000000000ffc400141001"
    "00000000000000000000000000000000ffda0008010100003f003fffd9"
)
"""One grey point, without the header that names the camera."""


def test_a_jpeg_whose_details_were_removed_is_a_picture() -> None:
    """A JPEG without JFIF or Exif header, as it is left when its place is taken out, is shown all the same."""
    report = made(Picture(data=JPEG, alternative="A point"))
    assert "Picture:" not in word_text(bytes_of(".docx")(report))
    assert document(report).inline_shapes[0].width == Pt(1)


def test_a_table_that_does_not_fit_the_page_becomes_records() -> None:
    """Cells are shown whole, one below the other, each beside the name of its column, rather than squeezed."""
    columns = tuple(f"Considerable column {n}" for n in range(9))
    report = made(Grid(title="Wide", columns=columns, rows=(tuple(f"cell{n}" for n in range(9)),)))
    assert "row: Considerable column 3 | cell3" in lines(report)
    few = made(Grid(title="Narrow", columns=("Item", "Said"), rows=(("One", "yes"),)))
    assert "head: Item | Said" in lines(few)


def test_bars_are_lengths_that_nobody_reads_out() -> None:
    """The third column of a bar chart is as long as its number says, and has no words; none at all for nothing."""
    report = made(Bars(title="Points", heading="Group", rows=(("One", 4), ("Two", 2), ("Three", 0)), unit="points"))
    bars = [tc for row in list(body(report).iter(f"{W}tr"))[1:] for tc in list(row.iter(f"{W}tc"))[2:]]
    assert ["".join(bar.itertext()) for bar in bars] == ["", "", ""]
    ends = [int(indent.get(f"{W}right", "")) for bar in bars for indent in bar.iter(f"{W}ind")]
    assert ends[0] == 0
    assert ends[1] * 2 == pytest.approx(ends[2], abs=1)
    assert [bar.find(f".//{W}pPr/{W}shd") is not None for bar in bars] == [True, True, False]


def test_a_sign_is_as_large_as_its_words_allow() -> None:
    """A short word fills the page; a long one is smaller, and never too small to read from afar."""

    def size(text: str) -> int:
        (style,) = [p for p in body(made(Sign(text=text))).iter(f"{W}p") if "".join(p.itertext()) == text]
        return int(next(style.iter(f"{W}sz")).get(f"{W}val", ""))

    assert size("2") == 2 * 150
    assert size("2") > size("Group 12") > size("Coordination of mine action") >= 2 * 24
    assert size("w" * 1000) == 2 * 24


def test_cards_are_of_their_size_and_to_be_cut_along_lines() -> None:
    """Two cards of 85 millimetres stand beside each other on A4, each at least as high as asked."""
    report = made(Labels(labels=(Label(text="A"), Label(text="B"), Label(text="C", below=("c",)))))
    assert [line for line in lines(report) if line.startswith("row")] == ["row: A | B", "row: C/c | "]
    widths = {int(width.get(f"{W}w", "")) for width in body(report).iter(f"{W}tcW")}
    assert widths == {round(85 * 56.7)}


@settings(deadline=None, max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_whatever_people_write_is_text_and_all_of_it_is_there(said: list[str]) -> None:
    """Markup, halves of characters, escape sequences and every script: the file opens, and reads as people wrote."""
    report = hostile([*said, "end"])
    text = squeezed(word_text(bytes_of(".docx")(report)))
    for words in said:
        kept = re.sub(
            "[\ufffe\uffff]|[\U0001fffe-\U0001ffff]",
            lambda c: "" if len(c.group().encode()) == 3 else c.group(),
            clean_text(words),
        )
        assert squeezed(kept) in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@settings(deadline=None, max_examples=15)
@given(st.lists(WORDS.map(clean_text).filter(str.strip), min_size=1, max_size=4))
def test_nobody_can_add_an_element(said: list[str]) -> None:
    """A report has the same paragraphs and tables whatever people write: only runs and lines are more."""

    def skeleton(texts: list[str]) -> list[str]:
        return [e.tag for e in body(hostile(texts)).iter() if e.tag in {f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"}]

    assert skeleton(said) == skeleton(["word"] * len(said))


def test_text_that_was_never_cleaned_breaks_no_file() -> None:
    """A report made by hand may hold what XML cannot: it is left out, and the rest is there."""
    text = "a\x00\x1b\ud800\ufffeb\tc"
    assert text_of(".docx")(made(Paragraph(text=text))).endswith("Normal: ab c\n")


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no python-docx reads what to do, and what works meanwhile."""
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in [
        n for n in sys.modules if n.startswith("vaexercise.report.word") or n == "vaexercise.report.formats.docx"
    ]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(MissingExtra, match=r'pip install "vaexercise\[docx\]".*html'):
        import_module("vaexercise.report.formats.docx")
