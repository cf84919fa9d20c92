"""The costs that the search keeps up to date step by step."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel

from vaexercise.grouping.costs import Tables, tables_of
from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.tabu import Swaps
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


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.integers(12, 20))
def test_every_swap_costs_what_was_said(seed: int, people: int) -> None:
    """From any seating, the cost carried along through twenty swaps is the one counted anew."""
    rng, made = Random(seed), tables(people)  # noqa: S311  invented people
    seating = np.array(sorted(range(people), key=lambda _: rng.random())) % 3
    swaps = Swaps(made, seating, np.ones(people, np.bool_))
    for _ in range(20):
        tabu = np.array([[rng.random() < 0.5 for _ in range(3)] for _ in range(people)])
        move = swaps.choose(tabu, best=-(1 << 60))
        assert move is not None
        swaps.make(*move)
        assert swaps.cost == made.total(made.cost, swaps.seating)
