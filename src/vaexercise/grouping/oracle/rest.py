"""Seats for those who are in one set at most: dealt out, or, where that fails, by a flow, which decides."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.flow import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

Rest = dict[tuple[frozenset[int], int], list[int]]
"""People by the groups that they may sit in and the number of their set, or -1."""


def seat_rest(
    rest: Rest, left: Sequence[int], low: Sequence[Sequence[int]], high: Sequence[Sequence[int]]
) -> dict[int, int] | None:
    """A group for each, with `left` seats and `low` to `high` of each set in each group; None if there is none."""
    return _dealt(rest, list(left), low, high) or _flowed(rest, left, low, high)


def _dealt(
    rest: Rest, left: list[int], low: Sequence[Sequence[int]], high: Sequence[Sequence[int]]
) -> dict[int, int] | None:
    """First where somebody must sit, then where most seats are left; those with fewest groups to choose from first."""
    seating: dict[int, int] = {}
    added: dict[tuple[int, int], int] = {}
    for groups, number in sorted(rest, key=lambda each: (len(each[0]), -each[1])):
        most = {g: left[g] if number < 0 else min(left[g], high[g][number] - added.get((g, number), 0)) for g in groups}
        need = {g: 0 if number < 0 else low[g][number] - added.get((g, number), 0) for g in groups}
        queue = [(need[g] <= 0, -left[g], g) for g in groups if most[g] > 0]
        heapify(queue)
        for person in rest[groups, number]:
            if not queue:
                return None
            *_, group = heappop(queue)
            seating[person] = group
            left[group] -= 1
            need[group] -= 1
            most[group] -= 1
            added[group, number] = added.get((group, number), 0) + 1
            if most[group] > 0:
                heappush(queue, (need[group] <= 0, -left[group], group))
    numbers = {number for _, number in rest if number >= 0}
    met = all(added.get((g, t), 0) >= row[t] for g, row in enumerate(low) for t in numbers)
    return seating if met else None


def _flowed(
    rest: Rest, left: Sequence[int], low: Sequence[Sequence[int]], high: Sequence[Sequence[int]]
) -> dict[int, int] | None:
    net = Network()
    tables = [net.node() for _ in left]
    for node, seats in zip(tables, left, strict=True):
        net.edge(node, 1, 0, seats)
    chairs: dict[tuple[int, int], int] = {}
    for number in sorted({number for _, number in rest if number >= 0}):
        for group, node in enumerate(tables):
            chairs[group, number] = net.node()
            net.edge(chairs[group, number], node, max(0, low[group][number]), max(0, high[group][number]))
    ways = []
    for (groups, number), people in rest.items():
        start = net.node()
        net.edge(0, start, len(people), len(people))
        ends = [(group, chairs.get((group, number), tables[group])) for group in sorted(groups)]
        ways += [(group, people, net.edge(start, end, 0, len(people))) for group, end in ends]
    if not net.settle():
        return None
    taken: dict[int, int] = {}
    seating: dict[int, int] = {}
    for group, people, edge in ways:
        begin = taken.get(id(people), 0)
        taken[id(people)] = begin + net.carried(edge)
        seating |= dict.fromkeys(people[begin : taken[id(people)]], group)
    return seating
