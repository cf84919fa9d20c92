"""Two draws side by side."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_day import ROOMS, Day, days, hostile
from invented_panel import plain

from vaexercise.grouping.compare import compare
from vaexercise.model.rules import Apart, Rule, Spread


def test_side_by_side() -> None:
    """Sizes, every rule in both draws, and how many people and pairs sit in other company."""
    members = plain(*"ABCDEF", sex=list("ffmmmm"))
    rules: list[Rule] = [Spread(by="sex"), Apart(people=("a", "c")), Spread(by="shoe")]
    found = compare(members, [["a", "b", "c"], ["d", "e", "f"]], [["a", "d"], ["b", "c"], ["e"]], rules)
    assert found.sentences == (
        "People in each group: 3, 3 in A; 2, 2, 1 in B.",
        "Spread by sex: 4 people away from the fair share in A; kept in B.",
        "Keep apart: A, C: 1 pair shares a group in A; kept in B.",
        "Spread: not applied: the list has nothing under shoe.",
        "Seated in A alone: 1; in B alone: 0.",
        "5 of 5 people sit in other company.",
        "Of 6 pairs who share a group in A, 1 also do in B.",
    )
    assert [rule.better for rule in found.rules] == ["b", "b", "not applied"]


@settings(deadline=None, max_examples=150)
@given(days(), st.data())
def test_company_by_counting_pairs(day: Day, data: st.DataObject) -> None:
    """Pairs and company are what counting each pair and each person by hand gives, also where some have no seat."""
    count = data.draw(st.integers(1, 3))
    seats = {m.id: data.draw(st.integers(0, count)) for m in day.members}
    other = tuple(tuple(p for p, seat in seats.items() if seat == g) for g in range(count))
    found = compare(day.members, day.groups, other, day.rules, ROOMS)
    one, two = ({frozenset(p) for g in draw for p in combinations(g, 2)} for draw in (day.groups, other))
    assert (found.pairs, found.shared_pairs) == ((len(one), len(two)), len(one & two))
    both = [m.id for m in day.members if seats[m.id] < count]
    changed = [p for p in both if {pair for pair in one if p in pair} != {pair for pair in two if p in pair}]
    assert (found.both, found.other_company) == (len(both), len(changed))


@settings(deadline=None, max_examples=60)
@given(days())
def test_numbers_of_groups_do_not_matter(day: Day) -> None:
    """The same groups in another order are the same company, and a draw is no better than itself."""
    turned = compare(day.members, day.groups, day.groups[::-1], [])
    assert (turned.other_company, turned.shared_pairs) == (0, turned.pairs[0])
    same = compare(day.members, day.groups, day.groups, day.rules, ROOMS)
    assert {rule.better for rule in same.rules} <= {"same", "not applied"}


def test_names_nobody_but_in_rules() -> None:
    """Only counts are told, also for hostile names; empty draws compare as nothing."""
    members = hostile()
    ids = [member.id for member in members]
    found = compare(members, [ids[:4], ids[4:]], [ids[4:], ids[:4]], [Spread(by="region")])
    assert not any(name in " ".join(found.sentences) for name in ("[/b]", "HYPERLINK", "\x1b", "\u202e"))
    assert compare(members, [], [], []).sentences[0] == "People in each group: 0 in A; 0 in B."
