"""The search for many people: what it keeps up to date sweep by sweep."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel

from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rounds.company import priced
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.searching.costs import tables_of
from vaexercise.grouping.searching.pairwise import Sweeps, pairwise
from vaexercise.model.rules import Fixed, NoIsolate, Rule

RULES: list[Rule] = [*SPREADS, NoIsolate(by="origin"), *(Fixed(person=f"p{n:03}", group=2, weight=3) for n in range(4))]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.integers(20, 60), st.integers(1, 7))
def test_every_sweep_gains_what_was_said(seed: int, people: int, groups: int) -> None:
    """Who sits where, what is wrong and the cost stay what is counted anew; no sweep makes the cost worse."""
    rng = Random(seed)  # noqa: S311  invented people
    roster = roster_of(panel(people), groups, [])
    made = tables_of(roster, ask_all(RULES if groups > 1 else SPREADS, roster))
    seating = np.repeat(np.arange(groups), made.sizes)
    times = np.triu(np.array([[rng.random() < 0.2 for _ in range(people)] for _ in range(people)], np.uint8), 1)
    company = priced(times + times.T, 300, 0)
    movable = np.arange(people) % 7 != 0
    state = Sweeps(made, seating.copy(), movable, rng, company)
    cost = made.total(made.cost, seating) + company.cost(seating)
    for _ in range(25):
        first, second = state.pair_up()
        if not len(first):
            break
        both = np.concatenate([first, second.ravel()])
        assert len(set(both.tolist())) == len(both)
        state.sweep(first, second)
        now = made.total(made.cost, state.seating) + company.cost(state.seating)
        assert now <= cost
        cost = now
        faults = made.by_group(made.faults, made.counts(state.seating)).sum()
        assert state.wrong.sum() == faults + company.cost(state.seating)
        assert all((state.seating[row[row >= 0]] == group).all() for group, row in enumerate(state.places))
        assert (state.seating == seating)[~movable].all()


def test_every_swap_costs_what_was_said() -> None:
    """Each swap of two groups costs what the whole seating does more after it, company and wishes included."""
    roster = roster_of(panel(24), 3, [])
    made, seating = tables_of(roster, ask_all(RULES, roster)), np.arange(24) % 3
    times = (np.add.outer(np.arange(24), np.arange(24)) % 5 == 0).astype(np.uint8)
    np.fill_diagonal(times, 0)
    company = priced(times, 300, 0)
    state = Sweeps(made, seating.copy(), np.ones(24, np.bool_), Random(1), company)  # noqa: S311  invented people
    here, there = state.places[[0]], state.places[[1]]
    change = state._change(np.array([0]), np.array([1]), here, there)[0]
    before = made.total(made.cost, seating) + company.cost(seating)
    for row, one in enumerate(here[0]):
        for column, two in enumerate(there[0]):
            other = seating.copy()
            other[one], other[two] = 1, 0
            assert change[row, column] == made.total(made.cost, other) + company.cost(other) - before


def test_hundreds_meet_nobody_twice() -> None:
    """Five hundred people find new neighbours in a second round."""
    roster = roster_of(panel(500), 50, [])
    made = tables_of(roster, ask_all(SPREADS, roster))
    first = np.arange(500) % 50
    times = (first[:, None] == first).astype(np.uint8)
    np.fill_diagonal(times, 0)
    found, _ = pairwise(made, first, np.ones(500, np.bool_), Random(1), priced(times, 800, 0))  # noqa: S311
    assert not times[found[:, None] == found].any()
    assert made.total(made.faults, found) == made.bound
