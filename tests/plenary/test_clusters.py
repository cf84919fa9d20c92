from __future__ import annotations

from array import array
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.plenary.clusters import CUT, clusters, cut_at
from vaexercise.plenary.vectors import FULL, Scores


class Given(Scores):
    """Scores as they are given, a triangle of rows."""

    def __init__(self, rows: list[list[int]]) -> None:
        self._rows = [array("H", row) for row in rows]


@st.composite
def triangles(draw: st.DrawFn) -> list[list[int]]:
    """Few different scores, so that there are many ties."""
    count = draw(st.integers(0, 9))
    score = st.sampled_from([0, 1000, 1500, 2000, 3000, 9000])
    return [[draw(score) for _ in range(number)] for number in range(count)]


def by_definition(scores: Scores, count: int, cut: Fraction) -> list[list[int]]:
    """Average linkage as a textbook has it: all means anew before each step, exact, the first of equal ones."""
    found = [[number] for number in range(count)]

    def mean(one: list[int], other: list[int]) -> Fraction:
        return Fraction(sum(scores.of(a, b) for a in one for b in other), len(one) * len(other))

    while len(found) > 1:
        best = max(
            combinations(range(len(found)), 2),
            key=lambda pair: (mean(found[pair[0]], found[pair[1]]), -pair[0], -pair[1]),
        )
        one, other = (found[number] for number in best)
        if mean(one, other) < cut * FULL:
            break
        found.remove(other)
        one += other
    return sorted(map(sorted, found))


@settings(deadline=None, max_examples=300)
@given(triangles(), st.sampled_from([0.1, 0.15, 0.2, 0.25]))
def test_clusters_are_those_of_the_textbook(rows: list[list[int]], cut: float) -> None:
    """The quick way with remembered neighbours joins what the slow definition joins, ties included."""
    scores = Given(rows)
    assert clusters(scores, range(len(rows)), cut) == by_definition(scores, len(rows), Fraction(str(cut)))


@settings(deadline=None)
@given(triangles(), st.integers(-4, 25), st.integers(0, 10))
def test_tighter_is_finer(rows: list[list[int]], tighter: int, more: int) -> None:
    """Every cluster of a tighter cut lies within one of a looser cut, and both hold each member once."""
    scores, members = Given(rows), range(len(rows))
    loose, tight = (clusters(scores, members, cut_at(steps)) for steps in (tighter, tighter + more))
    for found in (loose, tight):
        assert sorted(n for cluster in found for n in cluster) == list(members)
    assert all(any(set(small) <= set(large) for large in loose) for small in tight)


def test_only_the_members_asked_for_are_put_together() -> None:
    """Others have no part, not even as a bridge."""
    scores = Given([[], [9000], [0, 9000], [9000, 0, 0]])
    assert clusters(scores, [0, 1, 2, 3], 0.5) == [[0, 1], [2], [3]]
    assert clusters(scores, [3, 0, 2], 0.5) == [[0, 3], [2]]
    assert clusters(scores, [], 0.5) == []


def test_a_mean_at_the_cut_is_joined() -> None:
    """The cut itself is enough; one ten-thousandth below it is not."""
    assert clusters(Given([[], [1500]]), [0, 1], CUT) == [[0, 1]]
    assert clusters(Given([[], [1499]]), [0, 1], CUT) == [[0], [1]]


@pytest.mark.parametrize(("steps", "cut"), [(0, 0.15), (1, 0.18), (-1, 0.12), (-4, 0.03), (-99, 0.03), (99, 0.9)])
def test_steps_of_the_cut(steps: int, cut: float) -> None:
    """Each step is 0.03, within bounds at both ends."""
    assert cut_at(steps) == cut
