"""Planes over finite fields, and the seatings made of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.grouping.fair import even_sizes
from vaexercise.grouping.rounds.designs import field_of, plane

PRIME_POWERS = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27, 32]


@pytest.mark.parametrize("order", PRIME_POWERS)
def test_a_field(order: int) -> None:
    """Sums and products commute and distribute, 0 and 1 are neutral, and all but 0 can be divided by."""
    field = field_of(order)
    assert field is not None
    add, times = field
    every = np.arange(order)
    assert (add == add.T).all()
    assert (times == times.T).all()
    assert (add[0] == every).all()
    assert (times[1] == every).all()
    assert (np.sort(add, 1) == every).all()
    assert (np.sort(times[1:, 1:], 1) == every[1:]).all()
    assert (times[:, add] == add[times[:, :, None], times[:, None, :]]).all()


@pytest.mark.parametrize("order", [6, 10, 12, 14, 15, 18, 20, 24])
def test_no_field(order: int) -> None:
    """Only powers of primes have a field."""
    assert field_of(order) is None
    assert plane(order * order, np.array(even_sizes(order * order, order)), 2) is None


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([2, 3, 4, 5, 7, 8]), st.integers(0, 30), st.data())
def test_groups_of_different_rounds_share_few(order: int, more: int, data: st.DataObject) -> None:
    """Group sizes are those asked for, and two groups of different rounds share as many as one point holds."""
    people = order**2 + more
    rounds = data.draw(st.integers(1, order))
    sizes = np.array(even_sizes(people, order))
    design = plane(people, sizes, rounds)
    assert design is not None
    fewest, most = people // order**2, -(-people // order**2)
    for number, groups in enumerate(design):
        assert (np.bincount(groups) == sizes).all()
        for other in design[:number]:
            shared = np.bincount(groups * order + other, minlength=order**2)
            assert fewest <= shared.min() <= shared.max() <= most


@pytest.mark.parametrize(
    ("people", "groups", "rounds"), [(8, 3, 2), (9, 3, 5), (9, 1, 1), (1100, 33, 2), (11, 3, 4), (5000, 64, 2)]
)
def test_no_plane(people: int, groups: int, rounds: int) -> None:
    """Too few people, too many rounds, one group, or sizes that the last class does not have: no design."""
    assert plane(people, np.array(even_sizes(people, groups)), rounds) is None


def test_everybody_meets_everybody() -> None:
    """Nine people in three groups meet all others exactly once in four rounds."""
    design = plane(9, np.array([3, 3, 3]), 4)
    assert design is not None
    together = (design[:, :, None] == design[:, None, :]).sum(0)
    assert (together == 1 + 3 * np.eye(9)).all()
