"""`vaexercise groups`."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def seats(folder: Path) -> dict[str, list[str]]:
    return dict(json.loads(must("groups", "show", "--json", "--workshop", folder).out)["groups"])


def test_the_same_seed_gives_the_same_groups(workshop_with_groups: Path) -> None:
    """Drawing again with the seed shown gives the same seats; another seed gives others."""
    before = seats(workshop_with_groups)
    must("groups", "assign", "--seed", "77", "--workshop", workshop_with_groups)
    other = seats(workshop_with_groups)
    must("groups", "assign", "--seed", "2012", "--workshop", workshop_with_groups)
    assert seats(workshop_with_groups) == before != other


def test_without_a_seed_one_is_drawn_and_shown(workshop_with_groups: Path) -> None:
    """The seed that was drawn is said, and gives the same groups again."""
    done = must("groups", "assign", "--workshop", workshop_with_groups)
    seed = done.err.partition("--seed ")[2].split()[0]
    before = seats(workshop_with_groups)
    must("groups", "assign", "--seed", seed, "--workshop", workshop_with_groups)
    assert seats(workshop_with_groups) == before


def test_show_lists_everybody_once_and_counts(workshop_with_groups: Path) -> None:
    """Every name under its group, sizes, seed and the balance; no sensitive attribute."""
    shown = must("groups", "show", "--workshop", workshop_with_groups).out
    listed = [line for line in shown.splitlines() if line[:4].strip().rstrip(".").isdecimal()]
    assert len(listed) == 48
    assert "3 groups of 16, 16, 16 people. Seed 2012" in shown
    assert "region:" in shown
    assert "fair share" in shown
    assert "step-free" not in shown
    by_person = must("groups", "show", "--by", "person", "--workshop", workshop_with_groups).out
    assert len(by_person.partition("\n\n")[0].splitlines()) == 48


def test_show_says_who_is_in_no_count(workshop_with_groups: Path) -> None:
    """Interpreters and others who are not counted where seats are shared out are in the summary's numbers."""
    said = must("groups", "show", "--workshop", workshop_with_groups).err
    assert "people have a seat and are not in these counts: observers, staff, interpreters and assistants." in said
    number = int(said.split(" people have a seat")[0].split()[-1])
    shown = must("groups", "show", "--plain", "--workshop", workshop_with_groups).out
    kinds = shown.split("org_type:")[1].split("\n\n")[0].splitlines()[1:]
    assert sum(int(line.split("all ")[1].split(",")[0]) for line in kinds) == 48 - number


def test_move_seats_a_person_and_says_what_it_does(workshop_with_groups: Path) -> None:
    """Exactly one person changes seat; the balance is compared; a second time there is nothing to do."""
    before = seats(workshop_with_groups)
    person = before["g1"][0]
    done = must("groups", "move", person, "3", "--workshop", workshop_with_groups)
    after = seats(workshop_with_groups)
    assert "moved from Group 1 to Group 3" in done.out
    assert set(before["g1"]) - set(after["g1"]) == {person}
    assert after["g3"] == [*before["g3"], person]
    assert after["g2"] == before["g2"]
    again = must("groups", "move", person, "3", "--workshop", workshop_with_groups)
    assert "is in Group 3 already" in again.out


def test_a_new_draw_keeps_people_where_they_were_placed(workshop_with_groups: Path) -> None:
    """A placing by hand holds over a new draw, unless it is to be fresh."""
    person = seats(workshop_with_groups)["g1"][0]
    must("groups", "move", person, "2", "--workshop", workshop_with_groups)
    must("groups", "assign", "--seed", "2012", "--workshop", workshop_with_groups)
    assert person in seats(workshop_with_groups)["g2"]
    must("groups", "assign", "--seed", "2012", "--fresh", "--workshop", workshop_with_groups)
    assert person in seats(workshop_with_groups)["g1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["move", "Nobody Atall", "1"], "There is no participant Nobody Atall"),
        (["move", "a", "1"], "could be any of"),
        (["move", "P01", "4"], "There is no group 4"),
        (["move", "P01", "zero"], "There is no group zero"),
        (["assign", "--groups", "49"], "49"),
        (["assign", "--spread", "region:x"], "weight"),
        (["assign", "--spread", "regoin"], "There is no column regoin. Did you mean region?"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_recorded(
    words: list[str], said: str, workshop_with_groups: Path
) -> None:
    """Each mistake has its sentence, and the groups stay as they were."""
    before = seats(workshop_with_groups)
    done = vaexercise("groups", *words, "--workshop", workshop_with_groups)
    assert done.code in (1, 2)
    assert said in done.err
    assert seats(workshop_with_groups) == before


def test_groups_before_there_are_any(new_workshop: Callable[..., Path]) -> None:
    """Showing, moving and drawing with nobody there say what to do first."""
    folder = new_workshop()
    for words in (["show"], ["show", "--json"], ["move", "x", "1"]):
        assert "vaexercise groups assign" in vaexercise("groups", *words, "--workshop", folder).err
    assert vaexercise("groups", "assign", "--workshop", folder).code == 1


def test_late_arrivals_are_named_as_without_group(workshop_with_groups: Path) -> None:
    """Who came after the draw is in no group, is said, and can be placed."""
    must("participants", "add", "--name", "Late Arrival", "--workshop", workshop_with_groups)
    assert "In no group: Late Arrival" in must("groups", "show", "--workshop", workshop_with_groups).err
    must("groups", "move", "late", "2", "--workshop", workshop_with_groups)
    assert "In no group" not in must("groups", "show", "--workshop", workshop_with_groups).err


def test_two_draws_made_apart_are_both_shown_until_settled(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Two laptops draw; their logs are put together; both draws show, and a new one settles it."""
    other = tmp_path / "other"
    shutil.copytree(workshop_with_groups, other)
    must("groups", "assign", "--seed", "1", "--workshop", workshop_with_groups)
    must("groups", "assign", "--seed", "2", "--workshop", other)
    shutil.copytree(other / "log", workshop_with_groups / "log", dirs_exist_ok=True)
    done = must("groups", "show", "--workshop", workshop_with_groups)
    assert "2 draws were made apart" in done.err
    assert "Seed 1," in done.out
    assert "Seed 2," in done.out
    assert "Conflicts: 1" in must("workshop", "status", "--workshop", workshop_with_groups).out
    assert vaexercise("groups", "move", "P01", "1", "--workshop", workshop_with_groups).code == 2
    must("groups", "assign", "--seed", "3", "--workshop", workshop_with_groups)
    assert "made apart" not in must("groups", "show", "--workshop", workshop_with_groups).err


def test_a_draw_holds_no_name_of_a_rules_file(workshop_with_groups: Path, tmp_path: Path) -> None:
    """People whom a rules file names stand in the log by their ids, so that they can be forgotten."""
    rules = tmp_path / "rules.yaml"
    rules.write_text("- {rule: apart, people: [Ana Lucrecia Montes, Bounmy Vongsakda]}\n", encoding="utf-8")
    must("groups", "assign", "--groups", 3, "--fresh", "--rules", rules, "--workshop", workshop_with_groups)
    lines = [line for file in (workshop_with_groups / "log").iterdir() for line in file.read_text().splitlines()]
    draws = [line for line in lines if '"slot":"draw/' in line]
    assert '"apart"' in draws[-1]
    assert not any("Vongsakda" in line for line in draws)
