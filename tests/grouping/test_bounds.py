"""Lower bounds of repeats, against all plans there are for a handful of people."""

from __future__ import annotations

from itertools import combinations, permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.grouping.fair import even_sizes
from vaexercise.grouping.rounds.bounds import by_number, by_person, by_splitting, by_ties, cliques, fewest_repeats

Pair = tuple[int, int]


def matrix(people: int, pairs: set[Pair]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    met = np.zeros((people, people), np.uint8)
    for one, two in pairs:
        met[one, two] = met[two, one] = 1
    return met


def meetings(people: int, groups: int) -> set[frozenset[Pair]]:
    seats = [group for group, size in enumerate(even_sizes(people, groups)) for _ in range(size)]
    return {
        frozenset(pair for pair in combinations(range(people), 2) if seating[pair[0]] == seating[pair[1]])
        for seating in set(permutations(seats))
    }


def least(people: int, groups: int, rounds: int, met: set[Pair], tied: set[Pair]) -> int | None:
    found = None
    for plan in product([meets for meets in meetings(people, groups) if tied <= meets], repeat=rounds):
        repeats = sum(map(len, plan)) - len(frozenset().union(*plan) - met)
        found = repeats if found is None else min(found, repeats)
    return found


@settings(deadline=None, max_examples=80)
@given(st.integers(3, 6), st.integers(2, 3), st.integers(1, 3), st.data())
def test_no_plan_has_fewer(people: int, groups: int, rounds: int, data: st.DataObject) -> None:
    """Whoever has met before and whoever is tied together, no plan has fewer repeats than the bound says."""
    pairs = list(combinations(range(people), 2))
    met = set(data.draw(st.lists(st.sampled_from(pairs), max_size=9)))
    tied = set(data.draw(st.lists(st.sampled_from(pairs), max_size=1)))
    found = least(people, groups, min(rounds, 2) if people > 5 else rounds, met, tied)
    sizes = even_sizes(people, groups)
    bound = fewest_repeats(sizes, min(rounds, 2) if people > 5 else rounds, matrix(people, met) if met else None, tied)
    assert found is None or bound <= found


@pytest.mark.parametrize(
    ("people", "groups", "rounds", "repeats"),
    [(45, 3, 1, 0), (45, 3, 2, 90), (45, 3, 3, 180), (45, 3, 4, 270), (47, 6, 4, 33), (60, 10, 5, 0), (4, 2, 4, 2)],
)
def test_bounds_of_plain_plans(people: int, groups: int, rounds: int, repeats: int) -> None:
    """The bounds that the literature and the arithmetic give."""
    assert fewest_repeats(even_sizes(people, groups), rounds, None, ()) == repeats


def test_each_bound_alone() -> None:
    """Four people in two pairs: splitting, counting pairs, counting each person's company, and ties."""
    met = matrix(4, {(0, 1), (0, 2), (0, 3)})
    assert by_splitting((15, 15, 15), 3, []) == 2 * 3 * 3 * 10
    assert by_splitting((3, 3), 2, [6]) == 12
    assert by_number((2, 2), 2, 3) == 1
    assert by_person((2, 2), 1, met) == 1
    assert by_ties(3, met, [(0, 1), (1, 2)]) == 5
    assert cliques(met) == [2]
    assert cliques(matrix(5, {(0, 1), (1, 2), (0, 2), (3, 4)})) == [3, 2]
