from __future__ import annotations

import pytest

from vaexercise.people.heading import heading_of
from vaexercise.people.records import Row

Names = tuple[str, ...]


def rows(*lines: str) -> list[Row]:
    """Rows of cells between semicolons, numbered from 1; empty ones are left out."""
    numbered = (Row(number, tuple(line.split(";"))) for number, line in enumerate(lines, start=1))
    return [row for row in numbered if row.filled]


ONE_ROW = [
    ("known names", ["Name;State", "Anna;X"], 0),
    ("a title", ["Liste des participants;", "Nom;Pays", "Awa;X"], 1),
    ("a title in the middle", [";Participants;", "Nom;Pays;Âge", "Awa;X;3"], 1),
    ("facts about the meeting above", ["Country:;Vardania;", "Date:;22 May;", "Name;Role;E-mail", "A;B;c@d.ef"], 2),
    ("a person whose cells are known words", ["Nimi;Riik;Roll;Muu", "Delegate;Delegation;x;y"], 0),
    ("more known words in a person than in the names", ["Name;Where;As;Type", "Anna;Ministry;Assistant;Delegation"], 0),
    ("an unnamed column, and nothing known", ["Nimi;Riik;", "Anna;Lusemia;comes late", "Bo;X;y"], 0),
    ("years as names", ["Nimi;2024;2025", "Anna;yes;no"], 0),
    ("a title with a year, and nothing known", ["Kokous;2026;", "Nimi;Maa;Kieli", "Anna;X;fi"], 1),
    ("an address in the title", ["Write to;desk@example.org;", "Nimi;Maa;Kieli", "Anna;X;fi"], 1),
    ("no names at all", ["Anna;anna@example.org;X", "Bo;bo@example.org;Y"], 0),
    ("an unnamed column above a person of known words", ["Nimi;Riik;Meil;", "Delegate;Ministry;a@example.org;x"], 0),
    ("only one column", ["Name", "Anna", "Bo"], 0),
    ("only one column, not known", ["Nimi", "Anna"], 0),
    ("a first person without names below", ["Name;State;", "Anna;;late", "Bo;X;"], 0),
    ("an organisation under two columns of one name", ["Name;;State", "Anna;Ministry;"], 0),
]


@pytest.mark.parametrize(("lines", "at"), [case[1:] for case in ONE_ROW], ids=[case[0] for case in ONE_ROW])
def test_the_row_of_names_is_found(lines: list[str], at: int) -> None:
    """Titles above are passed by, and no person is taken for the column names."""
    found = heading_of(rows(*lines))
    assert (found.first, found.last) == (at, at)
    assert list(found.names) == lines[at].split(";")


TWO_ROWS = [
    (
        "groups of columns",
        ["Participant;;Pays;Contact;", "Nom;Prénom;;E-mail;Téléphone"],
        ("Nom", "Prénom", "Pays", "E-mail", "Contact – Téléphone"),
    ),
    (
        "a second row for some columns",
        ["Nom;Prénom;Pays;Besoins;", ";;;rampe;gros caractères"],
        ("Nom", "Prénom", "Pays", "Besoins – rampe", "Besoins – gros caractères"),
    ),
    (
        "cells merged over both rows, each with the name",
        ["Name;Country;Needs;", "Name;Country;ramp;signs"],
        ("Name", "Country", "Needs – ramp", "Needs – signs"),
    ),
    (
        "the same names in two groups",
        [";Arrival;;Departure;", "Name;Date;Time;Date;Time"],
        ("Name", "Arrival – Date", "Arrival – Time", "Departure – Date", "Departure – Time"),
    ),
    ("one group, known", [";;Needs;", "Name;State;ramp;signs"], ("Name", "State", "Needs – ramp", "Needs – signs")),
]


@pytest.mark.parametrize(("lines", "names"), [case[1:] for case in TWO_ROWS], ids=[case[0] for case in TWO_ROWS])
def test_names_in_two_rows_are_joined(lines: list[str], names: Names) -> None:
    """As merged cells leave them: the lower name if it says enough, else after that of its group."""
    found = heading_of(rows("List of participants;;;;", "", *lines, "Awa;Sarr;X;y;z"))
    assert (found.names, found.first, found.last) == (names, 1, 2)


def test_rows_apart_are_not_joined() -> None:
    """A blank row between two rows parts them."""
    assert heading_of(rows("Participant;;Needs;", "", "Name;State;Sex;Age;signs")).first == 1


def test_no_rows_have_no_names() -> None:
    """Of nothing there is an empty heading before the first row."""
    assert heading_of([]) == ((), 0, -1)
