"""`vaexercise participants`."""

from __future__ import annotations

import io
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from conftest import EXAMPLE, must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LIST = "Nom,Prénom,Pays,Handicap,Couleur préférée\nDiallo,Amara,Lusemia,oui,vert\nMontes,Ana,San Ferro,,bleu\n"


def people(folder: Path) -> list[dict[str, Any]]:
    return list(json.loads(must("participants", "list", "--json", "--workshop", folder).out))


def test_a_list_comes_in_with_every_column(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """French headers are understood, other columns keep their name, sensitive ones are not listed."""
    folder, file = new_workshop(), tmp_path / "liste.csv"
    file.write_text(LIST, encoding="utf-8")
    assert "2 added" in must("participants", "import", file, "--workshop", folder).out
    listed = people(folder)
    assert [person["name"] for person in listed] == ["Amara Diallo", "Ana Montes"]
    assert listed[0]["Couleur préférée"] == "vert"
    assert "Handicap" not in listed[0]
    assert all(person["id"] for person in listed)
    shown = must("participants", "list", "--workshop", folder).out
    assert "State: Lusemia" in shown
    assert "oui" not in shown


def test_importing_again_updates_and_never_removes(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """The same list changes nothing; a changed cell updates; a person who is not on the new list stays."""
    folder, file = new_workshop(), tmp_path / "liste.csv"
    file.write_text(LIST, encoding="utf-8")
    must("participants", "import", file, "--workshop", folder)
    before = people(folder)
    assert "0 added, 0 updated, 2 unchanged" in must("participants", "import", file, "--workshop", folder).out
    file.write_text("Nom,Prénom,Pays\nDiallo,Amara,Zambara\nNovak,Jan,Drinavia\n", encoding="utf-8")
    assert "1 added, 1 updated" in must("participants", "import", file, "--workshop", folder).out
    after = {person["name"]: person for person in people(folder)}
    assert set(after) == {"Amara Diallo", "Ana Montes", "Jan Novak"}
    assert after["Amara Diallo"]["Pays"] == "Zambara"
    assert after["Amara Diallo"]["id"] == before[0]["id"]


def test_nothing_is_imported_when_a_row_is_wrong(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """All problems at once, by row, exit code 1; `--partial` takes the rest and still says them."""
    folder, file = new_workshop(), tmp_path / "list.csv"
    file.write_text("name,state\nAmara,Lusemia\n,Zambara\nBoris,X,too,many\n", encoding="utf-8")
    done = vaexercise("participants", "import", file, "--workshop", folder)
    assert done.code == 1
    assert "row 3" in done.err
    assert "row 4" in done.err
    assert "2 problems: nothing was imported" in done.err
    assert people(folder) == []
    assert "1 added" in must("participants", "import", file, "--partial", "--workshop", folder).out
    assert [person["name"] for person in people(folder)] == ["Amara"]


def test_a_list_can_come_through_a_pipe(new_workshop: Callable[..., Path]) -> None:
    """`-` reads standard input."""
    folder = new_workshop()
    must("participants", "import", "-", "--workshop", folder, typed=b"name\nAmara\n")
    assert len(people(folder)) == 1


def test_a_file_that_is_not_there_is_said(new_workshop: Callable[..., Path]) -> None:
    """Exit code 2, the path and the reason."""
    done = vaexercise("participants", "import", "nowhere.csv", "--workshop", new_workshop())
    assert (done.code, "nowhere.csv" in done.err) == (2, True)


def spreadsheet(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these sheets."""
    file = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(file, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def test_a_spreadsheet_comes_in_and_the_sheet_is_said(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """The sheet with the list is taken; `--sheet` takes another; phone numbers stay whole."""
    folder, file = new_workshop(), tmp_path / "lists.xlsx"
    day: list[list[object]] = [["Name", "Phone", "Country"], ["Amara", 85512345678.0, "Lusemia"]]
    file.write_bytes(spreadsheet(Notes=[["Book the room"]], People=day, Later=[["Name"], ["Boris"]]))
    done = must("participants", "import", file, "--workshop", folder)
    assert "The sheet “People” was read, and not “Notes”, “Later”.\n“Later” looks like a list of people" in done.err
    assert "Another sheet is read with --sheet and its name." in done.err
    assert [(person["name"], person["Phone"]) for person in people(folder)] == [("Amara", "85512345678")]
    assert "1 added" in must("participants", "import", file, "--sheet", "later", "--workshop", folder).out
    assert {person["name"] for person in people(folder)} == {"Amara", "Boris"}
    wrong = vaexercise("participants", "import", file, "--sheet", "Rooms", "--workshop", folder)
    assert (wrong.code, wrong.err) == (2, "There is no sheet “Rooms”. lists.xlsx has “Notes”, “People”, “Later”.\n")


def test_a_list_that_is_none_is_refused_in_whole(new_workshop: Callable[..., Path]) -> None:
    """What is wrong with the columns is told all at once, and that nothing was imported; `--partial` does not help."""
    folder = new_workshop()
    for more in ((), ("--partial",)):
        done = vaexercise("participants", "import", "-", "--workshop", folder, *more, typed=b"Name,Name,\nA,B,c\n")
        assert (done.code, done.out) == (1, "")
        assert done.err.count("standard input: row 1, column") == 3
        assert done.err.endswith("Nothing was imported. Mend the file, and import it again.\n")
    assert people(folder) == []


def test_what_partial_would_take_is_said(new_workshop: Callable[..., Path]) -> None:
    """How many people are right; where there are none, --partial is not offered and takes nothing."""
    folder = new_workshop()
    some = vaexercise("participants", "import", "-", "--workshop", folder, typed=b"name,state\nAmara,X\n,Y\n")
    assert "1 problem: nothing was imported. Mend the file, or take the rows that are right (1 person)" in some.err
    none = ("participants", "import", "-", "--partial", "--workshop", folder)
    done = vaexercise(*none, typed=b"name,state\n,Y\n")
    assert (done.code, done.err.endswith("Mend the file: no row of it could be taken.\n")) == (1, True)
    assert people(folder) == []


def test_add_one_person(new_workshop: Callable[..., Path]) -> None:
    """Attributes come with --set; what is no attribute, or no name, adds nobody."""
    folder = new_workshop()
    must(
        "participants",
        "add",
        "--name",
        " Amara\tDiallo ",
        "--set",
        "state=Lusemia",
        "--set",
        "survivor=yes",
        "--workshop",
        folder,
    )
    assert [(person["name"], person["state"], "survivor" in person) for person in people(folder)] == [
        ("Amara Diallo", "Lusemia", False)
    ]
    assert vaexercise("participants", "add", "--name", "Bo", "--set", "state", "--workshop", folder).code == 2
    assert vaexercise("participants", "add", "--name", "  ", "--workshop", folder).code == 2
    assert len(people(folder)) == 1


def test_ten_thousand_rows_come_in_as_one_write(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """A long list is read and recorded whole, in one file of the log."""
    folder, file = new_workshop(), tmp_path / "long.csv"
    file.write_text("id,name,state\n" + "".join(f"X{n},Person {n},State {n % 50}\n" for n in range(10_000)))
    files = set((folder / "log").iterdir())
    assert "10000 added" in must("participants", "import", file, "--workshop", folder).out
    assert len(set((folder / "log").iterdir()) - files) == 1
    assert len(people(folder)) == 10_000


def test_sensitive_columns_have_slots_of_their_own(workshop: Path) -> None:
    """No sensitive value stands in the slot that lists are made of."""
    rows = json.loads(must("workshop", "history", "participant", "--json", "--workshop", workshop).out)
    assert len(rows) == 48
    assert not any("survivor" in row["content"] or "step-free" in row["content"] for row in rows)
    assert "step-free" in (EXAMPLE / "participants.csv").read_text(encoding="utf-8")
    hidden = must("workshop", "history", "sensitive", "--workshop", workshop).out
    assert "sensitive attributes of" in hidden
    assert "step-free" not in hidden
    assert any(b"step-free" in path.read_bytes() for path in (workshop / "log").iterdir())
