"""What is refused before anything is drawn, by name."""

from __future__ import annotations

import pytest
from drawing_once import assign
from invented_panel import panel, plain

from vaexercise.errors import Exit, Impossible
from vaexercise.grouping.member import Member
from vaexercise.grouping.oracle import conflict
from vaexercise.grouping.oracle.feasibility import feasible
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Rule, Spread, Together

SIX = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")


def refused(members: list[Member], groups: int, *rules: Rule) -> str:
    with pytest.raises(Impossible) as raised:
        assign(members, groups, rules, 1)
    assert raised.value.exit == Exit.CONTENT
    return str(raised.value).removeprefix("No groups were drawn.\n")


@pytest.mark.parametrize(
    ("members", "groups", "reason"),
    [
        ([], 2, "There is nobody on the list: import or add participants first."),
        (plain(*SIX), 0, "0 groups were asked for: ask for at least 1."),
        (plain(*SIX), 7, "7 groups for 6 people: ask for fewer."),
        (plain("Ada", "ADA"), 1, "Several people have the id ada: give each their own."),
    ],
)
def test_numbers_that_cannot_be(members: list[Member], groups: int, reason: str) -> None:
    """Nobody to seat, no group, more groups than people, or one id twice is said in a sentence."""
    assert refused(members, groups) == reason


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            [Fixed(person="Ada", group=1), Fixed(person="ada", group=2)],
            ["Ada sits in Group 1 by rule 1", "rule 2", "drop"],
        ),
        ([Together(people=("Ada", "Ben")), Apart(people=("Ben", "Ada", "Cyr"))], ["rule 1", "rule 2", "Ada and Ben"]),
        ([Together(people=SIX[:4])], ["4 people (Ada, Ben, Cyr, Dot)", "rule 1", "2 seats"]),
        (
            [Together(people=("Ada", "Ben")), Fixed(person="Ada", group=1), Fixed(person="Ben", group=3)],
            ["Ada sits in Group 1 by rule 2", "Ben sits in Group 3 by rule 3", "rule 1 (keep together: Ada, Ben)"],
        ),
        ([Fixed(person=name, group=2) for name in SIX[:3]], ["Group 2 has 2 seats", "3 people", "Ada, Ben, Cyr"]),
        ([Fixed(by="desk")], ["Ada (blue), Ben (9)", "1 to 3", "G2"]),
        ([Fixed(person="Ada", group=4)], ["no Group 4", "1 to 3"]),
        (
            [Fixed(person="Ada", group=1), Fixed(person="Ben", group=1), Apart(people=("Ada", "Ben"))],
            [
                "Ada sits in Group 1 by rule 1",
                "Ben sits in Group 1 by rule 2",
                "Ada and Ben sit apart by rule 3",
                "drop",
            ],
        ),
        ([Apart(people=SIX[:4])], ["4 people (Ada, Ben, Cyr, Dot)", "3 groups", "have 4 groups"]),
        ([AtLeast(where={"sex": "m"}, n=1)], ["only 2 people are so", "at least 0 is possible"]),
        ([AtMost(where={"sex": "f"}, n=1)], ["4 people are so", "at most 2 is possible"]),
        ([Together(people=("Ada", "Bem"))], ["nobody is called Bem", "did you mean Ben?"]),
        ([Fixed(person="Zoroaster", group=1)], ["nobody is called Zoroaster", "exact name"]),
        ([Spread(by="sex", weight=-1)], ["its weight is -1", "0 to 1000"]),
    ],
)
def test_rules_that_cannot_hold(rules: list[Rule], words: list[str]) -> None:
    """A contradiction names the people, the rules and what to do."""
    members = plain(*SIX, sex=["f", "f", "f", "f", "m", "m"], desk=["blue", "9", "1", "", "", ""])
    said = refused(members, 3, *rules)
    assert [word for word in words if word.casefold() not in said.casefold()] == []


def test_all_contradictions_at_once() -> None:
    """Every contradiction is said, one per line, not only the first."""
    said = refused(plain(*SIX), 3, Fixed(person="Nobody", group=1), Fixed(person="Ada", group=9), Apart(people=SIX))
    assert len(said.splitlines()) == 3


def test_namesakes_need_an_id() -> None:
    """A name that two people have is refused with their ids; the ids themselves are accepted."""
    members = [Member(id="k1", name="Kim"), Member(id="k2", name="Kim"), Member(id="a", name="Ada")]
    assert "is the name of 2 people: use one of their ids, k1, k2" in refused(members, 2, Apart(people=("Kim", "a")))
    assert assign(members, 2, [Fixed(person="k2", group=2)], 1).groups[1] == ("k2",)


def test_blocks_that_do_not_fit() -> None:
    """Blocks that leave no way to fill the groups are refused by name, with a number of groups that would do."""
    home = ["x"] * 3 + ["y"] * 3 + ["z"] * 3 + [""]
    members = plain(*[f"P{n}" for n in range(10)], home=home)
    said = refused(members, 2, Together(by="home"))
    assert "P0, P1, P2 sit together by rule 1" in said
    assert said.endswith("drop one of them. With 1 or 3 groups it is possible.")


def test_what_the_search_could_not_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hard rules that cannot all hold, though each alone can, are proved so or, after few steps, called not found."""
    members = plain("Ada", "Ben", "Cyr", "Dot", a=["x", "x", "y", "y"], b=["x", "y", "x", "y"], c=["x", "y", "y", "x"])
    rules = [Spread(by=name, hard=True) for name in "abc"]
    said = refused(members, 2, *rules)
    assert len(said.splitlines()) == 1
    assert "These cannot all hold: rule 1 (spread by a); rule 2 (spread by b); rule 3 (spread by c)" in said
    monkeypatch.setattr(conflict, "STEPS", 1)
    said = refused(members, 2, *rules)
    assert len(said.splitlines()) == 1
    assert "could not be kept: 4 people away from the fair share (not found, not proved)" in said
    assert feasible(members, 2, rules).state == "not found, not proved"


def test_blocks_go_where_rules_leave_room() -> None:
    """Blocks that must stay apart from each other are seated so, even if the first choice would not allow it."""
    pairs = {f"P{n:02}": str(n // 2) for n in range(20)}
    members = plain(*pairs, home=list(pairs.values()))
    rules: list[Rule] = [Together(by="home"), *(Apart(people=(f"P{n:02}", f"P{n + 3:02}")) for n in range(0, 16, 2))]
    for seed in range(5):
        assert all(outcome.kept for outcome in assign(members, 5, rules, seed).outcomes)


def test_a_large_list_keeps_its_blocks() -> None:
    """Hundreds of pairs among many people sit together and the rest is still spread."""
    members = [
        Member(id=m.id, name=m.name, attributes={**m.attributes, "pair": str(n // 2) if n < 300 else ""})
        for n, m in enumerate(panel(900))
    ]
    drawn = assign(members, 90, [Together(by="pair"), Spread(by="gender"), Spread(by="area")], 1)
    assert all(outcome.kept for outcome in drawn.outcomes)


def test_one_block_more_than_fits() -> None:
    """Fixed people and blocks compete for seats: the block goes where seats are left, in one group or another."""
    members = plain(*SIX)
    rules: list[Rule] = [Fixed(person="Ada", group=1), Fixed(person="Ben", group=2), Together(people=("Cyr", "Dot"))]
    for seed in range(5):
        groups = assign(members, 3, rules, seed).groups
        assert groups[2] == ("cyr", "dot")


def test_the_only_way_to_seat_blocks_is_found() -> None:
    """Where blocks fit in a single way only, dead ends are left again until it is found."""
    pairs = {f"P{n:02}": f"{n // 2}" for n in range(20)}
    members = plain(*pairs, home=list(pairs.values()))
    strangers = [(one, two) for one in range(10) for two in range(one + 2, 10)]
    rules: list[Rule] = [Together(by="home"), *(Apart(people=(f"P{2 * a:02}", f"P{2 * b:02}")) for a, b in strangers)]
    for seed in range(5):
        groups = assign(members, 5, rules, seed).groups
        assert sorted(groups) == [tuple(f"p{n:02}" for n in range(first, first + 4)) for first in range(0, 20, 4)]
