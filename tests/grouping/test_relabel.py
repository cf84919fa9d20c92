"""People in the places of a design."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel

from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rounds.designs import plane
from vaexercise.grouping.rounds.relabel import Places, relabel
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.searching.costs import Ints, Tables, tables_of


def made(people: int, groups: int, rounds: int) -> tuple[Tables, Ints]:
    roster = roster_of(panel(people), groups, [])
    tables = tables_of(roster, ask_all(SPREADS, roster))
    design = plane(people, tables.sizes, rounds)
    assert design is not None
    return tables, design


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10_000), st.integers(9, 25), st.integers(2, 4))
def test_swapped_places_cost_what_was_said(seed: int, people: int, rounds: int) -> None:
    """Cost and faults of all rounds are those counted anew, and the cheapest swap changes the cost as it said."""
    rng = Random(seed)  # noqa: S311  invented people
    tables, design = made(people, 3, min(rounds, 3))
    places = Places(tables, design, np.array(sorted(range(people), key=lambda _: rng.random())))
    for _ in range(15):
        before = places.cost
        move = places.choose(np.array([rng.random() < 0.2 for _ in range(people)]))
        assert move is not None
        change = round(places.change % (1 << 40))
        places.make(*move)
        assert places.cost == sum(tables.total(tables.cost, groups) for groups in places.groups)
        assert places.faults == sum(tables.total(tables.faults, groups) for groups in places.groups)
        assert (10 * (places.cost - before) - change) % (1 << 40) == 0


@pytest.mark.parametrize("rounds", [2, 3])
def test_meetings_stay(rounds: int) -> None:
    """Whoever takes which place, as many pairs meet as often as in the design."""
    tables, design = made(45, 3, rounds)
    found = relabel(tables, design, Random(2))  # noqa: S311  invented people
    together = [(groups[:, :, None] == groups[:, None]).sum(0) for groups in (design, found)]
    assert (np.bincount(together[0].ravel()) == np.bincount(together[1].ravel())).all()


def test_all_alike() -> None:
    """Where nobody differs there is nothing to swap."""
    roster = roster_of(panel(9), 3, [])
    tables = tables_of(roster, ())
    design = plane(9, tables.sizes, 2)
    assert design is not None
    assert Places(tables, design, np.arange(9)).choose(np.zeros(9, np.bool_)) is None
    for bound in (tables.bound, tables.bound - 1):
        assert relabel(replace(tables, bound=bound), design, Random(1)).shape == (2, 9)  # noqa: S311
