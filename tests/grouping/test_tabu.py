"""The costs that the search keeps up to date step by step."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel

from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rounds.company import Company, priced
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.searching.costs import Tables, tables_of
from vaexercise.grouping.searching.tabu import Swaps, tabu
from vaexercise.model.rules import Apart, AtMost, Fixed, NoIsolate, Rule, Together

RULES: list[Rule] = [
    *SPREADS,
    NoIsolate(by="origin", weight=2),
    Apart(by="area", weight=3),
    Together(people=("p001", "p002", "p003"), weight=2),
    AtMost(where={"gender": "female"}, n=2),
    *(Fixed(person=f"p{person:03}", group=1 + person % 3, weight=1 + person) for person in range(12)),
    Fixed(person="p004", group=1, weight=4),
]


def tables(people: int) -> Tables:
    roster = roster_of(panel(people), 3, RULES)
    return tables_of(roster, ask_all(RULES, roster))


def known(people: int, rng: Random) -> Company:
    times = np.array([[int(rng.random() * 4) for _ in range(people)] for _ in range(people)], np.uint8)
    times = np.triu(times, 1)
    return priced(times + times.T, 300, cap=2)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.integers(12, 20), st.booleans())
def test_every_swap_costs_what_was_said(seed: int, people: int, acquainted: bool) -> None:  # noqa: FBT001
    """From any seating, the cost carried along through twenty swaps is the one counted anew."""
    rng, made = Random(seed), tables(people)  # noqa: S311  invented people
    seating = np.array(sorted(range(people), key=lambda _: rng.random())) % 3
    company = known(people, rng) if acquainted else None
    swaps = Swaps(made, seating, np.ones(people, np.bool_), company)
    for _ in range(20):
        resting = np.array([[rng.random() < 0.5 for _ in range(people)] for _ in range(3)])
        move = swaps.choose(resting)
        assert move is not None
        swaps.make(*move)
        met = company.cost(swaps.seating) if company else 0
        assert swaps.cost == made.total(made.cost, swaps.seating) + met
        assert swaps.meetings == met


def test_the_cheapest_swap_is_chosen() -> None:
    """Of all swaps that may be made, none is cheaper; what is tabu is taken only where nothing else is left."""
    rng, made = Random(3), tables(14)  # noqa: S311  invented people
    seating, company = np.arange(14) % 3, known(14, rng)
    swaps = Swaps(made, seating.copy(), np.arange(14) > 1, company)
    before, prices = swaps.cost, {}
    for one in range(2, 14):
        for two in range(2, one):
            other = seating.copy()
            other[one], other[two] = seating[two], seating[one]
            if seating[one] != seating[two]:
                prices[two, one] = made.total(made.cost, other) + company.cost(other) - before
    for resting in (np.zeros((3, 14), np.bool_), np.ones((3, 14), np.bool_)):
        move = swaps.choose(resting)
        assert move is not None
        assert prices[min(move), max(move)] == swaps.price == min(prices.values())


def test_new_faces() -> None:
    """Nine people who have sat in threes are all new to each other in the next round, and again in the third."""
    members = panel(9)
    roster = roster_of(members, 3, [])
    made, rng = tables_of(roster, ()), Random(1)  # noqa: S311  invented people
    times = np.zeros((9, 9), np.uint8)
    for groups in (np.arange(9) // 3, np.arange(9) % 3):
        same = groups[:, None] == groups
        times[same] = 1
    np.fill_diagonal(times, 0)
    found, cost = tabu(made, np.arange(9) // 3, np.ones(9, np.bool_), rng, priced(times, 500, 0))
    assert cost == 0
    assert not times[found[:, None] == found].any()
