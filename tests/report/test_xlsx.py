"""XLSX: sheets to sort and count in, no formula, nothing cut."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest
from any_synthesis import Day, days, put_together
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from invented_report import every_block, hostile, invented, responses, with_a_stray
from python_calamine import CalamineWorkbook
from rendered import bytes_of, sheets_of

from vaexercise.errors import MissingExtra
from vaexercise.model.text import clean_text
from vaexercise.plenary.public.publishing import published
from vaexercise.report.build import build
from vaexercise.report.model import Paragraph, Report, Section
from vaexercise.report.workbook.sheet import LONGEST_NAME, Sheet, named
from vaexercise.report.workbook.writing import GOES_ON, LONGEST, parts

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "http://example.org",
    "_x0041_",
    "+1",
    "<f>1</f>",
    "\x1b[0m",
    "\ud800",
    "👩🏽‍🚒",
    "0012",
)
WORDS = st.sampled_from(FORMULAS) | st.text(max_size=20)


def book(report: Report) -> dict[str, list[list[str]]]:
    """The sheets, by name."""
    return sheets_of(bytes_of(".xlsx")(report))


def package(report: Report) -> dict[str, str]:
    """The XML in the file, by name."""
    with zipfile.ZipFile(io.BytesIO(bytes_of(".xlsx")(report))) as parts_:
        return {name: parts_.read(name).decode() for name in parts_.namelist()}


def column(rows: list[list[str]], name: str) -> list[str]:
    """The cells below a name."""
    return [row[rows[0].index(name)] for row in rows[1:]]


def test_every_point_has_a_row_with_code_group_question_text_and_language() -> None:
    """Points are sorted, filtered and counted without any other sheet."""
    points = book(invented())["Points"]
    codes = [point.code for found in responses() for point in found.points]
    assert sorted(column(points, "Code")) == sorted(codes)
    row = next(row for row in points if row[0] == "G1-Q1-03")
    assert row[1:4] == ["Group 1", "Q1", ""]
    assert row[4].startswith("Les données")
    assert row[5:] == ["", "★ Headline", "fr"]


def test_a_point_under_no_question_has_a_row() -> None:
    """What belongs to a question that is gone is among the points."""
    assert "Lost and found" in column(book(with_a_stray())["Points"], "Text")


@settings(deadline=None, max_examples=15)
@given(day=days())
def test_points_have_their_themes(day: Day) -> None:
    """Each point once; beside it all the themes that it is in, and whether it says the contrary."""
    report = build(put_together(day)[0])
    themed = report.data["questions"][0]["themed"]
    assume(themed)
    sheet = book(report)
    rows = [row for row in sheet.get("Points", [[]])[1:] if row[2] == "Q1"]
    assert len(rows) == themed["sums"]["points"] - themed["sums"]["private"]
    for theme in themed["themes"]:
        for lines, said in ((theme["lines"], theme["title"]), (theme["against"], f"{theme['title']} (the contrary)")):
            for line in lines:
                assert said in next(row[3] for row in rows if row[0] == line["code"]).split("; ")


@settings(deadline=None, max_examples=15)
@given(day=days())
def test_without_codes_every_point_is_there_all_the_same(day: Day) -> None:
    """Where nobody is to be told from what was said, points stand under their themes, without group and code."""
    synthesis, known = put_together(day)
    report = build(published(synthesis, "none", known))
    themed = report.data["questions"][0]["themed"]
    assume(themed)
    rows = [row for row in book(report).get("Points", [[]])[1:] if row[2] == "Q1"]
    assert len(rows) == themed["sums"]["points"] - themed["sums"]["private"] + themed["sums"]["twice"]
    assert {row[0] for row in rows} <= {""}


def test_who_took_part_is_told_in_numbers() -> None:
    """Numbers are numbers: they can be summed up without changing anything."""
    people = CalamineWorkbook.from_filelike(io.BytesIO(bytes_of(".xlsx")(invented()))).get_sheet_by_name("Participants")
    assert ["People in each group", "", "Group 1", 3.0] in people.to_python()


@settings(deadline=None, max_examples=15)
@given(day=days())
def test_votes_and_actions_have_a_row_for_each_item(day: Day) -> None:
    """A vote is told item by item, the register action by action; private ones are not in it."""
    report = build(put_together(day)[0])
    sheets = book(report)
    assert column(sheets["Votes"], "Item") == ["Money"]
    shown = [action["code"] for action in report.data["actions"] if not action["private"]]
    assert (column(sheets["Actions"], "Code") if shown else []) == shown


def test_the_last_sheet_has_the_whole_report_line_by_line() -> None:
    """Nothing that the other sheets leave out is lost."""
    sheets = book(invented())
    assert list(sheets)[-1] == "Report"
    assert "How to read the codes" in column(sheets["Report"], "Section")


def test_other_reports_have_a_sheet_for_each_section() -> None:
    """Parts below a main section stand in its sheet, under their heading."""
    sheets = book(every_block())
    assert list(sheets) == ["About", "Blocks", "Sign", "Cards"]
    assert "Q1 Une question" in {cell.replace(":", "") for cell in column(sheets["Blocks"], "Part")}
    assert "The end." in column(sheets["About"], "Text")


@settings(deadline=None, max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_whatever_people_write_is_text_and_comes_back(said: list[str]) -> None:
    """No text is a formula or a link, whatever it begins with; each stands in a cell, letter by letter."""
    report = hostile([*said, "end"])
    cells = {cell for rows in book(report).values() for row in rows for cell in row}
    wanted = {text for text in map(clean_text, said) if "\ufffe" not in text and "\uffff" not in text}
    assert wanted <= cells | {""}
    for name, xml in package(report).items():
        assert not re.search(r"<f[ >]|<hyperlink|externalLink", xml) or name == "xl/sharedStrings.xml"


@settings(deadline=None)
@given(st.text(min_size=1, max_size=30), st.integers(1, 3))
def test_a_text_longer_than_a_cell_goes_on_in_the_row_below(piece: str, times: int) -> None:
    """Every part fits; all but the last say that there is more; together they are the text."""
    text = piece * (LONGEST * times // len(piece) + times)
    found = parts(text.encode("utf-8", "ignore").decode())
    assert all(len(part.encode("utf-16-le")) <= 2 * LONGEST for part in found)
    assert all(part.endswith(GOES_ON) for part in found[:-1])
    assert (
        "".join(part.removesuffix(GOES_ON) if part is not found[-1] else part for part in found)
        == text.encode("utf-8", "ignore").decode()
    )


def test_a_very_long_point_is_whole_in_the_file() -> None:
    """A text of 70,000 letters takes three cells below each other, and its row is known by its code."""
    text = "w" * 70_000
    rows = book(hostile([text, "end"]))["Points"]
    start = next(n for n, row in enumerate(rows) if row[0] == "G1-Q1-01")
    cells = [row[4] for row in rows[start : start + 3]]
    assert "".join(cell.removesuffix(GOES_ON) for cell in cells) == text
    assert rows[start + 1][0] == rows[start + 2][0] == ""


@settings(deadline=None)
@given(
    st.lists(
        st.text(min_size=1) | st.sampled_from(["History", "'x'", "a" * 40, "A" * 40, "[:*?/\\]", "👩" * 20]), max_size=6
    )
)
def test_every_sheet_has_a_name_of_its_own_that_spreadsheets_take(names: list[str]) -> None:
    """Short enough, without forbidden signs, and none twice, whatever a section is called."""
    found = [sheet.name for sheet in named(Sheet(name, ("A",), [("x",)]) for name in names)]
    assert len({name.lower() for name in found}) == len(names)
    for name in found:
        assert 0 < len(name.encode("utf-16-le", "surrogatepass")) <= 2 * LONGEST_NAME
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
        assert name.lower() != "history"


def test_a_sheet_without_rows_is_left_out() -> None:
    """No vote, no sheet of votes."""
    assert "Votes" not in book(invented())


def test_an_arabic_report_has_its_first_column_on_the_right() -> None:
    """Sheets of a language that is written from right to left begin there."""
    section = Section(heading="لمحة", anchor="a", blocks=(Paragraph(text="لا", language="ar"),))
    arabic = package(Report(title="ملخص", language="ar", sections=(section,)))
    assert 'rightToLeft="1"' in arabic["xl/worksheets/sheet2.xml"]
    assert 'rightToLeft="1"' not in package(invented())["xl/worksheets/sheet2.xml"]


def test_on_paper_heads_come_again_and_pages_have_numbers_and_status() -> None:
    """The paper is as asked; an ampersand in the status is no command to the printer."""
    sheet = package(replace(invented(), paper="letter", status="Draft & more"))["xl/worksheets/sheet1.xml"]
    assert 'paperSize="1"' in sheet
    assert 'paperSize="9"' in package(invented())["xl/worksheets/sheet1.xml"]
    assert "&amp;LDraft &amp;&amp; more&amp;R&amp;P / &amp;N" in sheet


def test_large_print_is_large_in_a_spreadsheet_too() -> None:
    """Letters of 18 points."""
    assert '<sz val="18"/>' in package(replace(invented(), large_print=True))["xl/styles.xml"]
    assert '<sz val="18"/>' not in package(invented())["xl/styles.xml"]


def test_the_file_names_its_title_its_day_and_nobody() -> None:
    """Made, so it says, on the day of the workshop."""
    about = package(replace(invented(), made_on=date(2031, 5, 23)))["docProps/core.xml"]
    assert "<dc:title>Workshop on national plans</dc:title>" in about
    assert "2031-05-23T00:00:00Z" in about
    assert "<dc:creator></dc:creator>" in about


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no XlsxWriter reads what to do, and what works meanwhile."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for name in ("vaexercise.report.workbook.writing", "vaexercise.report.formats.xlsx"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    with pytest.raises(MissingExtra, match=r'pip install "vaexercise\[xlsx\]".*csv'):
        import_module("vaexercise.report.formats.xlsx")
