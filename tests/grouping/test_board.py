"""The oracle by itself: its budget, and what it does when it gets stuck."""

from __future__ import annotations

import pytest
from invented_panel import plain

from vaexercise.grouping.oracle import board, conflict, tongues
from vaexercise.grouping.oracle.board import Board, Budget, OutOfBudgetError
from vaexercise.grouping.oracle.demands import Among, Block, Count
from vaexercise.grouping.oracle.feasibility import feasible
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Language, NoIsolate, Rule, Together

ONE_AT_MOST = {4: frozenset({0, 1})}


def apart(*people: int) -> Count:
    return Count(rule=0, people=people, allowed=ONE_AT_MOST, distance=True)


def wheel(spokes: int) -> list[Count]:
    """A ring of people, each apart from the next and all from the last: an odd one needs four groups."""
    ring = [apart(place, (place + 1) % spokes) for place in range(spokes)]
    return [*ring, *(apart(place, spokes) for place in range(spokes))]


def test_an_even_wheel_fits_into_three_groups_and_an_odd_one_does_not() -> None:
    """Both are decided by backtracking, the second by a proof."""
    assert Board([4, 4, 4], wheel(6)).solve({}, Budget(1000)) is not None
    assert Board([4, 4, 4], wheel(7)).solve({}, Budget(1000)) is None


def test_restarts_begin_with_whom_the_search_got_stuck_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A knot that comes last in the order is untied first after a restart; without one the steps run out."""
    free = [Block(rule=1, people=(2 * n, 2 * n + 1)) for n in range(10, 22)]
    knot = [Count(rule=0, people=demand.people, allowed={8: frozenset({0, 1})}, distance=True) for demand in wheel(7)]
    puzzle = Board(
        [8] * 3 + [8] * 3, [*free, *knot, *(Among(rule=2, people=(n,), groups=frozenset(range(3))) for n in range(8))]
    )
    monkeypatch.setattr(board.Attempt, "_urgency", lambda self, unit: (-self.stuck.get(unit, 0), -len(unit), *unit))
    assert puzzle.solve({}, Budget(5000)) is None
    monkeypatch.setattr(board, "_TRIES", ())
    with pytest.raises(OutOfBudgetError):
        puzzle.solve({}, Budget(5000))


@pytest.mark.parametrize("limit", ["_CELLS", "_UNITS"])
def test_too_much_is_not_looked_at(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """With more sets and groups, or people to seat one by one, than allowed, nothing is said."""
    monkeypatch.setattr(board, limit, 2)
    with pytest.raises(OutOfBudgetError):
        Board([4, 4, 4], wheel(7)).solve({}, Budget(1000))


def test_too_many_plans_of_languages_prove_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """When not every plan was looked at, or some of them not to its end, the answer is not called a proof."""
    rules: list[Rule] = [Language(), Fixed(person="P0", group=1), Fixed(person="P5", group=1)]
    members = plain(*(f"P{n}" for n in range(6)), languages=["en"] * 3 + ["fr"] * 3)
    assert feasible(members, 2, rules).state == "impossible"
    monkeypatch.setattr(tongues, "_MOST_PLANS", 1)
    assert feasible(members, 2, rules).state == "not found, not proved"
    monkeypatch.undo()
    monkeypatch.setattr(board, "_UNITS", 0)
    assert feasible(members, 2, [*rules, Together(people=("P1", "P2"))]).state == "not found, not proved"
    monkeypatch.undo()
    monkeypatch.setattr(conflict, "STEPS", 3)
    assert feasible(members, 2, rules).state == "not found, not proved"


def test_a_conflict_that_is_not_proved_minimal_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where leaving a rule out gives no answer within the steps, the sentence says that not all may be in the way."""
    members = plain(*(f"P{n}" for n in range(8)), town=["a"] * 3 + ["b"] * 5)
    rules: list[Rule] = [Fixed(person="P0", group=1), Fixed(person="P0", group=2), NoIsolate(by="town", hard=True)]
    monkeypatch.setattr(conflict, "STEPS", 2)
    clash = feasible(members, 2, rules).conflicts[0]
    assert not clash.minimal
    assert "(perhaps not all of this is in the way)" in clash.sentence


def test_wrong_numbers_are_impossible() -> None:
    """Nobody, or more groups than people, is impossible with the same sentence as in a draw; rules are not read."""
    found = feasible(plain("Ada"), 2, [AtLeast(where={"sex": "f"}, n=1)])
    assert (found.state, found.sentences) == ("impossible", ("2 groups for 1 person: ask for fewer.",))


def test_six_conflicts_and_more() -> None:
    """Of many conflicts five are told."""
    members = plain(*(f"P{n:02}" for n in range(14)))
    rules = [rule for n in range(0, 14, 2) for rule in _torn(f"P{n:02}", f"P{n + 1:02}")]
    assert len(feasible(members, 2, rules).conflicts) == 5


def _torn(one: str, two: str) -> list[Rule]:
    return [Together(people=(one, two)), Apart(people=(one, two))]


def test_a_group_too_full_for_its_minimum() -> None:
    """Three who sit together leave one seat, where two more of a kind would have to sit."""
    three = Count(rule=0, people=(0, 4, 5, 6, 7, 3), allowed={4: frozenset({3})}, distance=False)
    assert Board([4, 4], [three, Block(rule=1, people=(0, 1, 2))]).solve({}, Budget(100)) is None
    assert Board([4, 4], [three, Block(rule=1, people=(0, 1))]).solve({}, Budget(100)) is not None


def test_without_a_nearest_number_none_is_offered() -> None:
    """Where no number of a rule ends a conflict, because other rules clash as well, no number is told."""
    members = plain(*(f"P{n}" for n in range(6)), sex=["f"] * 3 + ["m"] * 3, kind=["x"] * 3 + [""] * 3)
    rules = [AtMost(where={"sex": "f"}, n=2), AtMost(where={"kind": "x"}, n=2)]
    found = feasible(members, 2, [*rules, Together(people=("P0", "P1", "P2"))])
    assert [clash.nearest for clash in found.conflicts] == [()]
