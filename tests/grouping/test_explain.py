"""Why somebody sits where they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawing_once import assign
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel, plain

from vaexercise.errors import Unknown
from vaexercise.grouping.explain import explain
from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rules import ask_all
from vaexercise.model.rules import Apart, AtLeast, Fixed, Language, NoIsolate, Room, Rule, Together

if TYPE_CHECKING:
    from vaexercise.grouping.member import Member

SIX = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")
GROUPS = [("ada", "ben", "cyr"), ("dot", "eve", "fay")]


def test_one_sentence_per_rule_that_concerns_somebody() -> None:
    """Where the person sits, each of their rules with its line, what a move would do, and nothing on other rules."""
    members = plain(
        *SIX,
        sex=["f", "f", "m", "m", "f", "m"],
        languages=["ar", "ar;en", "en", "en", "en", "en"],
        function=["", "interpreter", "", "", "", ""],
        access=["step-free", "", "", "", "", ""],
    )
    rules: list[Rule] = [
        Fixed(person="Ada", group=1, origin="day.yaml:3"),
        Fixed(person="Dot", group=2),
        Language(),
        Apart(people=("Ada", "Dot"), weight=2),
        AtLeast(where={"sex": "f"}, n=1),
        Room(),
    ]
    assert explain("ada", GROUPS, members, rules, rooms=[("A", ["step-free"]), ("B", [])]) == (
        "Ada sits in Group 1.",
        "Fixed: Ada in Group 1 (day.yaml:3): sits there; a move to any other group would break it.",
        "A shared language in every group: they all have one; a move to any other group would break it.",
        "Keep apart: Ada, Dot: no two of them share a group; a move to any other group would weaken it.",
        "At least 1 with sex = f in every group: every group has them; a move to any other group would break it.",
        "Room that is step-free: everybody who needs it sits in A; a move to any other group would break it.",
    )


def test_free_to_move() -> None:
    """Somebody whom no rule holds may move anywhere; in a single group there is nowhere to go."""
    members = plain(*SIX, town=["x", "x", "x", "y", "y", "y"])
    assert explain("ada", GROUPS, members, [Apart(people=("Ben", "Dot"))]) == (
        "Ada sits in Group 1.",
        "A move to Group 2 would make no rule worse.",
    )
    assert explain("ada", [("ada", "ben")], members, [NoIsolate(by="town")]) == (
        "Ada sits in Group 1.",
        "Nobody alone by town: nobody is the only one of their kind in a group; there is no other group.",
    )


def test_what_is_broken_is_said() -> None:
    """A rule that does not hold is counted as it is, even where a move would mend it."""
    said = explain("ada", GROUPS, plain(*SIX), [Together(people=("Ada", "Dot"), weight=1)])
    assert said[1:] == (
        "Keep together: Ada, Dot: as it is, 1 pair sits in different groups; a move would not make it worse.",
        "A move to Group 2 would make no rule worse.",
    )


def test_nobody_else_is_exposed() -> None:
    """Whom somebody is paired with, and what others need, does not stand in the sentences."""
    members = plain(*SIX, support_pair=["x", "x", "", "", "", ""], access=["", "step-free", "", "", "", ""])
    said = " ".join(
        explain("ada", GROUPS, members, [Together(by="support_pair"), Room()], rooms=[("A", ["step-free"])])
    )
    assert "Keep together by support_pair: they share a group" in said
    assert not any(word in said for word in ("Ben", "step-free"))


def test_who_sits_nowhere() -> None:
    """Somebody without a seat, or an id that nobody has, is refused by name."""
    for person in ("zoe", "{x}"):
        with pytest.raises(Unknown) as raised:
            explain(person, GROUPS, plain(*SIX, "Zoe"), [])
        assert person in str(raised.value)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 1000))
def test_every_move_does_what_was_said(seed: int) -> None:
    """Whoever is asked about, a move breaks a rule exactly where the sentences say so, counted anew from the draw."""
    members = panel(24, seed)
    rules: list[Rule] = [*SPREADS, Apart(people=("p000", "p001")), NoIsolate(by="area")]
    groups = [list(group) for group in assign(members, 3, rules, seed).groups]
    person = members[seed % 24].id
    home = next(number for number, group in enumerate(groups) if person in group)
    said = explain(person, groups, members, rules)
    for group in set(range(3)) - {home}:
        moved = [[p for p in people if p != person] + [person] * (n == group) for n, people in enumerate(groups)]
        worse = any(_faults(members, moved, rule) > _faults(members, groups, rule) for rule in rules)
        free = [one for one in said if one.startswith("A move to ")]
        assert worse != any(f"Group {group + 1}" in one for one in free)


def _faults(members: list[Member], groups: list[list[str]], rule: Rule) -> int:
    roster = roster_of(members, 3, [rule])
    seating = [next(n for n, people in enumerate(groups) if m.id in people) for m in roster.members]
    return ask_all([rule], roster)[0].faults(seating, (8, 8, 8))
