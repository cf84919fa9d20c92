"""What is said of each rule after a draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawing_once import assign
from invented_panel import panel, plain

from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Language, NoIsolate, Room, Rule, Spread, Together

if TYPE_CHECKING:
    from vaexercise.grouping.member import Member

SIX = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")


def said(rule: Rule, members: list[Member], groups: int = 2) -> str:
    return assign(members, groups, [rule], 1).outcomes[0].sentence


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Spread(by="sex"), "Spread by sex: every group has its fair share, optimal (proved)."),
        (Spread(by="shoe"), "Spread: not applied: the list has nothing under shoe."),
        (AtLeast(where={"sex": "F", "shoe": "41"}, n=1), "At least: not applied: the list has nothing under shoe."),
        (AtLeast(where={"sex": "F"}, n=2), "At least 2 with sex = F in every group: every group has them."),
        (
            AtLeast(where={"sex": "f"}, n=3, hard=False),
            "At least 3 with sex = f in every group: 2 people are missing; no draw can do better (proved).",
        ),
        (
            AtMost(where={"sex": "f"}, n=1, weight=1),
            "At most 1 with sex = f in every group: 2 people too many; no draw can do better (proved).",
        ),
        (Apart(people=("Ada", "ben")), "Keep apart: Ada, Ben: no two of them share a group."),
        (
            Apart(people=("Ada", "Ben", "Cyr"), weight=2),
            "Keep apart: Ada, Ben, Cyr: 1 pair shares a group; no draw can do better (proved).",
        ),
        (Apart(people=("Ada",)), "Keep apart: Ada: not applied: it speaks of no two people on the list."),
        (Together(by="home"), "Keep together by home: they share a group."),
        (
            Together(people=("Ada", "Ben", "Cyr", "Dot"), hard=False),
            "Keep together: Ada, Ben, Cyr, Dot: 3 pairs sit in different groups; no draw can do better (proved).",
        ),
        (Fixed(person="Ada", group=2), "Fixed: Ada in Group 2: sits there."),
        (Fixed(person="Ada", group=2, weight=1), "Fixed: Ada in Group 2: sits there, optimal (proved)."),
        (Fixed(by="desk"), "Fixed by desk: everybody named there sits there."),
        (Fixed(), "Fixed: not applied: it names neither a person nor a column."),
        (Room(), "Room that is step-free: not applied: nobody on the list needs step-free."),
        (Language(), "A shared language in every group: not applied: nobody on the list has a language."),
        (
            NoIsolate(by="town"),
            "Nobody alone by town: 1 person is the only one of their kind in a group; no draw can do better (proved).",
        ),
    ],
)
def test_one_sentence_per_rule(rule: Rule, sentence: str) -> None:
    """Each rule says whether it was kept, by how much not, or why it was skipped, and what is proved."""
    members = plain(
        *SIX,
        sex=["f", "f", "f", "f", "m", "m"],
        home=["x", "", "x", "", "", ""],
        desk=["Group 2", "", "g1", "2", "", ""],
        town=["Aa", "Aa", "Aa", "", "", "Bb"],
    )
    assert said(rule, members) == sentence


def test_missing_values_are_a_value_but_bind_nobody() -> None:
    """Who states nothing is spread like everybody else, and is neither kept together nor apart for it."""
    members = plain(*SIX, home=["", "", "", "", "x", "y"])
    for rule in (Together(by="home"), Apart(by="home")):
        assert "not applied" in said(rule, members)
    drawn = assign(members, 2, [Spread(by="home")], 1)
    assert [sum(person in group for person in ("ada", "ben", "cyr", "dot")) for group in drawn.groups] == [2, 2]
    assert assign(plain("Ada", "Ben", home=["", "x"]), 1, [NoIsolate(by="home")], 1).outcomes[0].faults == 1


def test_alone_in_groups_of_one() -> None:
    """Where every group is one person, being alone is nobody's fault and proved so."""
    outcome = assign(plain("Ada", "Ben", town=["Aa", "Aa"]), 2, [NoIsolate(by="town")], 1).outcomes[0]
    assert (outcome.faults, outcome.optimal) == (2, True)


def test_column_of_groups() -> None:
    """A column may hold the group as a number, as G2 or in words; empty cells leave people free."""
    members = plain(*SIX, desk=["Group 2", "", "G1", " 2 ", "", "group1"])
    for seed in range(5):
        groups = assign(members, 2, [Fixed(by="desk")], seed).groups
        assert {"ada", "dot"} <= set(groups[1])
        assert {"cyr", "fay"} <= set(groups[0])


def test_soft_wishes_yield_to_weight() -> None:
    """Of two soft rules that contradict each other, the heavier is kept, in small and in large lists."""
    for count in (12, 404):
        members = panel(count)
        rules: list[Rule] = [
            Fixed(person="p001", group=1, weight=5),
            Fixed(person="p001", group=2, weight=2),
            Together(people=("p001", "p002"), weight=1),
            Apart(people=("p001", "p002"), weight=3),
        ]
        outcomes = assign(members, 3, rules, 1).outcomes
        assert [outcome.kept for outcome in outcomes] == [True, False, False, True]
        assert outcomes[1].sentence.endswith("1 person sits elsewhere; best found.")


def test_shared_languages() -> None:
    """Each group says which languages all its members share; of a soft rule a group with none stops nothing."""
    members = plain(
        "Ada",
        "Ben",
        "Cyr",
        "Dot",
        languages=["French; English", "english / Arabic", "Dari", "Pashto"],
        language=["x"] * 4,
    )
    fix = [Fixed(person=name, group=1 + (name in ("Cyr", "Dot"))) for name in ("Ada", "Ben", "Cyr", "Dot")]
    outcome = assign(members, 2, [*fix, Language(hard=False)], 1).outcomes[-1]
    assert (outcome.state, outcome.faults, outcome.optimal) == ("broken", 1, False)
    assert outcome.sentence == (
        "A shared language in every group: 1 group has none and needs an interpreter; checked only, not searched "
        "for. Group 1: English; Group 2: none."
    )


def test_unstated_languages() -> None:
    """Who states no language is taken to follow, and is counted; a group that states nothing says so."""
    members = plain("Ada", "Ben", "Cyr", "Dot", Language=["Dari", "", "", ""])
    fix = [Fixed(person=name, group=1 + (name in ("Cyr", "Dot"))) for name in ("Ada", "Ben", "Cyr", "Dot")]
    sentence = assign(members, 2, [*fix, Language(need="shared")], 1).outcomes[-1].sentence
    assert sentence.endswith(
        "they all have one. Group 1: Dari; Group 2: not stated. 3 people have no language on the list."
    )
