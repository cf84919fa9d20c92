"""Where somebody who comes late fits best."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from invented_day import ROOMS, Day, days, hostile
from invented_panel import plain

from vaexercise.errors import Refused, Unknown
from vaexercise.grouping.day.effects import effects
from vaexercise.grouping.day.placing import best_group
from vaexercise.grouping.member import Member
from vaexercise.model.rules import Apart, AtMost, Room, Rule, Spread


@settings(deadline=None, max_examples=150)
@given(days())
def test_groups_come_in_order_of_what_they_cost(day: Day) -> None:
    """Every group is there once, by fewest broken hard rules, and of those as good in all else by size and number."""
    late = Member(id="zed", name="Zed", attributes={"sex": "f", "languages": "fr"})
    members = [*day.members, late]
    found = best_group("zed", members, day.groups, day.rules, ROOMS)
    assert sorted(choice.group for choice in found) == list(range(1, len(day.groups) + 1))
    assert [choice.broken for choice in found] == sorted(choice.broken for choice in found)
    for choice in found:
        after = [[*group, *(["zed"] if n == choice.group else [])] for n, group in enumerate(day.groups, 1)]
        assert choice.effects == effects(members, day.groups, after, day.rules, ROOMS)
        assert choice.size == len(after[choice.group - 1])
    if not day.rules:
        order = sorted(range(len(day.groups)), key=lambda g: (len(day.groups[g]), g))
        assert [choice.group - 1 for choice in found] == order


def test_why() -> None:
    """Each group says what it breaks or weakens, and the smallest is named where that counts."""
    members = plain("Ada", "Ben", "Cyr", "Dot", "Eve", region=["Aa", "Aa", "Bb", "Bb", "Aa"])
    rules: list[Rule] = [Apart(people=("eve", "ada")), AtMost(where={"region": "Aa"}, n=1, weight=1)]
    second = "rule 2 (at most 1 with region = Aa in every group)"
    found = best_group("eve", members, [["ada", "cyr"], ["dot"], ["ben"]], rules)
    assert [choice.sentence for choice in found] == [
        "Group 2 breaks no hard rule and weakens nothing; 2 people then in what is now the smallest group.",
        f"Group 3 breaks no hard rule and weakens {second}; 2 people then in what is now the smallest group.",
        f"Group 1 breaks rule 1 (keep apart: Eve, Ada) and weakens {second}; 3 people then.",
    ]
    assert [(choice.broken, choice.size) for choice in found] == [(0, 2), (0, 2), (1, 3)]


def test_latecomers_do_not_pile_up() -> None:
    """However well a group suits, it does not grow over two people beyond the smallest for soft rules alone."""
    members = plain(*"ABCDEFGHIJ", side=["x", "", "", "", "", *"xxxxx"])
    groups = [["b"], ["c"], ["d"]]
    rules: list[Rule] = [Apart(people=("b", name), weight=5) for name in "fghij"]
    rules += [Apart(people=("c", name), weight=5) for name in "fghij"]
    for name in "fghij":
        best = best_group(name, members, groups, rules)[0]
        groups[best.group - 1].append(name)
    assert max(map(len, groups)) - min(map(len, groups)) <= 2
    assert len(groups[2]) == 4


def test_nothing_private_is_said() -> None:
    """What a rule on a private column, or on access, would lose is told by the rule's number only."""
    late = Member("z", "Zed", {"survivor": "yes", "access": "step-free", "region": "Aa"})
    members = [*plain("Ada", "Ben", survivor=["yes", ""], region=["Aa", "Bb"]), late]
    rules: list[Rule] = [AtMost(where={"survivor": "yes"}, n=1), Room(), AtMost(where={"region": "aa"}, n=1)]
    sentences = [choice.sentence for choice in best_group("z", members, [["ada"], ["ben"]], rules, ROOMS[:2])]
    assert not any(word in " ".join(sentences) for word in ("survivor", "step-free", "yes"))
    assert sentences == [
        "Group 2 breaks rule 2; 2 people then.",
        "Group 1 breaks rule 1 and rule 3 (at most 1 with region = aa in every group); 2 people then.",
    ]
    hidden = best_group("z", members, [["ada"], ["ben"]], rules, ROOMS[:2], private=["Region"])
    assert "region" not in " ".join(choice.sentence for choice in hidden)


def test_who_cannot_be_placed() -> None:
    """Somebody unknown, somebody seated and a session without groups are refused with what to do."""
    members = plain("Ada", "Ben")
    with pytest.raises(Unknown, match="no person zed"):
        best_group("zed", members, [["ada"]], [])
    with pytest.raises(Refused, match=r"Ada sits in Group 1 already: move them instead\."):
        best_group("ada", members, [["ada"]], [])
    with pytest.raises(Refused, match="no groups yet"):
        best_group("ada", members, [], [])


def test_hostile_names() -> None:
    """A newcomer of any name gets short sentences, and a namesake of somebody in a rule does not confuse it."""
    members = [*hostile(), Member("late", "[/b]", {})]
    ids = [member.id for member in members[:-1]]
    found = best_group(
        "late", members, [ids[:4], ids[4:]], [Apart(people=("[/b]", "x" * 100_000)), Spread(by="region")]
    )
    assert all(len(choice.sentence) < 300 for choice in found)
    assert [choice.broken for choice in found] == [0, 0]
