from __future__ import annotations

import io
import random
import sys
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from vaexercise.errors import ExerciseError, Problems, Refused, Unknown
from vaexercise.people.roll import read_people
from vaexercise.people.table import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.people.table import Table

Sheets = dict[str, "Sequence[Sequence[object]]"]
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
ODS = f"""<office:document-content xmlns:office="{_NAMESPACE}office:1.0" xmlns:table="{_NAMESPACE}table:1.0"
 xmlns:text="{_NAMESPACE}text:1.0"><office:body><office:spreadsheet>
<table:table table:name="People">{{rows}}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def xlsx(sheets: Sheets, more: Callable[[Any, Mapping[str, Any]], object] = lambda *_: None) -> bytes:
    """A workbook with these sheets of cells; `more` may add to it before it is closed."""
    file = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(file, {"in_memory": True, "strings_to_urls": False})
    formats = {date: "dd/mm/yyyy", datetime: "dd/mm/yyyy hh:mm", time: "hh:mm"}
    styles = {kind: book.add_format({"num_format": form}) for kind, form in formats.items()}
    made = {name: book.add_worksheet(name) for name in sheets}
    for name, cells in sheets.items():
        for number, row in enumerate(cells):
            for column, value in enumerate(row):
                write = made[name].write_string if isinstance(value, str) else made[name].write
                write(number, column, value, *([styles[type(value)]] if type(value) in styles else []))
    more(book, made)
    book.close()
    return file.getvalue()


def ods(rows: str) -> bytes:
    """A LibreOffice spreadsheet with these rows of XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", ODS.format(rows=rows))
    return file.getvalue()


def read(data: bytes, sheet: str = "") -> Table:
    return read_table(data, "list.xlsx", sheet=sheet)


def refusal(data: bytes) -> str:
    with pytest.raises(Problems) as caught:
        read(data)
    return str(caught.value)


def test_cells_are_read_as_a_person_sees_them() -> None:
    """Whole numbers have no point, days no time, switches are yes or no, and blank rows count."""
    half_past_nine = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001  spreadsheets know no zones
    values = [85512345678.0, 3.5, 0.1 + 0.2, date(2026, 11, 24), half_past_nine, time(9, 30), True, False]
    table = read(xlsx({"A": [["Name", *(f"c{n}" for n in range(8))], [], ["Anna", *values]]}))
    shown = ("85512345678", "3.5", "0.3", "2026-11-24", "2026-11-24 09:30", "09:30", "yes", "no")
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("Anna", *shown))]
    assert table.notices == ()


def test_a_number_longer_than_a_spreadsheet_keeps_is_told() -> None:
    """Of more than fifteen digits the end is lost, and it is said; fifteen are whole."""
    intake = read_people(read(xlsx({"A": [["Name", "Card"], ["Anna", 123456789012345], ["Bo", 1234567890123456]]})), ())
    assert intake.entries[0].attributes["Card"] == "123456789012345"
    assert intake.notices[0].startswith('Column "Card": "1.23456789012346e+15" in row 3: a spreadsheet has shortened')


def test_a_length_of_time_is_text() -> None:
    """What a spreadsheet keeps as hours is read without a fault."""
    duration: Sheets = {"A": [["Name", "Hours"], ["Anna", timedelta(hours=36)]]}
    assert read(xlsx(duration)).rows[0].cells == ("Anna", "1.5")

    def as_hours(book: Any, made: Mapping[str, Any]) -> None:  # noqa: ANN401  XlsxWriter has no types
        made["A"].write_number(1, 1, 1.5, book.add_format({"num_format": "[h]:mm"}))

    assert read(xlsx({"A": [["Name", "Hours"], ["Anna"]]}, as_hours)).rows[0].cells == ("Anna", "1 day, 12:00:00")


def test_the_sheet_with_the_list_is_taken_and_said() -> None:
    """Of several, the one with the most known column names; the others are named, and one that is a list as well."""
    sheets: Sheets = {
        "Notes": [["To do"], ["Rooms"]],
        "People": [["Name", "Country", "E-mail"], ["Anna", "X", "a@example.org"]],
        "Day 2": [["Name", "Country"], ["Bo", "Y"]],
        "Blank": [],
    }
    more = read(xlsx({**sheets, "Day 3": sheets["Day 2"]}))
    assert "“Day 2”, “Day 3” look like lists of people, too." in more.notices
    table = read(xlsx(sheets))
    assert table.rows[0].cells[0] == "Anna"
    assert table.notices == (
        "The sheet “People” was read, and not “Notes”, “Day 2”.",
        "“Day 2” looks like a list of people, too.",
    )
    assert table.sheets_left == ("Notes", "Day 2")


@pytest.mark.parametrize("asked", ["Day 2", "day  2", "2"])
def test_a_sheet_is_asked_for_by_name_or_number(asked: str) -> None:
    """The sheet that is named is read, whatever the case; so is a hidden one, and it is said."""
    sheets: Sheets = {"People": [["Name"], ["Anna"]], "Day 2": [["Name"], ["Bo"]]}
    table = read(xlsx(sheets, lambda _, made: made["Day 2"].hide()), asked)
    assert table.rows[0].cells == ("Bo",)
    assert table.notices[:2] == (
        "The sheet “Day 2” was read, and not “People”.",
        "The sheet “Day 2” is hidden in the spreadsheet.",
    )


def test_a_hidden_sheet_is_not_taken_for_the_list() -> None:
    """An old list that somebody hid is passed by, and named."""
    sheets: Sheets = {"Old": [["Name", "Country", "Sex"], ["Zoe", "X", "f"]], "New": [["Name"], ["Anna"]]}
    hidden = xlsx(sheets, lambda _, made: (made["New"].activate(), made["New"].set_first_sheet(), made["Old"].hide()))
    assert read(hidden).rows[0].cells == ("Anna",)
    assert read(hidden).notices == ("The sheet “New” was read, and not “Old”.",)


def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    """The names of the sheets stand in the sentence; a CSV file has none to ask for."""
    with pytest.raises(Unknown, match=r"There is no sheet “Rooms”\. list.xlsx has “People”, “B”\."):
        read(xlsx({"People": [["Name"]], "B": []}), "Rooms")
    with pytest.raises(Refused, match="no spreadsheet and has no sheets"):
        read_table(b"Name\nAnna\n", "list.csv", sheet="People")


def test_merged_cells_count_for_each_row() -> None:
    """A country merged over its delegates is the country of each, a merged title is one title."""

    def merge(_: object, made: Mapping[str, Any]) -> None:
        made["A"].merge_range(0, 0, 1, 2, "List of participants")
        made["A"].merge_range(4, 1, 5, 1, "Vardania")

    cells = [[], [], [], ["Name", "Country", "Sex"], ["Anna", "", "f"], ["Bo", "", "m"], ["Co", "X", "f"]]
    table = read(xlsx({"A": cells}, merge))
    assert [row.cells for row in table.rows] == [("Anna", "Vardania", "f"), ("Bo", "Vardania", "m"), ("Co", "X", "f")]
    assert table.notices == (
        "A cell that is merged over several rows counts for each of them.",
        "Rows 1 and 2 stand above the column names, which are in row 4, and were left out.",
    )


def test_a_merged_heading_of_two_rows_is_read() -> None:
    """Columns under a merged group have both names, and what is merged downwards has its own."""

    def merge(_: object, made: Mapping[str, Any]) -> None:
        made["A"].merge_range(0, 0, 1, 0, "Name")
        made["A"].merge_range(0, 1, 0, 2, "Needs")

    table = read(xlsx({"A": [[], ["", "ramp", "signs"], ["Anna", "yes", ""]]}, merge))
    assert table.headers == ("Name", "Needs – ramp", "Needs – signs")
    assert table.notices == ("Rows 1 and 2 were read together as the column names.",)
    assert read_people(table, ()).entries[0].sensitive == {"Needs – ramp": "yes"}


def test_errors_of_formulas_are_told_by_cell() -> None:
    """What a spreadsheet shows as #N/A counts as empty, and is said for the sheet that is read."""

    def fail(_: object, made: Mapping[str, Any]) -> None:
        for cell in ("B2", "B3"):
            made["A & B"].write_formula(cell, "=NA()", None, "#N/A")
        made["C"].write_formula("B2", "=1/0", None, "#DIV/0!")

    people = [["Name", "State"], ["Anna"], ["Bo"]]
    data = xlsx({"A & B": people, "C": people}, fail)
    assert "Cells B2, B3 hold errors of a formula, such as #N/A; they count as empty." in read(data).notices
    assert "Cell B2 holds an error of a formula, such as #N/A; it counts as empty." in read(data, "C").notices
    assert [row.cells for row in read(data).rows] == [("Anna", ""), ("Bo", "")]


def test_hostile_cells_are_text() -> None:
    """Formulas in text, markup, escape sequences and long cells come in as written, and are cleaned for the record."""
    cells = ["=HYPERLINK(1)", "[/b]\x1b[31mred", "\u202eabc", "@SUM(1)", "a_x000D_b", "x" * 32_767]
    data = xlsx({"A": [["Name", *"abcdef"], ["Anna", *cells]]})
    assert read(data).rows[0].cells == ("Anna", *cells)
    said = str(Problems(read_people(read(data), ()).problems))
    assert said == 'list.xlsx: row 2, column "f": has 32,767 characters; 2,000 is the most. Shorten it'


def test_a_libreoffice_spreadsheet_is_read() -> None:
    """Text, numbers and repeated cells of an .ods file, and blank rows count."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="85512345678"/>'
    rows = "".join(
        f"<table:table-row{repeat}>{cells}</table:table-row>"
        for repeat, cells in (
            ("", cell.format("Name") + cell.format("Phone")),
            (' table:number-rows-repeated="3"', "<table:table-cell/>"),
            ("", cell.format("Sophéa") + number),
            (' table:number-rows-repeated="1048570"', '<table:table-cell table:number-columns-repeated="16384"/>'),
        )
    )
    assert [(row.number, row.cells) for row in read(ods(rows)).rows] == [(5, ("Sophéa", "85512345678"))]


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576"])
def test_a_cell_far_from_the_list_is_refused_before_it_takes_all_memory(cell: str) -> None:
    """The last cell of a sheet, and a last row of a wide list, are named with what to do."""
    wide = [[f"c{n}" for n in range(10)], ["Anna"]]
    said = refusal(xlsx({"A": wide}, lambda _, made: made["A"].write_string(cell, "x")))
    assert "a sheet reaches to row 1048576, column" in said
    assert "Delete what stands far from the list" in said


def test_cells_that_do_not_say_where_they_are_count_for_their_row() -> None:
    """A sheet made to do harm gives the row only; an .ods file repeats a cell."""
    data = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(xlsx({"A": [["Name", "State", "Sex", "Age", "Role", "x"]]})))
    with zipfile.ZipFile(data, "w") as package:
        for part in whole.infolist():
            text = whole.read(part)
            far = b'<row r="1048576"><c><v>1</v></c></row></sheetData>'
            package.writestr(part.filename, text.replace(b"</sheetData>", far))
    assert "a sheet reaches to row 1048576" in refusal(data.getvalue())
    many = 'table:number-columns-repeated="16000" office:value-type="float" office:value="1"'
    rows = f'<table:table-row table:number-rows-repeated="9000"><table:table-cell {many}><x/></table:table-cell>'
    assert "a sheet reaches to row 9000, column WQJ" in refusal(ods(f"{rows}</table:table-row>"))


def test_a_package_that_unpacks_without_end_is_refused() -> None:
    """A few kilobytes that become 300 megabytes are not unpacked."""
    file = io.BytesIO(xlsx({"A": [["Name"]]}))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/x", bytes(300_000_000))
    assert "unpacks to more than 200 MB" in refusal(file.getvalue())


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0" * 200, b"PK\x03\x04 xl/workbook.xml", ods("<broken")])
def test_what_cannot_be_read_is_one_sentence(data: bytes) -> None:
    """A damaged file, an old Word file or one with a password is told with what to do."""
    assert "it is damaged, has a password, or is of another kind." in refusal(data)


def test_a_file_without_sheets_of_cells_is_refused() -> None:
    """A spreadsheet with a chart only has nothing to read, and neither has one of blank sheets."""

    def add_chart(book: Any, _: object) -> None:  # noqa: ANN401  XlsxWriter has no types
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "={1,2}"})
        book.add_chartsheet("Chart").set_chart(chart)

    assert "there is no sheet with cells in this spreadsheet" in refusal(xlsx({}, add_chart))
    assert "there is nothing in this list" in refusal(xlsx({"A": [], "B": []}))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_give_a_table_or_a_sentence(seed: int) -> None:
    """Whatever byte is wrong, the answer is a list or one of our own errors."""
    rng = random.Random(seed)  # noqa: S311  bytes, not secrets
    data = bytearray(xlsx({"A": [["Name", "State"], ["Anna", 3]], "B": [["x"]]}))
    for _ in range(5):
        data[rng.randrange(len(data))] = rng.randrange(256)
    try:
        read(bytes(data))
    except ExerciseError as error:
        assert str(error).startswith("list.xlsx: ")  # noqa: PT017  both outcomes are right


def test_without_the_package_the_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A spreadsheet is refused with the command for pip, and with the other way."""
    data = xlsx({"A": [["Name"], ["Anna"]]})
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(Refused) as caught:
        read(data)
    assert "pip install 'vaexercise[xlsx]'" in str(caught.value)
    assert "save the list as CSV" in str(caught.value)
    assert len(read_table(b"Name\nAnna\n", "list.csv").rows) == 1


def test_an_encoding_is_of_no_use_for_a_spreadsheet() -> None:
    """It is said that it was not used."""
    table = read_table(xlsx({"A": [["Name"], ["Anna"]]}), "list.xlsx", "cp1252")
    assert table.notices == ("A spreadsheet says how its letters are stored; --encoding was not used.",)


def test_a_date_of_a_spreadsheet_is_clear() -> None:
    """Real dates need no guess, beside text that does."""
    day = datetime(2026, 2, 1, tzinfo=UTC).date()
    intake = read_people(read(xlsx({"A": [["Name", "Arrival"], ["Anna", day], ["Bo", "1/2/2026"]]})), ())
    assert [entry.attributes["Arrival"] for entry in intake.entries] == ["2026-02-01", "1/2/2026"]
    assert intake.notices[0].startswith('Column "Arrival": "1/2/2026" in row 3 can be read')
