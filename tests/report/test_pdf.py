"""PDF: accessible, the same on every machine, stopped by no text, with all that the report says."""

from __future__ import annotations

import base64
import importlib
import re
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import every_block, hostile, invented
from pdf_reading import faults_of, pages_of, sizes_of, squeezed_text, tags_of, text_of_pdf, title_of

from vaexercise.errors import MissingExtra
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report import formats, plain
from vaexercise.report.formats.pdf import render
from vaexercise.report.model import (
    Bars,
    Block,
    Facts,
    Field,
    FieldRow,
    Fields,
    FieldTable,
    Label,
    Labels,
    Note,
    Paragraph,
    Picture,
    Report,
    Section,
    Sign,
    Words,
)
from vaexercise.report.typesetting.faces import faces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARABIC = "أكد المشاركون أن مساعدة الضحايا يجب أن تكون من الخطط الوطنية الأوسع في المناطق الريفية"
KHMER = "អ្នកចូលរួមបានបញ្ជាក់ថា ជំនួយដល់ជនរងគ្រោះ ត្រូវតែជាផ្នែកមួយនៃផែនការជាតិ"
LETTERS = {
    "ru": "Участники подчеркнули, что помощь пострадавшим",
    "fr": "L’assistance aux victimes : œuvre, naïveté, où, ç",
    "vi": "Việt Nam, người khuyết tật",
    "el": "συμμετέχοντες τόνισαν",
    "en": "office, affluent, fjord ★ ☐ → ✓",
}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one point."""


def one(*blocks: Block, language: str = "en", title: str = "Title") -> Report:
    """A report of one section."""
    return Report(title=title, language=language, sections=(Section(heading="Heading", anchor="h", blocks=blocks),))


def said(text: str, language: str = "") -> Report:
    """A report of one paragraph."""
    return one(Paragraph(text=text, language=language))


def everywhere(text: str) -> Report:
    """A report in which every text is this one."""
    words = Words(text)
    field = Field(label=words, code=text, hint=words, boxes=(words, words), places=1, lines=1, unit=text, star=True)
    blocks: tuple[Block, ...] = (
        Paragraph(text=text),
        Note(text=text),
        Facts(rows=((text, text), (text, text))),
        Bars(title=text, heading=text, rows=((text, 1),), unit=text),
        Lines(title=text, lines=(Line(code=text, text=text, language=text, star=True, beside=text),)),
        Grid(title=text, columns=(text, text), rows=((text, text),), note=text, languages=(text,)),
        Fields(fields=(field,), code=text),
        FieldTable(heads=(text, text), columns=(words,), rows=(FieldRow(code=text, cells=(field,), label=words),)),
        Sign(text=text, above=text, below=(text,), language=text),
        Labels(labels=(Label(text=text, below=(text,)),)),
    )
    section = Section(heading=text, anchor="a", label=text, language=text, blocks=blocks)
    return Report(
        title=text,
        title_language=text,
        language="en",
        subtitle=(text,),
        notes=(Note(text=text),),
        sections=(section, replace(section, level=5, blocks=(Labels(labels=(Label(text=text),)),))),
        footer=text,
        status=text,
    )


@pytest.mark.parametrize("report", [invented, every_block])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["en", "ar", "km", "pt-BR", "x-klingon"])
def test_the_file_has_all_that_accessibility_asks_for(
    report: Callable[[], Report], language: str, *, large: bool
) -> None:
    """Tags, title, language, heads of tables, order of headings, words for pictures, fonts: in each form."""
    made = render(replace(report(), language=language, large_print=large))
    assert not faults_of(made)
    assert title_of(made) == report().title


def test_each_text_has_its_language() -> None:
    """A screen reader changes its voice where the language changes, also in lists and tables."""
    table = Grid(title="T", columns=("A", "B"), rows=(("Oui", "Non"),), languages=("fr",))
    list_of_lines = Lines(title="L", lines=(Line(code="G1", text="Sí", language="es-MX"),))
    tags = tags_of(render(one(Paragraph(text=ARABIC, language="ar"), list_of_lines, table)))
    assert {tag.language for tag in tags} - {""} == {"ar", "es-MX", "fr"}


def test_a_text_in_other_letters_is_not_taken_for_the_report_s_language() -> None:
    """What is plainly not English is not said to be: Khmer is told by its letters, Arabic ones may be any."""
    found = {tag.language for tag in tags_of(render(one(Paragraph(text=ARABIC), Paragraph(text=KHMER))))}
    assert found - {""} == {"und", "km"}


def test_what_was_said_is_a_list_and_codes_are_its_labels() -> None:
    """A screen reader says how many points there are, and each code before its point."""
    lines = tuple(Line(code=f"G1-Q1-0{n}", text="Said") for n in range(1, 4))
    roles = [tag.role for tag in tags_of(render(one(Lines(title="Group 1", lines=lines))))]
    assert (roles.count("L"), roles.count("LI"), roles.count("Lbl"), roles.count("LBody")) == (1, 3, 3, 3)


@pytest.mark.parametrize("text", [KHMER, *LETTERS.values()])
def test_text_can_be_copied_and_searched(text: str) -> None:
    """What comes out of the file is what went in, letter by letter."""
    assert squeezed_text(text) in squeezed_text(text_of_pdf(render(said(text))))


@pytest.mark.parametrize(
    "text", [ARABIC, "لا توجد بيانات عن المناطق الريفية (خارج العاصمة)", "قال “نعم” (مرتين) من خلال الإعاقة"]
)
def test_arabic_can_be_copied_and_searched(text: str) -> None:
    """All letters of Arabic come out, in their order."""
    assert squeezed_text(text) in squeezed_text(text_of_pdf(render(said(text, "ar"))))


def test_the_same_report_gives_the_same_bytes_on_the_day_it_was_made() -> None:
    """Two files of one report are one file; another day is another file."""
    report = every_block()
    assert render(report) == render(report)
    assert render(report) != render(replace(report, made_on=date(2031, 5, 24)))
    assert b"20310523" in render(report)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("report", [invented, every_block])
def test_every_word_is_in_the_file(report: Callable[[], Report], *, large: bool) -> None:
    """What the plain text of a report has, its pages have, in normal and in large print."""
    text = squeezed_text(text_of_pdf(render(replace(report(), large_print=large))))
    words = set(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", plain.render(report()))))
    missing = {word for word in words if squeezed_text(word) not in text}
    assert missing <= {"Picture", "Note"}, "what says of which kind a block is may be said otherwise"


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_text_can_stop_a_file(text: str) -> None:
    """Whatever people type, halves of surrogates and unassigned characters too, there is an accessible file."""
    assert not faults_of(render(everywhere(text)))


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x") #read("/etc/passwd") *bold* _it_ $x$ `code` @ref <label> \\ // /*',
        "w" * 10_000,
        "\u202eturned\u202c \x00\x07\x1b[31m \ud800 \ufffe \U000e0001 \u180f",
        "e\u064b\u17d2 \u0301 ក\u0301 ★\ufe0f \u2066\u2067 \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "لا" * 1000,
        KHMER * 20,
        "漢字" * 50,
        "\n\n\n",
        " ",
    ],
    ids=["markup", "endless", "controls", "marks", "arabic", "khmer", "named", "lines", "space"],
)
def test_hostile_text_is_only_ever_text(text: str) -> None:
    """Markup of the typesetter, endless words, control characters and strange marks end in a file like others."""
    assert not faults_of(render(everywhere(text)))
    if text.isascii():
        found = squeezed_text(text_of_pdf(render(said(text))))
        assert all(found.count(char) >= text.count(char) for char in set(squeezed_text(text)))


def test_every_character_of_the_fonts_can_be_set() -> None:
    """All that the table of characters promises stands there, alone and between letters of each script."""
    chars = sorted({chr(char) for char in chain.from_iterable(faces().values())})
    shown = [f"a{char}b ب{char}ب ក{char}ក {char}" for char in chars]
    lines = [" ".join(shown[at : at + 50]) for at in range(0, len(shown), 50)]
    made = render(one(*(Paragraph(text=line) for line in lines)))
    assert not faults_of(made)
    assert not re.search(r"\[[A-Z ]+\]", text_of_pdf(made))


def test_what_no_font_has_is_named() -> None:
    """An emoji and a foreign letter become their names, once told of at the beginning; others are what they are."""
    pages = pages_of(render(said("Good 👍, ☑ and ☀ \u1200 👍.", "en")))
    text = " ".join(" ".join(pages).split())
    assert "Good [THUMBS UP SIGN], ☑ and ☀ [ETHIOPIC SYLLABLE HA] [THUMBS UP SIGN]." in text
    note = "Their names stand in square brackets: [THUMBS UP SIGN], [ETHIOPIC SYLLABLE HA] Heading"
    assert note in text


def test_what_is_written_on_says_at_its_end_what_is_named() -> None:
    """A sheet begins with itself, so that the note stands behind what it is about."""
    text = text_of_pdf(render(one(Fields(fields=(Field(label=Words("👍"), lines=1),)))))
    assert text.index("[THUMBS UP SIGN]") < text.index("Note:")


def test_a_report_that_can_be_set_has_no_note_on_characters() -> None:
    """Nothing is said where nothing had to be named."""
    assert "square brackets" not in text_of_pdf(render(invented()))


@pytest.mark.parametrize(
    "block",
    [
        Facts(rows=()),
        Bars(title="", heading="", rows=(), unit=""),
        Lines(title="", lines=()),
        Grid(title="", columns=("A",), rows=()),
        Fields(fields=()),
        FieldTable(heads=("A",), columns=(), rows=()),
        Labels(labels=()),
        Labels(labels=(Label(text="Wider than paper"),), width=400, height=400),
        Sign(text=""),
        Picture(data=b"no picture at all", alternative="Words for it"),
    ],
)
def test_what_is_empty_or_cannot_be_shown_stops_nothing(block: Block) -> None:
    """Blocks without content, cards larger than paper and broken pictures leave an accessible file."""
    assert not faults_of(render(one(block)))


def test_a_broken_picture_is_replaced_by_its_words() -> None:
    """Who made the file learns what was to be seen."""
    made = render(one(Picture(data=b"\x89PNG broken", alternative="A room", caption="In May")))
    assert "Note: A room In May" in " ".join(text_of_pdf(made).split())


def test_a_fault_of_the_template_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no picture can be to blame, the typesetter's message is there to be read."""
    monkeypatch.setattr("vaexercise.report.formats.pdf._template", lambda: b"#panic()")
    with pytest.raises(typst.TypstError):
        render(said("Text"))


def test_pictures_are_described() -> None:
    """The words for a picture are its alternative text, in its language."""
    report = one(Picture(data=PNG, alternative="Une salle", caption="En mai", language="fr"))
    [figure] = [tag for tag in tags_of(render(report)) if tag.role == "Figure"]
    assert (figure.alternative, figure.language) == ("Une salle", "fr")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_pages_have_the_size_of_the_paper(paper: str, size: tuple[int, int]) -> None:
    """A4 and letter; a sign lies on its side."""
    report = Report(title="T", paper="letter" if paper == "letter" else "a4")
    sections = (Section(heading="H", anchor="h"), Section(heading="S", anchor="s", blocks=(Sign(text="S"),)))
    assert sizes_of(render(replace(report, sections=sections))) == {size, size[::-1]}


def test_every_page_says_what_it_is_of_and_how_many_there_are() -> None:
    """Title, status and number stand on each page, so that a loose sheet finds its place."""
    pages = pages_of(render(replace(invented(), status="Draft of May")))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert "Workshop on national plans" in page
        assert "Draft of May" in page


def test_a_section_on_a_new_page_begins_one() -> None:
    """What is handed out one by one is not on the same page."""
    parts = tuple(Section(heading=f"Part {n}", anchor=str(n), new_page=n > 1) for n in (1, 2, 3))
    pages = pages_of(render(Report(title="T", sections=parts)))
    assert [n for n, page in enumerate(pages) for part in (1, 2, 3) if f"Part {part}" in page] == [0, 1, 2]


def test_cards_of_one_label_are_never_cut_by_the_page() -> None:
    """Role cards stand below each other, each whole, so that they can be cut apart."""
    does = Lines(title="What you do", lines=(Line(code="", text="Say it."),) * 8)
    cards = tuple(Section(label="Card", heading=f"Role {n}", anchor=str(n), blocks=(does,)) for n in range(9))
    pages = pages_of(render(Report(title="T", sections=cards, contents=False)))
    assert len(pages) > 1
    assert all(page.count("Say it.") == 8 * page.count("Card Role") for page in pages)


def test_a_sheet_to_write_on_begins_on_the_front_of_paper() -> None:
    """Printed on both sides, the sheets of two groups are never one piece of paper."""
    fields = Fields(fields=(Field(label=Words("Why?"), lines=1),))
    sheets = tuple(Section(heading=f"Sheet {n}", anchor=str(n), new_page=True, blocks=(fields,)) for n in (1, 2))
    pages = pages_of(render(Report(title="T", sections=sheets)))
    assert [("Sheet 1" in page, "Sheet 2" in page) for page in pages] == [(True, False), (False, False), (False, True)]


def test_heads_of_a_long_table_are_on_each_page() -> None:
    """Whoever turns the page still knows what the columns are."""
    table = Grid(title="T", columns=("First head", "Other head"), rows=tuple((f"Row {n}", "x") for n in range(90)))
    pages = pages_of(render(one(table)))
    assert len(pages) > 2
    assert all("First head" in page for page in pages)


def test_no_heading_is_left_alone_at_the_foot_of_a_page() -> None:
    """Wherever it falls, a heading stands on the page of the first line below it."""
    for count in range(28, 48):
        before = [Paragraph(text="Line")] * count
        lines = Lines(title="Last heading", lines=(Line(code="G1", text="First line below"),))
        pages = pages_of(render(one(*before, lines)))
        assert [page for page in pages if "Last heading" in page] == [page for page in pages if "First line" in page]


def test_a_sentence_that_introduces_a_list_stays_with_it() -> None:
    """How many groups answered does not stand alone at the foot of a page either."""
    for count in range(20, 48):
        lines = Lines(title="", lines=(Line(code="G1", text="First line below"),))
        pages = pages_of(render(one(*[Paragraph(text="Line")] * count, Paragraph(text="Introduces"), lines)))
        assert [page for page in pages if "Introduces" in page] == [page for page in pages if "First line" in page]


def test_large_print_is_larger_and_turns_wide_tables_into_records() -> None:
    """All is there in 18 points: what does not fit side by side stands below each other, with its head."""
    heads = ("Code", "Responsible", "Commitment", "Indicator", "Deadline", "Resources")
    table = Grid(title="T", columns=heads, rows=(("G1-Q5-01", *(f"Something {n}" for n in range(5))),))
    normal, large = (text_of_pdf(render(replace(one(table), large_print=size))) for size in (False, True))
    assert "Responsible: Something 0" in " ".join(large.split())
    assert "Responsible: Something 0" not in " ".join(normal.split())


def test_contents_list_main_sections_with_their_pages() -> None:
    """A report of several sections begins with what is where."""
    made = render(invented())
    assert {"TOC", "TOCI", "Link"} <= {tag.role for tag in tags_of(made)}
    assert "TOC" not in {tag.role for tag in tags_of(render(said("Short")))}


def test_without_the_package_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no typesetter is told what to install, and what makes a PDF meanwhile."""
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delitem(sys.modules, "vaexercise.report.formats.pdf")
    with pytest.raises(MissingExtra, match=r'pip install "vaexercise\[pdf\]".*--output summary\.html'):
        formats.renderer(".pdf")
    monkeypatch.undo()
    importlib.import_module("vaexercise.report.formats.pdf")


def test_a_block_that_the_typesetter_does_not_know_is_a_bug() -> None:
    """Nothing disappears from a file because somebody added a kind of block."""
    with pytest.raises(TypeError):
        render(one("no block"))  # type: ignore[arg-type]


def test_hostile_reports_have_their_words() -> None:
    """A whole report in which people said strange things has them all, as text."""
    text = squeezed_text(text_of_pdf(render(hostile(["[/b] <b>x</b>", '=cmd("x")', "{{ 7 * 7 }}", "# no heading"]))))
    assert all(squeezed_text(word) in text for word in ("[/b] <b>x</b>", '=cmd("x")', "{{ 7 * 7 }}", "# no heading"))


def test_headlines_are_marked_by_a_word_and_a_sign() -> None:
    """Three headlines of the first question and one of the third; the fifth mark explains them."""
    assert squeezed_text(text_of_pdf(render(invented()))).count("★Headline") == 4 + 1


def test_warnings_stand_before_everything_but_the_title() -> None:
    """Damage is said before the first sum, as a note."""
    text = text_of_pdf(render(replace(invented(), notes=(Note(text="Two lines are damaged."),))))
    assert text.index("Workshop on") < text.index("Note: Two lines are damaged.") < text.index("glance")


def test_nothing_of_the_outside_gets_into_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in the current folder, its fonts and files are not used."""
    before = render(invented())
    (tmp_path / "0.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    assert render(invented()) == before
