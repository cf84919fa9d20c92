"""CSV: one row for each line, no formula, and everything back as it was."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import every_block, hostile, invented
from rendered import bytes_of

from vaexercise.model.guard import guarded, unguarded
from vaexercise.model.plenary import Grid, Lines
from vaexercise.model.text import clean_text
from vaexercise.report.model import Bars, Report, Section
from vaexercise.report.rows import Row, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.report.model import Block

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "''+1",
    "\t=1",
    '=HYPERLINK("x")',
    "1;=2",
    "a,b",
    'q"q',
    "\ud800",
    "\x1b[0m",
)
WORDS = st.sampled_from(FORMULAS) | st.text(max_size=20)


def table(report: Report) -> list[list[str]]:
    """The cells as a program reads them."""
    text = bytes_of(".csv")(report).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_it_begins_as_spreadsheets_want_it_and_rows_end_as_they_do() -> None:
    """A mark says that it is UTF-8; every row ends in CRLF, and as many cells as the heading has stand in it."""
    data = bytes_of(".csv")(invented())
    assert data.startswith(b"\xef\xbb\xbfsection,question,")
    assert data.count(b"\r\n") == data.count(b"\n") == len(table(invented()))
    assert {len(row) for row in table(invented())} == {len(Row._fields)}


@pytest.mark.parametrize("report", [invented, every_block])
def test_what_is_written_comes_back(report: Callable[[], Report]) -> None:
    """Read back, without what keeps formulas away, it is the report row by row."""
    back = [Row(*map(unguarded, row)) for row in table(report())[1:]]
    assert back == list(rows(report()))


@settings(deadline=None, max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_whatever_people_write_is_text_and_comes_back(said: list[str]) -> None:
    """No cell is a formula to any spreadsheet, and each text that people wrote is in a cell of its own."""
    cells = [cell for row in table(hostile([*said, "end"]))[1:] for cell in row]
    assert not [
        cell for cell in cells if cell.lstrip("'")[:1] in tuple("=+-@\t\r") and cell == cell.lstrip("'") and cell
    ]
    back = set(map(unguarded, cells))
    assert {text for text in map(clean_text, said) if "\ufffe" not in text and "\uffff" not in text} <= back


@given(st.text() | st.sampled_from(FORMULAS))
def test_the_guard_goes_as_it_came(text: str) -> None:
    """Whatever a text begins with, it is the same again without its guard, and guarded it begins no formula."""
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple("=+-@\t\r"))


def test_a_point_stands_under_its_question_with_code_language_and_star() -> None:
    """A row says by itself what it is: nothing has to be looked up in rows above it."""
    found = next(row for row in rows(invented()) if row.code == "G1-Q1-03" and row.question == "Q1")
    assert (found.section, found.block, found.title) == ("What the groups said", "line", "Group 1")
    assert (found.text[:11], found.language, found.headline) == ("Les données", "fr", "★ Headline")


def test_a_part_below_a_question_ends_with_it() -> None:
    """The next question is under no part of the one before, and a section under no question."""
    headings = ((2, "A", ""), (3, "Why?", "Q1"), (4, "Themes", ""), (3, "Then?", "Q2"), (2, "B", ""))
    sections = tuple(Section(heading=h, anchor=h, level=level, label=label) for level, h, label in headings)
    places = [(row.section, row.question, row.part) for row in rows(Report(title="T", sections=sections))][1:]
    assert places == [("A", "", ""), ("A", "Q1", ""), ("A", "Q1", "Themes"), ("A", "Q2", ""), ("B", "", "")]


@pytest.mark.parametrize(
    "block",
    [
        Lines(title="Nobody said anything", lines=()),
        Bars(title="Nobody said anything", heading="Group", rows=(), unit="points"),
        Grid(title="Nobody said anything", columns=("Code", "What"), rows=()),
    ],
)
def test_an_empty_list_or_table_keeps_its_title(block: Block) -> None:
    """That there is nothing is a row, too."""
    report = Report(title="T", sections=(Section(heading="A", anchor="a", blocks=(block,)),))
    assert "Nobody said anything" in [row.title for row in rows(report)]
