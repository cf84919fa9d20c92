from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from vaexercise.definitions import source
from vaexercise.model.text import direction
from vaexercise.people.roll import read_people
from vaexercise.people.table import read_table

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "geneva-2012"
GROUPS = ("group-1", "group-2", "group-3")
STATES = (ROOT / "tests" / "data" / "states.txt").read_text("utf-8").split("\n")[:-1]


def sheet(name: str) -> dict[str, Any]:
    path = EXAMPLE / "feedback" / f"{name}.yaml"
    data: dict[str, Any] = source.load(path.read_bytes(), path.name).data
    return data


def points(name: str) -> list[dict[str, Any]]:
    """Every line of a sheet that is a point, as a map."""
    listed = [said for said in sheet(name)["answers"].values() if isinstance(said, list)]
    return [point if isinstance(point, dict) else {"text": point} for said in listed for point in said]


def test_the_list_has_48_people_without_a_problem() -> None:
    """48 rows, each with a name and an id of its own, and nothing to complain about."""
    intake = read_people(read_table((EXAMPLE / "participants.csv").read_bytes(), "participants.csv"), ())
    assert (intake.problems, intake.notices) == ((), ())
    assert len({entry.id for entry in intake.entries}) == len({entry.name for entry in intake.entries}) == 48


def test_the_list_is_as_mixed_as_a_real_one() -> None:
    """At least 17 States Parties, every kind of delegation, undisclosed answers, pairs of support, three scripts."""
    intake = read_people(read_table((EXAMPLE / "participants.csv").read_bytes(), "participants.csv"), ())
    people = [{**entry.attributes, **entry.sensitive} for entry in intake.entries]
    parties = {person["state"] for person in people if person["org_type"] == "State Party"}
    assert 17 <= len(parties) <= 21
    assert len({person["org_type"] for person in people}) == 8
    assert "undisclosed" in {person["sex"] for person in people} & {person["survivor_or_opd"] for person in people}
    assert min(Counter(person["support_pair"] for person in people if "support_pair" in person).values()) >= 2
    assert sum(person["languages"] == "sgn" for person in people) == 2
    assert sum("step-free" in person.get("access", "") for person in people) >= 3
    assert any(direction(entry.name) == "rtl" for entry in intake.entries)
    assert any("\u1780" <= entry.name[0] <= "\u17ff" for entry in intake.entries)


def test_sensitive_columns_are_kept_apart() -> None:
    """What is said about bodies and support is in no attribute that a list may show."""
    intake = read_people(read_table((EXAMPLE / "participants.csv").read_bytes(), "participants.csv"), ())
    shown = {header for entry in intake.entries for header in entry.attributes}
    assert shown.isdisjoint({"survivor_or_opd", "access", "support_pair"})


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.[cy]*")), ids=lambda path: path.name)
def test_no_real_state_is_named(path: Path) -> None:
    """Everybody comes from an invented state, and nobody speaks of a real one."""
    words = re.compile(rf"\b({'|'.join(map(re.escape, STATES))})\b", re.IGNORECASE)
    assert words.findall(path.read_text("utf-8")) == []


def test_groups_say_enough_to_find_themes() -> None:
    """At least 45 points, in four languages, with headlines in every group."""
    said = [point for name in GROUPS for point in points(name)]
    assert len(said) >= 45
    assert {point.get("language", "en") for point in said} == {"en", "fr", "es", "ar"}
    assert all(any(point.get("star") == "yes" for point in points(name)) for name in GROUPS)


def test_groups_say_the_same_in_other_words_and_the_opposite() -> None:
    """Every group speaks of money for data; two contradict each other about a separate plan and a register."""
    spoken = {name: "\n".join(str(point.get("text", "")) for point in points(name)) for name in GROUPS}
    assert all(re.search("budget|money", text) for text in spoken.values())
    assert "Keep a separate victim assistance plan" in spoken["group-1"]
    assert "no separate victim assistance plan" in spoken["group-3"]


def test_one_group_leaves_one_question_out() -> None:
    """Group 2 did not come to its actions, which is not the same as having none."""
    states = {name: [v for v in sheet(name)["answers"].values() if isinstance(v, str)] for name in GROUPS}
    assert states == {"group-1": [], "group-2": ["not-discussed"], "group-3": []}


def test_the_dots_of_the_plenary_add_up() -> None:
    """No more than three dots for each voter, over every way forward that the groups named."""
    tallies = dict(sheet("plenary")["answers"]["q-priorities"])
    voters = int(tallies.pop("voters"))
    assert 0 < sum(map(int, tallies.values())) <= 3 * voters
    ways = [len(sheet(name)["answers"]["q-overcome"]) for name in GROUPS]
    assert sorted(tallies) == [f"G{g}-Q4-{n:02d}" for g, count in enumerate(ways, 1) for n in range(1, count + 1)]


def test_rapporteurs_are_on_the_list() -> None:
    """Whoever writes for a group sits in it by the column of fixed places."""
    rows = read_people(read_table((EXAMPLE / "participants.csv").read_bytes(), "participants.csv"), ()).entries
    seats = {entry.name: entry.attributes.get("preassigned", "") for entry in rows}
    assert [seats[sheet(name)["by"]] for name in GROUPS] == ["1", "2", "3"]
