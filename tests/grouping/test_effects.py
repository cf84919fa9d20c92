"""What a change of seats does to every rule."""

from __future__ import annotations

import pytest
from drawing_once import assign
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_day import ROOMS, Day, days, hostile
from invented_panel import plain

from vaexercise.grouping.day.effects import effects, sizes_said
from vaexercise.grouping.member import Member
from vaexercise.model.rules import Apart, AtLeast, Fixed, Language, NoIsolate, Room, Rule, Spread, Together

SIX = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")
START = [["ada", "ben", "cyr"], ["dot", "eve", "fay"]]
SWAPPED = [["dot", "ben", "cyr"], ["ada", "eve", "fay"]]


def six() -> list[Member]:
    return plain(*SIX, sex=list("ffmffm"), languages=["en", "en", "en", "fr;en", "fr", "fr"])


@pytest.mark.parametrize(
    ("rule", "change", "sentence"),
    [
        (
            Apart(people=("ada", "ben")),
            "better",
            "Keep apart: Ada, Ben: no two of them share a group; 1 pair shares a group before: better.",
        ),
        (
            Apart(people=("ada", "eve")),
            "breaks",
            "Keep apart: Ada, Eve: 1 pair shares a group, none before: a hard rule breaks.",
        ),
        (
            Apart(people=("ada", "eve"), weight=2),
            "weaker",
            "Keep apart: Ada, Eve: 1 pair shares a group, none before: weaker.",
        ),
        (Apart(people=("ada", "cyr", "fay")), "same", "Keep apart: Ada, Cyr, Fay: 1 pair shares a group, as before."),
        (Together(people=("ben", "cyr")), "same", "Keep together: Ben, Cyr: they share a group, as before."),
        (
            Fixed(person="Ada", group=1),
            "breaks",
            "Fixed: Ada in Group 1: 1 person sits elsewhere, none before: a hard rule breaks.",
        ),
        (Spread(by="sex"), "same", "Spread by sex: every group has its fair share, as before."),
        (Spread(by="shoe"), "not applied", "Spread: not applied: the list has nothing under shoe."),
        (
            NoIsolate(by="sex"),
            "same",
            "Nobody alone by sex: 2 people are the only ones of their kind in a group, as before.",
        ),
        (Fixed(person="Gus", group=1), "not applied", "Fixed: Gus in Group 1: not applied: whom it names has no seat."),
        (Spread(by="sex", weight=-1), "not applied", "Spread by sex: not applied: its weight is -1: give 0 to 1000."),
    ],
)
def test_one_line_per_rule(rule: Rule, change: str, sentence: str) -> None:
    """A line says what is kept or broken now and by how much, what was before, and whether a rule gets worse."""
    (effect,) = effects(six(), START, SWAPPED, [rule])
    assert (effect.change, effect.sentence) == (change, sentence)


def test_a_move_counts_groups_as_they_are() -> None:
    """After a move a group is larger, and shares are those of its real size."""
    moved = [["ada"], ["ben", "cyr", "dot", "eve", "fay"]]
    (effect,) = effects(six(), START, moved, [Spread(by="languages")])
    said = "every group has its fair share; 4 people away from the fair share before: better."
    assert effect.sentence == f"Spread by languages: {said}"
    assert sizes_said(START, moved) == "People in each group: 1, 5; 3, 3 before."
    assert sizes_said(START, SWAPPED) == "People in each group: 3, 3, as before."


def test_who_has_no_seat_counts_for_nothing() -> None:
    """Late arrivals and no-shows change what rules say; a namesake on the list does not change whom a rule means."""
    members = [*six(), Member(id="ada2", name="Ada")]
    rules: list[Rule] = [Apart(people=("Ada", "Dot")), AtLeast(where={"sex": "m"}, n=1)]
    found = effects(members, START, [["ada", "ben"], ["dot", "eve", "fay", "ada2"]], rules)
    assert [effect.change for effect in found] == ["same", "breaks"]
    assert found[1].sentence.startswith("At least 1 with sex = m in every group: 1 person is missing, none before")
    gone = effects(members, START, [["ben", "cyr"], ["dot", "eve", "fay"]], rules)
    assert (gone[0].after, gone[1].change) == (0, "same")


def test_languages_and_rooms() -> None:
    """Rules on languages and rooms say in whole groups and in people what a change does to them."""
    members = [m._replace(attributes={**m.attributes, "access": "step-free" * (m.id == "ada")}) for m in six()]
    found = effects(members, START, SWAPPED, [Language(), Room()], ROOMS[:2])
    assert [effect.sentence for effect in found] == [
        "A shared language in every group: 1 group has none and needs an interpreter, none before: a hard rule breaks.",
        "Room that is step-free: 1 person sits in another room, none before: a hard rule breaks.",
    ]


@settings(deadline=None, max_examples=150)
@given(days(), st.data())
def test_there_and_back(day: Day, data: st.DataObject) -> None:
    """Undoing turns every effect round, and changing nothing changes no rule."""
    count = len(day.groups)
    seats = {m.id: data.draw(st.integers(0, count)) for m in day.members}
    other = tuple(tuple(p for p, seat in seats.items() if seat == g) for g in range(count))
    there = effects(day.members, day.groups, other, day.rules, ROOMS)
    back = effects(day.members, other, day.groups, day.rules, ROOMS)
    assert [(e.before, e.after) for e in there] == [(e.after, e.before) for e in back]
    assert [e.number for e in there] == list(range(1, len(day.rules) + 1))
    for effect in effects(day.members, day.groups, day.groups, day.rules, ROOMS):
        assert effect.change in ("same", "not applied")


def test_as_the_draw_says() -> None:
    """Right after a draw the counts are those that the draw gave."""
    rules: list[Rule] = [Spread(by="sex"), Apart(people=("ada", "ben", "cyr"), weight=1), NoIsolate(by="sex")]
    drawn = assign(six(), 2, rules, 1)
    found = effects(six(), [[], []], drawn.groups, rules)
    assert [effect.after for effect in found] == [outcome.faults for outcome in drawn.outcomes]


def test_hostile_names_and_no_groups() -> None:
    """Names of any kind and length, unknown ids and no groups at all give short sentences, never an error."""
    members = hostile()
    ids = [member.id for member in members]
    rules: list[Rule] = [Apart(people=tuple(ids[:6])), Spread(by="region"), Fixed(person="x" * 100_000, group=2)]
    found = effects(members, [ids, ["?"]], [ids[:3], ids[3:]], rules)
    assert all(len(effect.sentence) < 600 for effect in found)
    assert [effect.after for effect in effects(members, [], [], rules)] == [0, 0, 0]
