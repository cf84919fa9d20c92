"""What is handed on besides the summary obeys the level of attribution, too: cards, actions, themes, votes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

DECIDED = Path(__file__).parents[1] / "data" / "synthesis" / "decided.csv"
LEVELS = ("open", "group", "org_type", "none")
UNNAMED = ("org_type", "none")
OUTPUTS = {
    "report-back": ("plenary", "report-back"),
    "actions": ("plenary", "actions", "list"),
    "themes": ("plenary", "themes", "list"),
    "vote": ("plenary", "vote", "show", "1"),
}
WHO = re.compile(r"\b(?:S\d-)?(?:G\d|PL)-[A-Z]|\bg\d\b|\bGroups? \d")


@pytest.fixture(scope="module")
def decided_once(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with themes, a vote by group, comments; an action of the plenary, a private one, a headline."""
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("decided") / "workshop"))
    here = ("--workshop", folder)
    must("plenary", "themes", "apply", DECIDED, *here)
    must("plenary", "vote", "open", "--question", "Q4", "--anyway", *here)
    must("plenary", "vote", "tally", "--voters", "8", "--group", "1", "1=12", *here)
    must("plenary", "vote", "tally", "--voters", "8", "--group", "2", "2=9", *here)
    must("plenary", "vote", "reveal", "1", *here)
    must("plenary", "comment", "G1-Q1-01", "Here it is otherwise", "--group", "3", *here)
    must("plenary", "actions", "add", "Do as G1-Q1-01 says", "--who", "Group 2", "--source", "G1-Q1-01", *here)
    must("plenary", "actions", "join", "PL-A-01", "G1-Q5-01", *here)
    said = Feedback(opened := Workshop(folder), opened.session())
    by_code = {point.code: point for point in said.points()}
    said.mark(by_code["G3-Q5-01"], "private", {"reason": "not yet"})
    said.mark(by_code["G1-Q5-02"], "star", {"star": True})
    opened.sitting.close()
    return folder


@pytest.fixture
def decided(decided_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(decided_once, tmp_path / "workshop"))


def shown(folder: Path, level: str, *words: object) -> str:
    """What a command prints in public, once the workshop promises that level."""
    settings = folder / "workshop.yaml"
    text = settings.read_text(encoding="utf-8").partition("\nprivacy:")[0]
    settings.write_text(f"{text}\nprivacy:\n  attribution: {level}\n", encoding="utf-8")
    done = must(*words, "--public", "--workshop", folder)
    assert f"Level {level}. " in done.err
    return done.out


@pytest.mark.parametrize("level", UNNAMED)
@pytest.mark.parametrize("name", OUTPUTS)
def test_no_output_says_which_group_where_that_is_promised(name: str, level: str, decided: Path) -> None:
    """Neither for people nor for programs; the internal one does."""
    command = OUTPUTS[name]
    assert WHO.search(must(*command, "--json", "--workshop", decided).out)
    for more in ((), ("--json",)):
        out = shown(decided, level, *command, *more)
        assert len(out) > 200
        assert WHO.findall(out) == []


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", OUTPUTS)
def test_no_output_names_who_commented_voted_or_reports_at_any_level(name: str, level: str, decided: Path) -> None:
    """Nor anybody else on the list."""
    command = OUTPUTS[name]
    people = json.loads(must("participants", "list", "--json", "--workshop", decided).out)
    out = shown(decided, level, *command, "--json")
    assert not [person["name"] for person in people if person["name"] in out]
    for telling in ("Group 3 says", '"turnouts": {"g1"', "not yet"):
        assert telling not in out


def test_cards_where_groups_are_named_have_what_each_says(decided: Path) -> None:
    """A card each with its codes and comments of nobody in particular; without who reports, order and time."""
    out = shown(decided, "group", "plenary", "report-back")
    assert [line for line in out.splitlines() if re.fullmatch(r"Group \d|All groups", line)] == [
        "Group 1",
        "Group 2",
        "Group 3",
    ]
    assert "Public version: groups are named" in out
    assert "A group says: Here it is otherwise" in out
    assert "G1-Q5-01: " in out
    assert not re.search(r"^(Reports|Time|Order)\b", out, re.MULTILINE)


def test_cards_where_groups_are_not_named_are_one(decided: Path) -> None:
    """All headlines and actions under one heading, each action once."""
    out = shown(decided, "none", "plenary", "report-back")
    assert "\nAll groups\n" in out
    data = json.loads(shown(decided, "none", "plenary", "report-back", "--json"))
    [card] = data["cards"]
    assert data["published"]["level"] == "none"
    internal = json.loads(must("plenary", "report-back", "--json", "--workshop", decided).out)
    assert len(card["headlines"]) == sum(len(each.get("headlines", ())) for each in internal["cards"]) > 10
    told = [item["text"] for item in (*card["headlines"], *card["actions"])]
    assert sum("Invite two survivors" in text for text in told) == 1
    assert sum("Compare the files" in text for text in told) == 1


def test_groups_that_were_not_drawn_have_a_card_too(new_workshop: Callable[..., Path]) -> None:
    """What was typed in for a group is what it said, whether or not it is known who sits in it."""
    folder = new_workshop()
    must("feedback", "enter", "--group", "2", "--workshop", folder, typed="No money\n:star 1\n:quit\n")
    assert "\nGroup 2\n\nHeadlines:\nG2-Q1-01: No money\n" in shown(folder, "group", "plenary", "report-back")
    assert "\nAll groups\n\nHeadlines:\n- No money\n" in shown(folder, "none", "plenary", "report-back")


@pytest.mark.parametrize(
    "part", [("--group", "1"), ("--question", "Q1"), ("--first", "2"), ("--step",), ("--comments",)]
)
def test_a_part_of_what_may_leave_the_room_is_refused(part: tuple[str, ...], decided: Path) -> None:
    """The card of one group, or of who begins, would say whose it is."""
    ran = vaexercise("plenary", "report-back", "--public", *part, "--workshop", decided)
    assert ran.code == 2
    assert "--public is one page for everybody" in ran.err


def test_private_actions_are_counted_and_not_listed(decided: Path) -> None:
    """And nobody can ask for their words in public."""
    out = shown(decided, "group", "plenary", "actions", "list", "--json")
    assert "G3-Q5-01" not in out
    done = must("plenary", "actions", "list", "--public", "--workshop", decided)
    assert "1 withheld: private." in done.err
    ran = vaexercise("plenary", "actions", "list", "--public", "--private", "--workshop", decided)
    assert ran.code == 2
    assert "leave --private or --public out" in ran.err


def test_every_public_action_is_in_the_list_once(decided: Path) -> None:
    """Where codes are not said, those that say the same as another stand for themselves."""
    listed = shown(decided, "none", "plenary", "actions", "list", "--plain")
    data = json.loads(shown(decided, "none", "plenary", "actions", "list", "--json"))
    there = [line.rpartition(") ")[2].removeprefix("What: ") for line in listed.splitlines() if "What: " in line]
    assert there == [action["what"] for action in data]
    assert len(data) == 5
    assert "What: (the same as another) Do as [another point] says\nWho: [a group]" in listed


def test_files_of_actions_obey_the_level_too(decided: Path, tmp_path: Path) -> None:
    """A table and a calendar of the promised level hold no code, no group and no private words."""
    files = [tmp_path / "a.csv", tmp_path / "a.ics"]
    shown(decided, "none", "plenary", "actions", "list", *(word for file in files for word in ("-o", file)))
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "Invite two survivors" in text.replace("\n ", "")
        assert WHO.findall(text) == []
        assert "Code:" not in text
        assert "?" not in text


def test_themes_say_how_many_groups_and_never_which(decided: Path) -> None:
    """At every level in the same words; a question alone if it is asked for."""
    for level in LEVELS:
        out = shown(decided, level, "plenary", "themes", "list", "--question", "Q4")
        assert "Q4: 15 points: 12 in 5 themes, 2 unique, 1 not sorted yet" in out
        assert "One register with names: 1 of 3 groups, 1 point; 1 group says the contrary (1 point)" in out
        assert "Q1: " not in out


def test_a_vote_of_fewer_than_five_is_not_given(decided: Path) -> None:
    """Its items are, and that so few voted; of others the sums."""
    must("plenary", "vote", "open", "--item", "Tea", "--item", "Water", "--workshop", decided)
    must("plenary", "vote", "tally", "2", "--voters", "3", "1=3", "--workshop", decided)
    must("plenary", "vote", "reveal", "2", "--workshop", decided)
    assert shown(decided, "open", "plenary", "vote", "show", "2") == (
        "Fewer than 5 people voted: nothing of it is given.\n"
    )
    assert "Dots: 12" in shown(decided, "open", "plenary", "vote", "show", "1")
