"""The fewest people who must change groups so that hard rules hold and groups are as large as each other.

Branching on what is wrong: of the ways that could mend the first thing wrong, one must be gone, so each is tried in
turn, and those tried before are barred from then on. With one person more at a time this finds the smallest set,
and looks at each set once (Niedermeier, Invitation to Fixed-Parameter Algorithms, 2006, ch. 8: bounded search trees).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vaexercise.grouping.day.floor import Floor, Way

Score = tuple[int, int, int, int]
"""Faults of hard rules beyond those allowed, unevenness, how many people changed groups, faults of soft rules."""

_WAYS_A_STEP = 8


@dataclass(frozen=True, kw_only=True)
class Mended:
    """Where everybody sits then; `whole` if nothing was left wrong, `proved` if no fewer changes would do.

    `least` is how many people have to change groups for the sizes alone.
    """

    where: tuple[int, ...]
    least: int
    whole: bool
    proved: bool


class Mending:
    """One search. Only `free` people may move; `order` is who comes first; `allowed` hard faults cannot be avoided."""

    def __init__(self, floor: Floor, free: Collection[int], order: Sequence[int], allowed: int) -> None:
        self._floor = floor
        self._free = free
        self._rank = {person: place for place, person in enumerate(order)}
        self._allowed = allowed
        self._moved: set[int] = set()
        self._barred: set[Way] = set()
        self._limit = 0
        self._cut = False
        self._bounded = True
        self._least = max(floor.excess)
        self._best: tuple[Score, tuple[int, ...]] = self._score(), tuple(floor.where)

    def run(self, most: int, budget: int) -> Mended:
        """At most `most` people move; of the `budget` of steps each further person gets half of what is left.

        Where that mends not everything, the best seating that was met.
        """
        floor, proved, end = self._floor, True, self._floor.steps + budget
        for count in range(self._least, most + 1):
            self._limit = floor.steps + (end - floor.steps) // 2
            self._cut = False
            self._down(count)
            if self._whole:
                return Mended(where=self._best[1], least=self._least, whole=True, proved=proved)
            proved = proved and not self._cut
        return self._partly(most, end)

    def _partly(self, most: int, end: int) -> Mended:
        """Not everything can be mended: hard rules as far as they were, then sizes."""
        (hard, uneven, moved, soft), where = self._best
        self._allowed += hard
        self._best = (0, uneven, moved, soft), where
        self._bounded = False
        self._limit = end
        self._down(most)
        return Mended(where=self._best[1], least=self._least, whole=False, proved=False)

    @property
    def _whole(self) -> bool:
        return not any(self._best[0][:2])

    def _score(self) -> Score:
        self._floor.steps += 1
        hard = max(0, self._floor.hard - self._allowed)
        return hard, self._floor.uneven, len(self._moved), self._floor.soft

    def _down(self, left: int) -> None:
        score = self._score()
        if score < self._best[0]:
            self._best = score, tuple(self._floor.where)
        if not any(score[:2]):
            return
        if self._floor.steps >= self._limit:
            self._cut = True
        elif left and not (self._bounded and self._needs() > left):
            self._try(self._options(left, beyond=bool(score[0])), left)

    def _needs(self) -> int:
        """So many more people at least must change groups: each change concerns two of the groups that are wrong."""
        wrong = 0 if self._allowed else self._floor.wrong_groups
        return max(*self._floor.excess, (wrong + 1) // 2)

    def _try(self, ways: list[Way], left: int) -> None:
        tried = []
        for way in ways:
            home = self._floor.go(*way)
            self._moved.add(way[0])
            self._down(left - 1)
            self._moved.discard(way[0])
            self._floor.go(way[0], home)
            if self._cut:
                break
            self._barred.add(way)
            tried.append(way)
        self._barred.difference_update(tried)

    def _options(self, left: int, *, beyond: bool) -> list[Way]:
        """The ways to mend what has fewest of them, the most promising first."""
        wrong = self._floor.wrong() if beyond else self._floor.outsized()
        self._floor.steps += sum(map(len, wrong)) // _WAYS_A_STEP
        lists = [[way for way in ways if self._is_open(way)] for ways in wrong]
        if (beyond and self._allowed) or not self._bounded:
            ways = list(dict.fromkeys(way for ways in lists for way in ways))
        else:
            ways = min(lists, key=len)
        if self._bounded:
            ways = [way for way in ways if max(self._floor.excess_after(way)) < left]
        return sorted(ways, key=lambda way: (self._floor.price(way), self._rank[way[0]], way[1]))

    def _is_open(self, way: Way) -> bool:
        return way[0] in self._free and way[0] not in self._moved and way not in self._barred
