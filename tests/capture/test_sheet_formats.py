"""Files as they come: written by people, saved by spreadsheets, damaged, or of another kind altogether."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_kit import EVERY_KIND, FORMATS, Room, room

from vaexercise.capture.sheets import SheetReader, outline, read_document
from vaexercise.capture.sheets.formats import ALSO, format_named, format_of, jsonl
from vaexercise.capture.sheets.markdown import escaped, escaped_name, unescaped
from vaexercise.capture.sheets.model import MARKS
from vaexercise.errors import ExerciseError, Problems, Refused, Unknown
from vaexercise.model.guard import guarded, told_apart, unguarded
from vaexercise.model.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.fixture
def here(new_workshop: Callable[..., Path]) -> Room:
    """A room in which nothing was said."""
    return room(new_workshop("va-monitoring"))


def texts(here: Room) -> list[str]:
    return [values.get("text", "") for values, *_ in here.said().get("q-points", [])]


def spreadsheet(rows: Sequence[Sequence[object]], *others: Sequence[Sequence[object]]) -> bytes:
    """An XLSX file as a spreadsheet program writes it: numbers as numbers, days as days."""
    file = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    for table in (rows, *others):
        sheet = book.add_worksheet()
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


# -- Markdown


def test_markdown_as_people_write_it(here: Room) -> None:
    """Any bullet, lines that go on, paragraphs, loose remarks in quotes, codes of questions in small letters."""
    here.take(
        "# group 2\n\nBy: Amara\n\n## q2 — whatever stands here\n\n> A remark\n\n* One, which goes\n  on here\n"
        "+ Two,\nlazily\n1. Three\n   - kind: money\n   - star: yes\n-   \n\n## Q3\n- First\n\n  Second\n\n## Q10\n"
        "- \n  - women\\: all: partly\n\n## Q4\n\n_Not discussed_\n",
        "md",
    )
    assert texts(here) == ["One, which goes on here", "Two, lazily", "Three"]
    assert here.said()["q-points"][2][:3] == ({"text": "Three", "kind": "money"}, "", True)
    assert here.said()["q-text"][0][0] == {"text": "First\nSecond"}
    assert here.said()["q-checklist"][0][0] == {"women: all": "partly"}
    assert here.said()["q-one"] == "not-discussed"


def test_all_problems_of_markdown_come_at_once(here: Room) -> None:
    """Lines that belong nowhere, and what does not fit, each with line and column, in the order of lines."""
    text = (
        "Stray\n# Group 2\n- No question\n## Q77 What?\n- One\n## Q2\nStray\n- One\n  - kind: silver\n  - no name\n"
        "  - star: perhaps\n  - star: yes\n  - xyzzy: 1\n- **G1-Q2-01** Elsewhere\n- **G2-Q3-01** Elsewhere\n"
    )
    assert here.faults(text, "md") == [
        "sheet.md:1:1: no question stands above this line: begin one with ## and its code, such as ## Q1",
        "sheet.md:3:1: no question stands above this line: begin one with ## and its code, such as ## Q1",
        here.faults("# Group 2\n## Q77\n- One\n", "md")[0].replace(":2:4:", ":4:4:"),
        f"sheet.md:7:1: {outline.STRAY}",
        "sheet.md:9:11: kind: silver does not fit here. Type a number from 1 to 2, or one of: distance, money.",
        "sheet.md:10:5: write name: words here, or take the spaces before the dash away to make it a point of its own",
        "sheet.md:12:5: star stands twice under this point: keep one",
        f"sheet.md:13:12: xyzzy: xyzzy is not asked here; known here: text, kind, example, {', '.join(MARKS)}",
        "sheet.md:14:5: code: G1-Q2-01 is no code of G2-Q2. Put the line where it belongs, or take the code out",
        "sheet.md:15:5: code: G2-Q3-01 is no code of G2-Q2. Put the line where it belongs, or take the code out",
    ]


@given(st.text(max_size=40).map(clean_text))
@settings(deadline=None)
def test_text_in_markdown_comes_back_exactly(text: str) -> None:
    """Escaping and unescaping are one another's opposite, for text of several lines and for names."""
    assert unescaped([line.strip(" ") for line in escaped(text, "  ").split("\n")]).rstrip("\n") == text
    name = text.replace("\n", " ").strip()
    assert unescaped([escaped_name(name)]) == name


# -- CSV


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_as_spreadsheets_save_it(encoding: str, separator: str, end: str, here: Room) -> None:
    """In every encoding, with every separator and line end, and a title above the column names."""
    rows = [
        ["Ferries"],
        ["Group", "QUESTION", "Text", "Language"],
        ["2", "q2", "Zu spät, leider; so", "de"],
        [],
        ["2", "Q2"],
    ]
    lines = [separator.join(f'"{cell}"' if " " in cell else cell for cell in row) for row in rows]
    here.take(end.join([*lines, ""]).encode(encoding), "csv")
    assert here.said()["q-points"] == [({"text": "Zu spät, leider; so"}, "de", False, "", "", "", "")]


def test_one_row_for_each_blank_or_one_column(here: Room) -> None:
    """A point of several blanks stands in rows with the same number, in rows that follow, or in columns of its own."""
    here.take(
        "group,question,number,item,text,who,Indicator\n2,Q13,1,what,Mend,,\n2,Q13,2,what,Paint,,\n2,Q13,1,who,Ana,,\n"
        "2,Q13,2,who,Bo,,\n2,Q13,,what,Sell,,\n2,Q13,,who,Cy,,\n2,Q13,,what,Buy,Di,Seen\n2,Q13,,,Look,Ed,\n",
        "csv",
    )
    assert [values for values, *_ in here.said()["q-actions"]] == [
        {"what": "Mend", "who": "Ana"},
        {"what": "Paint", "who": "Bo"},
        {"what": "Sell", "who": "Cy"},
        {"what": "Buy", "who": "Di", "indicator": "Seen"},
        {"what": "Look", "who": "Ed"},
    ]


def test_choices_in_one_cell(here: Room) -> None:
    """Between semicolons or commas, by label or number; or a line each, whatever signs are in them."""
    here.take('group,question,text\n2,Q5,"1; women"\n2,Q7,"signs, ramps; pumps, pipes"\n', "csv")
    assert here.said()["q-many"][0][0] == {"answer": ("women",)}
    assert here.said()["q-ranking"][0][0] == {"answer": ("signs", "ramps", "pumps, pipes")}
    here.take('group,question,text\n2,Q5,"men; boys\nown, words\n"\n', "csv")
    assert here.said()["q-many"][0][0] == {"answer": ("men; boys", "own, words")}


def test_all_problems_of_a_table_come_at_once(here: Room) -> None:
    """By row and column, as the spreadsheet shows them, in the order of rows."""
    text = (
        "group,question,item,text,state,star,code,colour\n"
        "9,Q2,,One,,,,\n2,Q99,,One,,,,\n2,,,One,,,,\n2,Q2,,One,,perhaps,,\n2,Q2,,One,,,,red\n2,Q10,all,yes,,,,\n2,Q8,,yes,,,,\n"
        "2,Q3,,Words,later,,,\n2,Q3,,Words,nothing,,,\n2,Q2,,One,,,G1-Q2-01,\n2,Q2,,One,,,what,\n2,Q6,,9,,,,\n2,Q6,,1,,,,\n"
    )
    found = here.faults(text, "csv")
    assert [line.removeprefix("sheet.csv: ").partition(": ")[0] for line in found] == [
        *("row 2, column A", "row 3, column B", "row 4", "row 5, column F", "row 6, column H", "row 7, column C"),
        *(
            "row 8, column D",
            "row 9, column E",
            "row 10, column E",
            "row 11, column G",
            "row 12, column G",
            "row 14, column D",
        ),
    ]


def test_two_states_or_a_state_and_an_answer_are_a_problem(here: Room) -> None:
    """Neither is silently left out."""
    assert here.faults("group,question,text,state\n2,Q3,,nothing\n2,Q3,,skipped\n", "csv") == [
        "sheet.csv: row 3, column D: skipped here, nothing before: keep one"
    ]
    assert here.faults("group,question,text,state\n2,Q3,,nothing\n2,Q3,Words,\n", "csv") == [
        "sheet.csv: row 3: nothing stands here, and something is filled in as well: keep one"
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no row has the column names"),
        (b"name,organisation\nAna,B\n", "no row has the column names. Two are needed: question (or code) and text."),
        (b"question,text,text\nQ2,a,b\n", "row 1, column C: has the same name as another column, text: keep one"),
        (b"question,text,,star\nQ2,a,b,\n", "row 1, column C: has something in it but no name above it"),
        (b'group,question,text\n2,Q2,"a\n2,Q2,b\n', "is not closed"),
        (b"PK\x03\x04 xl/workbook", "this is an Excel file, not a CSV file"),
        (b"%PDF-1.7", "this is a PDF, not a CSV file"),
        (b"question,text\nQ2,One\nQ2,Two\n", "say which group this is"),
    ],
)
def test_what_is_no_table_is_one_problem(data: bytes, said: str, here: Room) -> None:
    """It says what was found and what to do, however many rows there are."""
    [problem] = here.faults(data, "csv")
    assert said in problem


def test_nul_characters_and_byte_order_marks_are_no_obstacle(here: Room) -> None:
    """They are left out, in a table and in lines."""
    here.take("\ufeffgroup,question,text\n2,Q2,O\0ne\n".encode(), "csv")
    here.take(b'\xef\xbb\xbf{"group": 2, "question": "Q2", "text": "T\0wo"}\r\n', "jsonl")
    here.take("\ufeff# Group 2\r\n## Q2\r\n- Thr\0ee\r\n".encode(), "md")
    assert texts(here) == ["One", "Two", "Three"]


@given(st.text(st.sampled_from("'=+-@\t ab"), max_size=6))
def test_the_guard_against_formulas_is_taken_away_exactly(text: str) -> None:
    """Both guards: nothing that begins like a formula is left bare, and every text comes back."""
    assert unguarded(guarded(text)) == unguarded(told_apart(text)) == text
    assert guarded(text)[:1] not in tuple("=+-@\t")


def test_no_cell_of_a_table_begins_like_a_formula(here: Room) -> None:
    """Not in CSV, where a spreadsheet would compute it; in XLSX every cell is text."""
    here.take('{"group": 2, "question": "Q2", "text": "=HYPERLINK(1)", "private": "@x"}', "jsonl")
    made = here.written("csv").decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in made
    assert ",=" not in made
    with zipfile.ZipFile(io.BytesIO(here.written("xlsx"))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert ' t="s"' in sheet


# -- XLSX


def test_a_spreadsheet_as_people_fill_it_in(here: Room) -> None:
    """Numbers, days and ticks are what they look like; the worksheet with our columns is found among others."""
    rows: list[list[object]] = [
        ["Our ferries"],
        ["question", "item", "text", "group"],
        ["Q9", "value", 12, 2],
        ["Q9", "source", 1.5, 2.0],
        ["Q17", "", True, 2],
        ["Q13", "what", "Mend", 2],
        ["Q13", "who", "All", 2],
        ["Q13", "by", datetime(2027, 3, 1, tzinfo=UTC).replace(tzinfo=None), 2],
    ]
    here.take(spreadsheet([["Something else"]], rows), "xlsx")
    assert here.said()["q-number"][0][0] == {"value": 12, "source": "1.5"}
    assert here.said()["q-confirm"][0][0] == {"answer": "yes"}
    assert here.said()["q-actions"][0][0] == {"what": "Mend", "who": "All", "by": "2027-03-01"}


def test_problems_of_a_spreadsheet_are_placed_by_row_and_column(here: Room) -> None:
    """As it shows them: empty rows and a title count."""
    data = spreadsheet([["Title"], [], ["group", "question", "text"], [2, "Q2", "One"], [], [2, "Q6", "nine"]])
    [problem] = here.faults(data, "xlsx")
    assert problem.startswith("sheet.xlsx: row 6, column C: nine does not fit here.")


def test_a_text_too_long_for_a_cell_is_said_and_not_cut(here: Room) -> None:
    """The point, its length, and the formats that hold it, which do."""
    here.take(f'{{"group": 2, "question": "Q2", "text": "{"x" * 100_000}"}}', "jsonl")
    with pytest.raises(Refused, match=r"G2-Q2-01 has a text of 100,000 characters; .* \.csv, \.jsonl, \.md or \.yaml"):
        here.written("xlsx")
    for ending in set(FORMATS) - {"xlsx"}:
        assert [taken.known for taken in here.take(here.written(ending), ending)] == [1]


def test_a_package_that_unpacks_to_too_much_is_refused(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is unpacked."""
    monkeypatch.setattr("vaexercise.people.reach.LARGEST", 1000)
    [problem] = here.faults(here.written("xlsx"), "xlsx")
    assert "unpacks to more than" in problem


def test_a_cell_far_from_the_sheet_is_refused_before_it_takes_all_memory(here: Room) -> None:
    """A sheet from elsewhere with a forgotten cell in its last corner is named with what to do."""
    file = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["group", "question", "text"])
    sheet.write_string("XFD1048576", "x")
    book.close()
    [problem] = here.faults(file.getvalue(), "xlsx")
    assert "a sheet reaches to row 1048576, column XFD" in problem


@pytest.mark.parametrize(("module", "package"), [("python_calamine", "python-calamine"), ("xlsxwriter", "XlsxWriter")])
def test_a_missing_package_is_one_sentence(
    module: str, package: str, here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the package, how to install it, and what to use without."""
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(Refused) as raised:
        here.take(here.written("xlsx"), "xlsx")
    assert package in str(raised.value)
    assert "pip install 'vaexercise[xlsx]'. Or use .csv" in str(raised.value)


# -- JSON lines


def test_json_lines_as_programs_write_them(here: Room) -> None:
    """Numbers and truth values as such, text or values, empty lines between."""
    here.take(
        '{"group": 2, "question": "q-points", "text": "One", "star": true}\n\n'
        '{"code": "G2-Q9", "values": {"value": 12.50, "estimate": false}}\n'
        '{"group": "G2", "question": "q5", "text": ["women", "own, words"]}\n'
        '{"group": 2, "question": "q-text", "state": "skipped", "text": null}\n',
        "jsonl",
    )
    assert here.said()["q-points"][0][:3] == ({"text": "One"}, "", True)
    assert here.said()["q-number"][0][0] == {"value": "12.50", "estimate": "no"}
    assert here.said()["q-many"][0][0] == {"answer": ("women", "own, words")}
    assert here.said()["q-text"] == "skipped"


def test_all_problems_of_json_lines_come_at_once(here: Room) -> None:
    """Broken lines and lines that do not fit, each at its own column, in the order of lines."""
    deep = "[" * 100_000 + "]" * 100_000
    lines = [
        '{"group": 2, "question": "Q2", "text": "One"',
        "[1, 2]",
        '{"group": 2, "question": "Q2", "text": ' + deep + "}",
        '{"group": 2, "question": "Q2", "txt": "One"}',
        '{"group": 2, "question": "Q9", "values": {"value": 1' + "0" * 5000 + "}}",
        '{"group": 2, "group": 3, "question": "Q2", "text": "One"}',
        '{"group": 2, "question": "Q2", "values": ["One"]}',
        '{"group": 2, "question": "Q2", "text": {"a": "b"}}',
        '{"group": 2, "question": "Q2", "text": "One", "star": ["yes"]}',
        '{"group": NaN, "question": "Q2", "text": "One"}',
    ]
    found = here.faults("\n".join(lines), "jsonl")
    assert [line.removeprefix("sheet.jsonl:").partition(": ")[0] for line in found] == [
        *("1:45", "2:1", "3:45", "4:39", "5:52", "6:1", "7:42", "8:40", "9:55", "10:11")
    ]
    assert "this is no JSON" in found[0]
    assert str(jsonl.DEEPEST) in found[2]
    assert "txt is not known here; did you mean text?" in found[3]


def test_halves_of_characters_are_left_out(here: Room) -> None:
    """JSON can name them, and nothing can print them."""
    here.take('{"group": 2, "question": "Q2", "text": "O\\ud83dne \\ud83d\\ude00"}', "jsonl")
    assert texts(here) == ["One 😀"]


# -- all of them


@pytest.mark.parametrize("ending", FORMATS)
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_a_damaged_file_is_a_problem_and_never_a_crash(ending: str, data: st.DataObject) -> None:
    """Cut anywhere, with bytes of any kind in the middle: it is read, or it is refused in words."""
    made = GOOD[ending]
    at, cut = data.draw(st.integers(0, len(made))), data.draw(st.integers(0, 50))
    damaged = made[:at] + data.draw(st.binary(max_size=8)) + made[at + cut :]
    try:
        document = read_document(damaged, f"sheet.{ending}", format_named(ending))
        SheetReader(EVERY_KIND, 3, lambda _question: ()).read(document)
    except ExerciseError as error:
        said = str(error)
    else:
        said = "It could be read."
    assert said


ROWS = [
    ["group", "question", "item", "text"],
    ["2", "Q2", "", "One"],
    ["2", "Q8", "answer", "yes"],
    ["2", "Q5", "", "1"],
]
GOOD = {
    "csv": "\r\n".join(",".join(row) for row in ROWS).encode(),
    "jsonl": b'{"group": 2, "question": "Q2", "text": "One"}\n{"code": "G2-Q8", "values": {"answer": "yes"}}\n',
    "md": b"# Group 2\n\n## Q2 What?\n\n- **G2-Q2-01** One\n  - star: yes\n- Two\\\n\n## Q8\n- \n  - answer: yes\n",
    "xlsx": spreadsheet(ROWS),
    "yaml": b"group: 2\nanswers:\n  q-points:\n    - One\n    - {text: Two, star: yes}\n  Q8: {answer: yes}\n",
}


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_has_a_good_file_here(ending: str) -> None:
    """Those that the damage is done to; a new format needs one."""
    document = read_document(GOOD[ending], f"sheet.{ending}", format_named(ending))
    [sheet] = SheetReader(EVERY_KIND, 3, lambda _question: ()).read(document)
    assert {entry.question.id for entry in sheet.entries} >= {"q-points", "q-yes-no"}


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), b"question,text", b"", bytes(100)])
def test_what_is_no_spreadsheet_says_so(data: bytes, here: Room) -> None:
    """Old files, other files, nothing: one problem."""
    [problem] = here.faults(data, "xlsx")
    assert "this is no spreadsheet that can be read" in problem


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_that_is_too_large_is_not_read(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size, and how much there may be."""
    monkeypatch.setattr("vaexercise.capture.sheets.LARGEST", 10)
    with pytest.raises(Problems, match=r"the file has 0 MB; a sheet has at most 0"):
        read_document(GOOD[ending], "sheet", format_named(ending))


@pytest.mark.parametrize("name", ["sheet.docx", "sheet", "sheet.", ".csv"])
def test_an_unknown_ending_says_which_are_known(name: str) -> None:
    """All of them, and the option that says it."""
    with pytest.raises(Unknown) as raised:
        format_of(name)
    assert f"Known are: {', '.join(FORMATS)}." in str(raised.value)
    assert "--format" in str(raised.value)


def test_endings_in_capitals_and_other_spellings_are_known() -> None:
    """What is named comes before the ending; standard input is YAML unless something is named."""
    assert format_of("A.CSV") is format_named("csv")
    assert {word: format_of(f"a.{word}") for word in ALSO} == {word: format_named(name) for word, name in ALSO.items()}
    assert format_of("-") is format_named("yaml")
    assert format_of("-", "md") is format_of("a.txt", ".MD") is format_named("md")


@pytest.mark.parametrize("ending", ["csv", "jsonl", "md", "yaml"])
def test_an_encoding_can_be_said(ending: str) -> None:
    """A file of letters that no guess would read right is read as it was saved."""
    text = GOOD[ending].decode().replace("One", "Ελλάδα")
    document = read_document(text.encode("iso-8859-7"), "sheet", format_named(ending), "iso-8859-7")
    [sheet] = SheetReader(EVERY_KIND, 3, lambda _question: ()).read(document)
    assert sheet.entries[0].rows[0] == {"text": "Ελλάδα"}
