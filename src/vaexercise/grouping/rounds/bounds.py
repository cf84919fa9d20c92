"""How many meetings must be repeats, whatever the plan: lower bounds that can be checked by hand.

A plan seats n people in R rounds, each time in groups of the same sizes. A round has the sum of s (s - 1) / 2
meetings over group sizes s. A meeting is a repeat if its pair has met in an earlier round, or before.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.fair import fewest_pairs, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.grouping.rounds.company import Times


def fewest_repeats(sizes: Sequence[int], rounds: int, met: Times | None, bound_pairs: Iterable[tuple[int, int]]) -> int:
    """The largest of the bounds below; `met` (n, n) is how often pairs met before, `bound_pairs` cannot be parted."""
    return max(
        by_splitting(sizes, rounds, cliques(met) if met is not None else ()),
        by_number(sizes, rounds, 0 if met is None else int(np.count_nonzero(met)) // 2),
        by_person(sizes, rounds, met),
        by_ties(rounds, met, bound_pairs),
    )


def by_splitting(sizes: Sequence[int], rounds: int, known: Iterable[int]) -> int:
    """Groups of one round come apart in the next only as far as there are groups to go to.

    The s people of a group of an earlier round are spread over G groups now; their pairs that share a group
    are fewest when the split is even, and all of these are repeats. Summed over the groups of that one round,
    no pair is counted twice, for its groups share nobody. This holds in each of R - 1 rounds. Sets of people
    who all know each other from before (`known`: their sizes, the sets sharing nobody) give a bound of the
    same kind, in each of R rounds; of two bounds the larger holds.
    """
    kept = sum(times * fewest_pairs(size, sizes) for size, times in Counter(sizes).items())
    old = sum(times * fewest_pairs(size, sizes) for size, times in Counter(known).items())
    return old + (rounds - 1) * max(kept, old)


def by_number(sizes: Sequence[int], rounds: int, met: int) -> int:
    """There are n (n - 1) / 2 pairs; `met` of them met before. What goes beyond the rest is a repeat."""
    return max(0, rounds * sum(map(pairs, sizes)) - pairs(sum(sizes)) + met)


def by_person(sizes: Sequence[int], rounds: int, met: Times | None) -> int:
    """A person meets at least R (s - 1) others, s the smallest size, and has at most so many new to meet.

    What goes beyond that is repeats; each belongs to two people, so half of the sum, rounded up.
    """
    meets, others = rounds * (min(sizes) - 1), sum(sizes) - 1
    if met is None:
        return -(-sum(sizes) * max(0, meets - others) // 2)
    new = others - np.count_nonzero(met, axis=1)
    return -(-int(np.maximum(0, meets - new).sum()) // 2)


def by_ties(rounds: int, met: Times | None, bound_pairs: Iterable[tuple[int, int]]) -> int:
    """Two people whom hard rules keep in one group meet in every round: only the first time can be new."""
    return sum(rounds - (met is None or not met[pair]) for pair in bound_pairs)


def beyond_cap(sizes: Sequence[int], rounds: int, cap: int) -> int:
    """Meetings of the same two people beyond `cap` rounds that no plan avoids.

    After `cap` rounds n people have had at most G ** cap ways to sit; who had the same way has met `cap` times.
    In the next round each such set spreads over G groups, and its pairs that share one go beyond the cap. Both
    are fewest when even. Further rounds are not counted.
    """
    if not 0 < cap < rounds:
        return 0
    ways = int(min(sum(sizes), len(sizes) ** cap))
    size, spare = divmod(sum(sizes), ways)
    return spare * fewest_pairs(size + 1, sizes) + (ways - spare) * fewest_pairs(size, sizes)


def cliques(met: Times) -> list[int]:
    """Sizes of sets of people who have all met each other; nobody is in two, found by taking the first who fits."""
    free = np.ones(len(met), np.bool_)
    found = []
    for person in range(len(met)):
        if free[person]:
            free[person] = False
            fitting, size = (met[person] > 0) & free, 1
            while fitting.any():
                mate = int(fitting.argmax())
                free[mate] = False
                fitting &= (met[mate] > 0) & free
                size += 1
            if size > 1:
                found.append(size)
    return found
