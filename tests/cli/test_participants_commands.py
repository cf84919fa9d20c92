"""`vaexercise participants`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from conftest import EXAMPLE, must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable
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
