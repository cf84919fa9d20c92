"""How many of a value are a group's fair share, and how even a split can be. Whole numbers only."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def even_sizes(people: int, groups: int) -> tuple[int, ...]:
    """Group sizes that differ by at most one; spare seats go to the first groups."""
    size, spare = divmod(people, groups)
    return tuple(size + (group < spare) for group in range(groups))


def fair_share(total: int, size: int, people: int) -> tuple[int, int]:
    """The proportional share of a group of `size`, rounded down and up: any whole number between is fair."""
    low, rest = divmod(total * size, people)
    return low, low + (rest > 0)


def outside(count: int, low: int, high: int) -> int:
    """How far a count is from lying between `low` and `high`."""
    return max(low - count, count - high, 0)


def pairs(people: int) -> int:
    """How many pairs there are among so many people."""
    return comb(people, 2)


def fewest_pairs(people: int, sizes: Sequence[int]) -> int:
    """How many of these people's pairs must share a group: the most even split that fits."""
    counts = [0] * len(sizes)
    for _ in range(people):
        group = min((g for g in range(len(sizes)) if counts[g] < sizes[g]), key=counts.__getitem__)
        counts[group] += 1
    return sum(map(pairs, counts))


def most_pairs(people: int, sizes: Sequence[int]) -> int:
    """How many of these people's pairs can share a group: the largest groups filled one after another."""
    found = 0
    for size in sorted(sizes, reverse=True):
        taken = min(size, people)
        found += pairs(taken)
        people -= taken
    return found
