"""From a list to participants, and what the person who imports it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.errors import Refused
from vaexercise.people.table import read_table
from vaexercise.workshop.people import intake
from vaexercise.workshop.people.intake import Done
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIST = "Nom,Pays,Genre,Badge n°\nAwa Sarr,Lusemia,F,7\nBo Vey,Zambara,M,8\n"


def take(folder: Path, text: str) -> Done:
    opened = Workshop(folder)
    return intake.record(opened, intake.read(opened, read_table(text.encode(), "list.csv")))


def imported(folder: Path, tmp_path: Path, data: bytes, *options: str) -> tuple[int, str, str]:
    file = tmp_path / "list.csv"
    file.write_bytes(data)
    done = vaexercise("participants", "import", file, *options, "--workshop", folder)
    return done.code, done.out, done.err


def test_a_list_counts_what_it_changed(new_workshop: Callable[..., Path]) -> None:
    """New people, changed ones, and those who are as they were."""
    folder = new_workshop()
    assert take(folder, LIST) == Done(added=2, updated=0, unchanged=0)
    assert take(folder, LIST.replace("Lusemia", "Drinavia")) == Done(added=0, updated=1, unchanged=1)


def test_the_columns_that_were_understood_are_told(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """Two sentences beside the result, each only where there is something to say."""
    folder = new_workshop()
    code, out, err = imported(folder, tmp_path, LIST.encode())
    assert (code, out) == (0, "2 added, 0 updated, 0 unchanged.\n")
    assert "Understood: Nom = name, Pays = state, Genre = sex.\n" in err
    assert "Kept under their own names: Badge n°.\n" in err
    _, _, err = imported(folder, tmp_path, b"name,state\nAna,Lusemia\n")
    assert "Understood" not in err
    assert "Kept" not in err


def test_namesakes_are_neither_of_them_taken(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """With --partial the others come in, and the message has said so."""
    folder = new_workshop()
    code, _, err = imported(folder, tmp_path, b"name\nAwa Sarr\nBo Vey\nAwa Sarr\n", "--partial")
    assert code == 0
    assert "Neither row is taken, not even with --partial." in err
    assert [person.name for person in participants(Workshop(folder))] == ["Bo Vey"]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, b"PK\x03\x04" + bytes(500)])
def test_another_kind_of_file_is_one_sentence(data: bytes, new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """Exit code 1, one line of what it is and one of what came of it, however many lines its bytes would make."""
    code, out, err = imported(new_workshop(), tmp_path, data)
    assert (code, out, err.count("\n")) == (1, "", 2)
    assert "not a CSV file" in err
    assert err.endswith("Nothing was imported. Mend the file, and import it again.\n")


def test_a_person_is_added_with_attributes(new_workshop: Callable[..., Path]) -> None:
    """Sensitive ones apart; a setting without a name or an equals sign adds nobody."""
    folder = new_workshop()
    must("participants", "add", "--name", "Ana", "--set", "State=Lusemia", "--set", "Access=ramp", "--workshop", folder)
    [ana] = participants(Workshop(folder))
    assert (ana.name, ana.attributes, ana.sensitive) == ("Ana", {"State": "Lusemia"}, {"Access": "ramp"})
    for name, setting in (("", "State=X"), ("Bo", "State"), ("Bo", "=X")):
        with pytest.raises(Refused, match="Nobody was added"):
            intake.add(Workshop(folder), name, [setting])
    assert len(participants(Workshop(folder))) == 1
