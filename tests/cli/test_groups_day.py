"""`vaexercise groups` on the day: every change says what it does, and can be taken back."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from conftest import EXAMPLE, must, vaexercise

if TYPE_CHECKING:
    from pathlib import Path


def seats(folder: Path, turn: int = 1) -> dict[str, list[str]]:
    shown = must("groups", "show", "--json", "--round", turn, "--workshop", folder).out
    return dict(json.loads(shown)["groups"])


def group_of(folder: Path, person: str, turn: int = 1) -> str:
    return next((key for key, people in seats(folder, turn).items() if person in people), "")


def test_a_late_arrival_moves_nobody(workshop_with_groups: Path) -> None:
    """The newcomer sits in the group that is named first, with a reason for each; all others stay."""
    folder = workshop_with_groups
    before = seats(folder)
    must("participants", "add", "--name", "Late Arrival", "--set", "languages=en", "--workshop", folder)
    done = must("groups", "place", "late", "--workshop", folder)
    after = seats(folder)
    assert "nobody else moved" in done.out
    assert done.out.count("people then") == 3
    assert sum(map(len, after.values())) == 49
    assert all(set(before[key]) <= set(after[key]) for key in before)
    assert vaexercise("groups", "place", "late", "--workshop", folder).code == 2
    assert vaexercise("groups", "place", "nobody at all", "--workshop", folder).code == 2


def test_a_late_arrival_can_be_put_elsewhere(workshop_with_groups: Path) -> None:
    """`--group` decides against the proposal."""
    must("participants", "add", "--name", "Late Arrival", "--workshop", workshop_with_groups)
    must("groups", "place", "late", "--group", "3", "--workshop", workshop_with_groups)
    assert len(seats(workshop_with_groups)["g3"]) == 17


def test_repair_is_shown_before_it_is_done(workshop_with_groups: Path) -> None:
    """Without an answer nothing changes; with yes the absent lose their seats and the sizes are even again."""
    folder = workshop_with_groups
    before = seats(folder)
    absent = [word for person in before["g1"][:3] for word in ("--absent", person)]
    shown = vaexercise("groups", "repair", *absent, "--workshop", folder)
    assert "proved" in shown.out
    assert "Nothing was changed" in shown.err
    assert seats(folder) == before
    must("groups", "repair", *absent, "--workshop", folder, typed="yes\n")
    after = seats(folder)
    assert sorted(map(len, after.values())) == [15, 15, 15]
    assert not set(before["g1"][:3]) & {person for people in after.values() for person in people}
    moved = [p for key in before for p in before[key] if p in after[key]]
    assert len(moved) >= 43


def test_who_is_absent_is_in_no_later_draw(workshop_with_groups: Path) -> None:
    """A new draw seats those who are there, until somebody who was away is placed again."""
    folder = workshop_with_groups
    person = seats(folder)["g2"][0]
    must("groups", "repair", "--absent", person, "--yes", "--workshop", folder)
    must("groups", "assign", "--seed", "5", "--fresh", "--workshop", folder)
    assert sum(map(len, seats(folder).values())) == 47
    must("groups", "place", person, "--workshop", folder)
    assert group_of(folder, person)


def test_nothing_to_repair_is_said(workshop_with_groups: Path) -> None:
    """Where everything holds, nobody is moved and nothing is asked."""
    done = must("groups", "repair", "--workshop", workshop_with_groups)
    assert "Nobody" in done.out or "nothing" in done.out.casefold()


def test_swap_and_undo(workshop_with_groups: Path) -> None:
    """Two people change places; undo puts both back, and a second undo takes back the draw itself."""
    folder = workshop_with_groups
    before = seats(folder)
    one, two = before["g1"][0], before["g2"][0]
    must("groups", "swap", one, two, "--workshop", folder)
    assert (group_of(folder, one), group_of(folder, two)) == ("g2", "g1")
    done = must("groups", "undo", "--workshop", folder)
    assert done.out.count("Undone: seat of") == 2
    assert {key: set(people) for key, people in seats(folder).items()} == {k: set(p) for k, p in before.items()}
    must("groups", "undo", "--workshop", folder)
    assert vaexercise("groups", "show", "--workshop", folder).code == 2
    assert vaexercise("groups", "undo", "--workshop", folder).code == 2


def test_swap_within_a_group_is_refused(workshop_with_groups: Path) -> None:
    """Two people of one group, or somebody without a seat, cannot change places."""
    one, two = seats(workshop_with_groups)["g1"][:2]
    assert vaexercise("groups", "swap", one, two, "--workshop", workshop_with_groups).code == 2


def test_a_locked_seat_stays(workshop_with_groups: Path) -> None:
    """No draw and no repair moves a locked person, until the lock is off."""
    folder = workshop_with_groups
    person = seats(folder)["g1"][0]
    assert "locked" in must("groups", "lock", person, "--workshop", folder).out
    for seed in range(4):
        must("groups", "assign", "--seed", seed, "--workshop", folder)
        assert group_of(folder, person) == "g1"
    assert "no longer locked" in must("groups", "lock", person, "--off", "--workshop", folder).out


def test_a_second_round_brings_new_neighbours(workshop_with_groups: Path) -> None:
    """Drawn later or at once, the second round has its own seats; meetings are counted, the first round stays."""
    folder = workshop_with_groups
    first = seats(folder)
    done = must("groups", "assign", "--round", "2", "--seed", "8", "--workshop", folder)
    assert "pairs meet for the first time" in done.out
    assert seats(folder) == first != seats(folder, 2)
    shown = must("groups", "show", "--workshop", folder).out
    assert "Round 1\n" in shown
    assert "Round 2\n" in shown
    must("groups", "assign", "--rounds", "3", "--seed", "9", "--workshop", folder)
    assert "Round 3\n" in must("groups", "show", "--workshop", folder).out
    must("groups", "assign", "--seed", "9", "--workshop", folder)
    assert "Round 2\n" not in must("groups", "show", "--workshop", folder).out


def test_rules_on_the_command_line(workshop_with_groups: Path) -> None:
    """People apart, together and fixed by name really sit so; all of it at once with an attribute."""
    folder = workshop_with_groups
    people = [person for group in seats(folder).values() for person in group]
    free = [p["id"] for p in json.loads(must("participants", "list", "--json", "--workshop", folder).out)]
    one, two, three, four = [p for p in people if p in free and p not in ("P14", "P16", "P30")][5:45:10]
    words = ["--apart", f"{one},{two}", "--together", f"{three},{four}", "--fix", f"{one}=2", "--spread", "age:2"]
    done = must("groups", "assign", *words, "--seed", "3", "--workshop", folder)
    assert group_of(folder, one) == "g2" != group_of(folder, two)
    assert group_of(folder, three) == group_of(folder, four)
    assert "Spread by age" in done.out


def test_what_cannot_be_is_explained_and_not_recorded(workshop_with_groups: Path) -> None:
    """A contradiction names people and both rules with where they stand; exit code 1, and the groups as they were."""
    before = seats(workshop_with_groups)
    words = ["--apart", "P01,P05", "--together", "P01,P05"]
    done = vaexercise("groups", "assign", *words, "--workshop", workshop_with_groups)
    assert done.code == 1
    assert "cannot all hold" in done.err
    assert "; --apart)" in done.err
    assert seats(workshop_with_groups) == before


@pytest.mark.parametrize(
    "words",
    [
        ["--apart", "P01"],
        ["--fix", "P01"],
        ["--fix", "P01=x"],
        ["--together", "P01,Nobody"],
        ["--groups", "3", "--size", "5"],
        ["--spread", ":3"],
        ["--groups", "25"],
    ],
)
def test_rules_that_are_none(words: list[str], workshop_with_groups: Path) -> None:
    """Half a rule is refused with how to write it."""
    done = vaexercise("groups", "assign", *words, "--workshop", workshop_with_groups)
    assert done.code == 2
    assert done.err


def test_size_says_how_many_groups(workshop_with_groups: Path) -> None:
    """No group is larger than the size asked for, and none smaller than it has to be."""
    must("groups", "assign", "--size", "10", "--seed", "2", "--workshop", workshop_with_groups)
    assert sorted(map(len, seats(workshop_with_groups).values())) == [9, 9, 10, 10, 10]


def test_check_says_what_is_possible(workshop_with_groups: Path) -> None:
    """Possible with three groups; with more than there are interpreters and survivors for, why not."""
    assert "can hold" in must("groups", "check", "--workshop", workshop_with_groups).out
    done = vaexercise("groups", "check", "--groups", "9", "--workshop", workshop_with_groups)
    assert done.code == 1
    assert "impossible" in done.out


def test_explain_says_why_somebody_sits_there(workshop_with_groups: Path) -> None:
    """The group, then a sentence for each rule that concerns them."""
    done = must("groups", "explain", "Idris", "--workshop", workshop_with_groups)
    assert done.out.startswith("Idris Oyelaran sits in Group ")
    assert "Spread by region" in done.out


def test_compare_two_draws(workshop_with_groups: Path) -> None:
    """Two seeds side by side; one that was never drawn is said."""
    must("groups", "assign", "--seed", "7", "--workshop", workshop_with_groups)
    done = must("groups", "compare", "2012", "7", "--workshop", workshop_with_groups)
    assert "A is the draw with seed 2012, B the one with seed 7." in done.out
    assert "in other company" in done.out
    assert vaexercise("groups", "compare", "2012", "8", "--workshop", workshop_with_groups).code == 2


def test_roles_are_proposed_given_and_kept(workshop_with_groups: Path) -> None:
    """A proposal with reasons; a role given by hand is recorded with the rest; another group's person is refused."""
    folder = workshop_with_groups
    assert "proposed: Rapporteur:" in must("groups", "roles", "--workshop", folder).out
    person, stranger = seats(folder)["g1"][2], seats(folder)["g2"][0]
    given = ["--group", "1", "--set", f"rapporteur={person}"]
    must("groups", "roles", *given, "--workshop", folder)
    names = {p["id"]: p["name"] for p in json.loads(must("participants", "list", "--json", "--workshop", folder).out)}
    assert f"  rapporteur: {names[person]}" in must("groups", "roles", "--workshop", folder).out
    for wrong in (f"rapporteur={stranger}", f"king={person}", "rapporteur"):
        words = ["--group", "1", "--set", wrong]
        assert vaexercise("groups", "roles", *words, "--workshop", folder).code == 2
    assert "proposed" not in must("groups", "roles", "--accept", "--workshop", folder).out


RULES = """
- {rule: apart, people: [P01, P02]}
- {rule: together, people: [P03, P04]}
- {rule: fixed, person: P05, group: 2}
- {rule: at_least, where: {survivor_or_opd: "yes"}, n: 1}
"""


def test_the_door_without_a_workshop(tmp_path: Path) -> None:
    """A list, rules in a file, several rounds: seats come out as round, group and id, and the rules hold."""
    (tmp_path / "rules.yaml").write_text(RULES)
    words = ["--participants", EXAMPLE / "participants.csv", "--rules", tmp_path / "rules.yaml", "--seed", "4"]
    more = ["--groups", "4", "--rounds", "2", "--spread", "region", "--spread", "sex:3"]
    out = tmp_path / "assignment.csv"
    assert must("groups", "assign", *words, *more, "--output", out).out.strip() == str(out)
    with out.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 96
    where = {(row["round"], row["id"]): row["group"] for row in rows}
    for turn in ("1", "2"):
        assert where[turn, "P01"] != where[turn, "P02"]
        assert where[turn, "P03"] == where[turn, "P04"]
        assert where[turn, "P05"] == "2"
    first = out.read_bytes()
    must("groups", "assign", *words, *more, "--output", out)
    assert out.read_bytes() == first
    met = ["--groups", "4", "--met", out, "--output", tmp_path / "third.csv"]
    assert (tmp_path / "third.csv").exists() is False
    must("groups", "assign", *words, *met)
    assert (tmp_path / "third.csv").exists()


def test_the_door_asks_for_what_it_needs(tmp_path: Path) -> None:
    """No output, no number of groups, a file of meetings without its columns: a sentence each, exit code 2."""
    people = ["--participants", EXAMPLE / "participants.csv"]
    assert "--output" in vaexercise("groups", "assign", *people, "--groups", "3").err
    assert "--groups" in vaexercise("groups", "assign", *people, "--output", tmp_path / "x.csv").err
    (tmp_path / "met.csv").write_text("a,b\n1,2\n")
    words = ["--groups", "3", "--met", tmp_path / "met.csv", "--output", tmp_path / "x.csv"]
    assert "round, group and id" in vaexercise("groups", "assign", *people, *words).err
