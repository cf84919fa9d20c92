"""Average linkage: the two clusters that are most alike on average are joined, again and again, down to a cut.

The method is that of R. Sokal and C. Michener, A statistical method for evaluating systematic relationships, 1958
(UPGMA). Of equal means the one with the smallest numbers is taken, so the same scores give the same clusters; and the
order of joining does not depend on the cut, so a higher cut only ever splits the clusters of a lower one.
"""

from __future__ import annotations

from array import array
from operator import add
from typing import TYPE_CHECKING

from vaexercise.plenary.vectors import FULL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.plenary.vectors import Scores

CUT = 0.15
"""The mean score below which nothing is joined: a safe choice on two public sets of statements."""

STEP = 0.03
"""What one step tighter adds to the cut."""

LOOSEST, TIGHTEST = 0.03, 0.90
_NEVER = -1


def cut_at(tighter: int) -> float:
    """The cut so many steps tighter than the usual one, or looser if the number is negative."""
    return min(max(round(CUT + STEP * tighter, 2), LOOSEST), TIGHTEST)


def clusters(scores: Scores, members: Sequence[int], cut: float) -> list[list[int]]:
    """The members, each in one cluster; `cut` is a mean score from 0 to 1. Clusters and their members in order."""
    linkage = _Linkage(scores, sorted(members))
    while linkage.closest() >= cut * FULL:
        linkage.join()
    return linkage.clusters


class _Linkage:
    """Clusters by the position of their first member; of each, the one that is most like it."""

    def __init__(self, scores: Scores, members: Sequence[int]) -> None:
        self._sums = [array("q", row) for row in scores.among(members)]
        for number, row in enumerate(self._sums):
            row[number] = _NEVER
        self._held = [[member] for member in members]
        self._sizes = [1] * len(members)
        self._alive = list(range(len(members)))
        self._partner = list(self._alive)
        self._mean = [float(_NEVER)] * len(members)
        for number in self._alive:
            self._look_around(number)

    @property
    def clusters(self) -> list[list[int]]:
        return [sorted(self._held[number]) for number in self._alive]

    def closest(self) -> float:
        """The mean score of the two clusters that would be joined next; below 0 if there is only one."""
        return max(map(self._mean.__getitem__, self._alive), default=_NEVER)

    def join(self) -> None:
        """Join those two.

        A mean over both is never above the higher of the two: who was most like another one still is.
        """
        best = self.closest()
        kept = next(number for number in self._alive if self._mean[number] == best)
        gone = self._partner[kept]
        self._alive.remove(gone)
        self._held[kept] += self._held[gone]
        self._sizes[kept] += self._sizes[gone]
        self._add(kept, gone)
        for number in self._alive:
            if number == kept or self._partner[number] in (kept, gone):
                self._look_around(number)

    def _add(self, kept: int, gone: int) -> None:
        row = self._sums[kept] = array("q", map(add, self._sums[kept], self._sums[gone]))
        row[kept] = _NEVER
        for number in self._alive:
            self._sums[number][kept] = row[number]

    def _look_around(self, number: int) -> None:
        """Find the cluster that is most like this one, the first of equal ones."""
        row, sizes = self._sums[number], self._sizes
        means = [row[other] / sizes[other] for other in self._alive]
        partner = self._alive[means.index(max(means))]
        self._partner[number] = partner
        self._mean[number] = self._mean_of(number, partner) if partner != number else float(_NEVER)

    def _mean_of(self, one: int, other: int) -> float:
        return self._sums[one][other] / (self._sizes[one] * self._sizes[other])
