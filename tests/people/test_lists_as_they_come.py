# ruff: noqa: RUF001  letters of several scripts are what this is about
from __future__ import annotations

import csv
import io
from importlib import import_module
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vaexercise.errors import Problems
from vaexercise.people.decoding import GUESSED
from vaexercise.people.records import DELIMITERS
from vaexercise.people.roll import read_people
from vaexercise.people.table import read_table


class Came(NamedTuple):
    """A list as it comes: the names it must give, and what must be said; no names where it is refused."""

    data: bytes
    names: list[str]
    said: list[str]


LISTS = {
    "two rows of names, merged in a spreadsheet": Came(
        "Participant;;Pays;Besoins;\nNom;Prénom;;rampe;signes\nDiallo;Awa;Lusémie;oui;\nMontes;Ana;X;;\n".encode(),
        ["Awa Diallo", "Ana Montes"],
        ["Cells were taken to be separated by semicolons.", "Rows 1 and 2 were read together as the column names."],
    ),
    "titles, blank rows, sums and lines kept free": Came(
        b"List of participants,,\nGeneva,,\n\nNo,Name,State\n1,Anna,X\n\n2,Bo,Y\n3,,\n4,,\nTotal: 2 participants,,\n",
        ["Anna", "Bo"],
        [
            "Rows 1 and 2 stand above the column names, which are in row 4, and were left out.",
            'Row 10 begins with "Total: 2 participants" and was left out as a sum.',
            "Nothing but a number stands in rows 8 and 9: left out, as lines kept free for names.",
        ],
    ),
    "sums in other languages": Came(
        "Имя;Дни\nАнна;2\nИтого;2\nВсего: 1 человек;\n".encode("cp1251"),
        ["Анна"],
        [
            'cp1251 was assumed. It reads "Анна". If that is wrong, say --encoding',
            'Row 3 begins with "Итого" and was left out as a sum.',
            'Row 4 begins with "Всего: 1 человек" and was left out as a sum.',
        ],
    ),
    "an older encoding, shown by three names": Came(
        "Prénom;Nom\nÉlodie;Noël\nJosé;Núñez\nZoë;Müller\nRené;Français\nBo;Vey\n".encode("cp1252"),
        ["Élodie Noël", "José Núñez", "Zoë Müller", "René Français", "Bo Vey"],
        ['cp1252 was assumed. It reads "Élodie Noël", "José Núñez", "Zoë Müller". If'],
    ),
    "letters in no name": Came(
        "Name;Organisation\nAnna;Médecins à côté\n".encode("mac-roman"),
        ["Anna"],
        ['mac-roman was assumed. It reads "Médecins", "à", "côté". If'],
    ),
    "separated by bars": Came(
        b"Name|State\nAnna|X\n", ["Anna"], ["Cells were taken to be separated by vertical bars."]
    ),
    "said to be separated by bars": Came(b"sep=|\nName|State\nAnna|X\n", ["Anna"], []),
    "phone numbers that a spreadsheet shortened": Came(
        b"Name,Phone\nAnna,8.55E+10\nBo,85512345678\n",
        ["Anna", "Bo"],
        ['Column "Phone": "8.55E+10" in row 2: a spreadsheet has shortened this number, and its end is lost.'],
    ),
    "all that is wrong at once": Came(
        b"Name,Name,,State\nAnna,B,c,X\nBo,,,Y,too,many\n",
        [],
        [
            "row 1, column A: has the same name",
            "row 1, column B: has the same name",
            "row 1, column C: has cells but no name",
            "row 3: has 6 cells, but there are 4 columns",
        ],
    ),
    "no column names": Came(
        b"Anna,anna@example.org\nBo,bo@example.org\n",
        [],
        ["no column holds names.", "Row 1 was taken for the column names: Anna, anna@example.org"],
    ),
    "people twice": Came(b"Name,E-mail\nAnna,a@b.cd\nA. B.,A@b.cd\nBo,\n", ["Bo"], ["row 3: is about the same person"]),
    "nothing": Came(b"", [], ["there is nothing in this list"]),
    "blank rows only": Came(b";;;\r\n\r\n;;;", [], ["there is nothing in this list"]),
    "a web page that is called a list": Came(b"<html><table><tr><td>Name", [], ["this is a web page or XML"]),
}


@pytest.mark.parametrize("came", LISTS.values(), ids=LISTS)
def test_each_list_is_read_or_refused_and_said(came: Came) -> None:
    """The people of a list as organisers send it, and every sentence about what was assumed or is wrong."""
    try:
        table = read_table(came.data, "list.csv")
    except Problems as error:
        names, said = [], str(error)
    else:
        intake = read_people(table, ())
        names = [entry.name for entry in intake.entries]
        said = "\n".join([*intake.notices, *map(str, intake.problems)])
    assert names == came.names
    assert [sentence for sentence in came.said if sentence not in said] == []
    assert bool(said) == bool(came.said)


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.sampled_from(
    ["=1+1", "@x", "'", '"', "[/b]", ";", ",", "a\nb", "\u202eabc", "é", "я", "ع", "ភាសា", "1/2/2026", "012", " x "]
)
PEOPLE = st.lists(st.tuples(CELL, CELL, CELL), max_size=6)
HEADERS = ("Name", "State", "E-mail")


@settings(deadline=None)
@given(PEOPLE, st.sampled_from(DELIMITERS), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", *GUESSED]))
def test_a_list_in_any_encoding_that_can_hold_it_is_read_back(
    people: list[tuple[str, str, str]], delimiter: str, encoding: str
) -> None:
    """With the encoding said, every cell comes back as it was written, whatever separates the cells."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([HEADERS, *people])
    try:
        data = text.getvalue().encode(encoding)
    except UnicodeEncodeError:
        assume(False)  # noqa: FBT003  hypothesis' own signature
    table = read_table(data, "list.csv", encoding)
    assert table.headers == HEADERS
    assert [row.cells for row in table.rows] == [row for row in people if any(cell.strip() for cell in row)]


@settings(deadline=None, max_examples=60)
@given(PEOPLE)
def test_a_list_in_a_spreadsheet_is_read_back(people: list[tuple[str, str, str]]) -> None:
    """Text in the cells of a workbook comes back as it was written, row by row."""
    assume(not any("\ufffe" in cell or "\uffff" in cell for row in people for cell in row))
    file = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADERS, *people]):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell)
    book.close()
    filled = [(n, row) for n, row in enumerate(people, start=2) if any(cell.strip() for cell in row)]
    assert [(row.number, row.cells) for row in read_table(file.getvalue(), "list.xlsx").rows] == filled
