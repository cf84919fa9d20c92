"""Flows with lower limits, and seats by flow."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.grouping.oracle.flow import Network
from vaexercise.grouping.oracle.rest import Rest, seat_rest


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=5, max_size=5))
def test_a_flow_is_found_where_there_is_one(limits: list[tuple[int, int]]) -> None:
    """One way in and two ways out: a flow that keeps all limits is found exactly if trying all finds one."""
    net = Network()
    middle, one, two = net.node(), net.node(), net.node()
    ends = [(0, middle), (middle, one), (one, 1), (middle, two), (two, 1)]
    bounds = [(low, low + more) for low, more in limits]
    edges = [net.edge(*pair, *bound) for pair, bound in zip(ends, bounds, strict=True)]
    possible = any(
        all(low <= amount <= high for amount, (low, high) in zip((a + b, a, a, b, b), bounds, strict=True))
        for a, b in product(range(6), repeat=2)
    )
    assert net.settle() == possible
    if possible:
        carried = [net.carried(edge) for edge in edges]
        assert carried[0] == carried[1] + carried[3]
        assert carried[1::2] == carried[2::2]
        assert all(low <= amount <= high for amount, (low, high) in zip(carried, bounds, strict=True))


def test_seats_that_dealing_would_miss() -> None:
    """Where dealing people out gets stuck, the flow still finds the only way."""
    both = frozenset({0, 1})
    rest: Rest = {(both, 1): [7], (both, 0): [3, 4]}
    assert seat_rest(rest, [2, 1], [[0, 0], [0, 0]], [[2, 2], [0, 2]]) == {7: 1, 3: 0, 4: 0}


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_seats_are_found_where_there_are_some(data: st.DataObject) -> None:
    """Seats within limits are found exactly if one of all seatings keeps them, and those found keep them."""
    groups = [frozenset(g) for g in ((0, 1), (0,), (1,))]
    keys = data.draw(st.lists(st.tuples(st.sampled_from(groups), st.integers(-1, 1)), max_size=5))
    left = [data.draw(st.integers(0, 3)) for _ in range(2)]
    low = [[data.draw(st.integers(-1, 2)) for _ in range(2)] for _ in range(2)]
    high = [[limit + data.draw(st.integers(0, 2)) for limit in row] for row in low]
    rest: Rest = {}
    for person, key in enumerate(keys):
        rest.setdefault(key, []).append(person)
    numbers = {number for _, number in rest if number >= 0}

    def keeps(seating: dict[int, int]) -> bool:
        held = {
            (g, t): sum(seating[p] == g for p, (_, n) in enumerate(keys) if n == t) for g in (0, 1) for t in numbers
        }
        return (
            all(list(seating.values()).count(g) <= left[g] for g in (0, 1))
            and all(low[g][t] <= count <= max(0, high[g][t]) for (g, t), count in held.items())
            and all(seating[p] in allowed for p, (allowed, _) in enumerate(keys))
        )

    found = seat_rest(rest, left, low, high)
    every = (dict(enumerate(choice)) for choice in product((0, 1), repeat=len(keys)))
    assert (found is not None) == any(map(keeps, every))
    assert found is None or keeps(found)
