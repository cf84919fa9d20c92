from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Problems
from vaexercise.people.records import DELIMITERS
from vaexercise.people.table import read_table

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def refusal(data: bytes, encoding: str = "") -> str:
    with pytest.raises(Problems) as caught:
        read_table(data, "list.csv", encoding)
    return str(caught.value)


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_a_table_or_problems(data: bytes) -> None:
    """Whatever the bytes, the answer is an even table with different headers, or problems that can be said."""
    try:
        table = read_table(data, "list.csv")
    except Problems as error:
        said = str(error)
    else:
        said = "list.csv: "
        assert len(set(table.headers)) == len(table.headers) > 0
        assert all(table.headers)
        assert {len(row.cells) for row in table.rows} <= {len(table.headers)}
    assert said.startswith("list.csv: ")


@settings(deadline=None)
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8), st.sampled_from(DELIMITERS))
def test_a_written_list_is_read_back(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    """Cells with separators, quotation marks and blanks come back as written, row by row with their numbers."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([("Name", "State", "E-mail"), *rows])
    table = read_table(text.getvalue().encode("utf-8-sig"), "list.csv")
    filled = [(number, row) for number, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert [(row.number, row.cells) for row in table.rows] == filled


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_of_every_system_are_read(end: str) -> None:
    """LF, CR and CRLF end a row, and blank rows count."""
    table = read_table(end.join(["Name,State", "Anna,X", "", "Bo,Y"]).encode(), "list.csv")
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("Anna", "X")), (4, ("Bo", "Y"))]


def test_a_separator_inside_cells_does_not_count() -> None:
    """Languages such as "en;fr" do not make the semicolon the separator of a list with commas."""
    table = read_table(b"Name,Languages\nAnna,en;fr;es\nBo,en;fr;ar\nCo,km;en;fr\n", "list.csv")
    assert table.headers == ("Name", "Languages")


def test_headers_that_nobody_knows_are_found_by_shape() -> None:
    """Under a title, the first of the fullest rows holds the column names."""
    table = read_table("会议\n\n姓名;国家;备注\nA;Delegation;1\nB;Y;\n".encode(), "list.csv")
    assert table.headers == ("姓名", "国家", "备注")
    assert [row.number for row in table.rows] == [4, 5]


def test_a_column_without_name_and_cells_is_left_out() -> None:
    """Separators at the end of every row, as spreadsheets leave them, are no column."""
    table = read_table(b"Name,,State,,\nAnna,,X,,\nBo,,Y\n", "list.csv")
    assert table.headers == ("Name", "State")
    assert [row.cells for row in table.rows] == [("Anna", "X"), ("Bo", "Y")]


def test_a_short_row_is_padded() -> None:
    """A row with too few cells has empty ones at its end."""
    assert read_table(b"Name,State,Sex\nAnna\n", "list.csv").rows[0].cells == ("Anna", "", "")


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    """A header problem names its column by the letters that a spreadsheet shows."""
    headers = ["Name", *(f"c{n}" for n in range(25)), "", "", "x"]
    assert "row 1, column AB: has cells but no name" in refusal(
        f"{','.join(headers)}\n{','.join(['v'] * 29)}\n".encode()
    )


def test_a_header_as_long_as_a_page_is_a_problem() -> None:
    """A column name of more than 200 characters is refused, and not repeated in full."""
    said = refusal(f"Name,{'x' * 100_000}\nAnna,1\n".encode())
    assert "more than 200 characters" in said
    assert len(said) < 300


def test_a_cell_as_long_as_a_book_is_a_problem_of_its_row() -> None:
    """What the CSV reader gives up on is told as a row and what to look for."""
    assert "row 2: a cell here is as long as a book" in refusal(b"Name,State\nAnna," + b"x" * 200_000)


def test_other_formats_are_one_sentence() -> None:
    """What is no list is refused by its kind, with what to do instead, and with nothing else."""
    sentence = "Open the list where it was made, and save it as .xlsx or as CSV (UTF-8)"
    kind = "not a CSV file or a spreadsheet that can be read"
    assert refusal(b"%PDF-1.7 ...") == f"list.csv: this is a PDF, {kind}. {sentence}"
    assert refusal(b"\0\x01\x02\x03" * 99) == f"list.csv: this is no text, {kind}. {sentence}"
    assert refusal(b"\n<!DOCTYPE html><table>") == f"list.csv: this is a web page or XML, {kind}. {sentence}"


def test_ten_thousand_rows_are_read() -> None:
    """A list of 10,000 people is one table, numbered to the end."""
    rows = "".join(f"P{n};Person {n};Vardania\n" for n in range(10_000))
    table = read_table(f"id;name;state\n{rows}".encode(), "list.csv")
    assert (len(table.rows), table.rows[-1].number) == (10_000, 10_001)


def test_a_title_that_says_what_the_list_is_names_no_column() -> None:
    """The word "Participants" above headers that nobody knows is a title, in each language."""
    for title in ("Participants", "Participantes", "Liste des participants"):
        assert read_table(f"{title}\n姓名;国家\nA;Y\n".encode(), "list.csv").headers == ("姓名", "国家")
