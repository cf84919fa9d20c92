"""`exercise print --what` and `groups print` from end to end."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from conftest import EXAMPLE, must, vaexercise

from vaexercise.people.columns import is_sensitive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROOMS = 'rooms:\n  - name: Blue Room\n    offers: [step-free]\n  - name: "القاعة"\n'
PUBLISHED = "privacy:\n  participants_list: publish\n"
DEFINITION = ("brief", "prework", "roles", "sheets")


def write(folder: Path, text: str) -> None:
    """Add to workshop.yaml."""
    with (folder / "workshop.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def open_vote(folder: Path) -> None:
    """A vote on two items."""
    must("plenary", "vote", "open", "--workshop", folder, "--item", "More data", "--item", "More people")


@pytest.mark.parametrize("what", DEFINITION)
def test_a_definition_alone_gives_all_but_ballots(what: str) -> None:
    """Before there is any workshop."""
    heads = {
        "brief": "Brief for the facilitator: ",
        "prework": "Before the day: ",
        "roles": "Role card: ",
        "sheets": "Group 3: ",
    }
    assert heads[what] in must("exercise", "print", "va-monitoring", "--what", what).out
    refused = vaexercise("exercise", "print", "va-monitoring", "--what", "ballots")
    assert (refused.code, "no vote is open" in refused.err) == (2, True)


def test_everything_is_one_file_in_the_order_of_the_day(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Ballots of the open votes too; what is not there is said, and the rest is printed."""
    path = tmp_path / "pack.json"
    words = ("exercise", "print", "--workshop", workshop_with_groups, "--what", "all", "-o", path)
    assert "no vote is open" in must(*words).err
    assert list(json.loads(path.read_text(encoding="utf-8")))[2:] == list(DEFINITION)
    open_vote(workshop_with_groups)
    assert "no vote is open" not in must(*words).err
    data = json.loads(path.read_text(encoding="utf-8"))
    assert list(data)[2:] == [*DEFINITION, "ballots"]
    assert data["ballots"][0]["items"] == ["More data", "More people"]
    assert len(data["sheets"]) == 3


def test_several_things_are_named_one_by_one(workshop_with_groups: Path) -> None:
    """In the order of the day, whatever the order of the words; sheets with the others are the same sheets."""
    words = ("exercise", "print", "--workshop", workshop_with_groups, "--group", "2")
    out = must(*words, "--what", "sheets", "--what", "brief").out
    assert out.index("Brief for the facilitator") < out.index("Group 2: ")
    assert "Group 1: " not in out
    alone = must(*words).out.partition("Group 2: ")[2]
    assert out.endswith(alone)


def test_only_open_votes_have_ballots(workshop_with_groups: Path) -> None:
    """Those that are closed or revealed need no papers any more."""
    open_vote(workshop_with_groups)
    words = ("exercise", "print", "--workshop", workshop_with_groups, "--what", "ballots")
    out = must(*words).out
    assert "48 people may vote" in out
    assert "1 More data" in out
    must("plenary", "vote", "close", "--workshop", workshop_with_groups)
    assert vaexercise(*words).code == 2


def test_letter_paper_and_large_print_reach_the_sheets(tmp_path: Path) -> None:
    """As they reach all other things."""
    path = tmp_path / "sheet.html"
    for what in ("sheets", "brief"):
        must("exercise", "print", "va-monitoring", "--what", what, "--paper", "letter", "--large-print", "-o", path)
        page = path.read_text(encoding="utf-8")
        assert "@page { size: letter; }" in page
        assert '<body class="large">' in page
    assert vaexercise("exercise", "print", "va-monitoring", "--paper", "a5").code == 2


def test_signs_have_the_rooms_of_the_workshop(workshop_with_groups: Path) -> None:
    """One for each group, or for those asked for; unsaid, signs are what is printed."""
    write(workshop_with_groups, ROOMS)
    words = ("groups", "print", "--workshop", workshop_with_groups)
    out = must(*words).out
    assert out.count("Door sign: ") == 3
    assert "Group 1\nBlue Room\nStep-free access\n" in out
    assert must(*words, "--group", "2").out.count("Door sign: ") == 1
    assert "Table cards" in must(*words, "--what", "tables").out
    assert vaexercise(*words, "--group", "4").code == 2


def test_signs_can_be_printed_before_groups_are_drawn(new_workshop: Callable[..., Path]) -> None:
    """As many as are planned."""
    folder = new_workshop()
    assert must("groups", "print", "--workshop", folder).out.count("Door sign: ") == 3


def test_badges_are_for_everybody_or_for_a_group(workshop_with_groups: Path) -> None:
    """With the group in which each sits."""
    words = ("groups", "print", "--workshop", workshop_with_groups, "--what", "badges")
    out = must(*words).out
    assert "Nadia Kerimova\nMine Action Centre\nGroup " in out
    some = [must(*words, "--group", str(number)).out.count("\nGroup ") for number in (1, 2, 3)]
    assert sum(some) == out.count("\nGroup ") == 48


def test_the_list_is_printed_only_as_the_workshop_promises(workshop_with_groups: Path) -> None:
    """Refused if it is internal and nobody says so; with the sentence if somebody does; freely if it is published."""
    words = ("groups", "print", "--workshop", workshop_with_groups, "--what", "list")
    refused = vaexercise(*words)
    assert (refused.code, refused.out, "--internal" in refused.err) == (2, "", True)
    internal = must(*words, "--internal").out
    assert internal.index("Internal: ") < internal.index("48 people.") < internal.index("Nadia Kerimova")
    write(workshop_with_groups, PUBLISHED)
    published = must(*words, "--by", "person").out
    assert "Internal: " not in published
    assert "- Nadia Kerimova (Mine Action Centre, Vardania, Group " in published


def test_all_leaves_out_a_list_that_may_not_be_printed(workshop_with_groups: Path) -> None:
    """And says so; no sign says that it is internal because a list is printed with it."""
    words = ("groups", "print", "--workshop", workshop_with_groups, "--what", "all")
    done = must(*words)
    assert "Without the list." in done.err
    assert "Participants: " not in done.out
    whole = must(*words, "--internal").out
    assert (
        whole.index("Door sign") < whole.index("Table cards") < whole.index("Name badges") < whole.index("Internal: ")
    )


@pytest.mark.parametrize("ending", [".html", ".md", ".txt", ".json"])
def test_no_sensitive_attribute_of_the_example_is_printed(
    workshop_with_groups: Path, tmp_path: Path, ending: str
) -> None:
    """Nor an e-mail address, nor anything else but name, organisation, state and group."""
    path = tmp_path / f"groups{ending}"
    must("groups", "print", "--workshop", workshop_with_groups, "--what", "all", "--internal", "-o", path)
    text = path.read_text(encoding="utf-8").partition("</style>")[2] or path.read_text(encoding="utf-8")
    with (EXAMPLE / "participants.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = [name for name in rows[0] if is_sensitive(name) or name in {"role", "expertise", "age", "email"}]
    told = {row[column] for row in rows for column in columns}
    said = " ".join(row["organisation"] for row in rows)
    told = {word for word in told if word not in said}
    assert len(told) > 20
    assert [word for word in told if len(word) > 3 and word in text] == []
