"""The search for up to some hundred people: every swap of two people is weighed in every step.

A tabu search on exact numbers: the best swap is made even where it makes things worse, and who has just
left a group may not come back for a while. The costs of all n * n swaps are kept up to date in a few
array operations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from random import Random

    from vaexercise.grouping.costs import Flags, Floats, Ints, Tables

_STEPS = 300
_NEVER = float(1 << 51)
_NOT_NOW = float(1 << 48)


def tabu(tables: Tables, seating: Ints, movable: Flags, rng: Random) -> tuple[Ints, int]:
    """The best seating met in a budget of swaps, and its cost; ends early where the faults reach their bound."""
    swaps = Swaps(tables, seating.copy(), movable)
    best, found = swaps.cost, seating.copy()
    wait = max(3, len(seating) // 10)
    until = np.zeros((len(seating), len(tables.sizes)))
    step = 0
    while step < _STEPS and tables.total(tables.faults, found) > tables.bound:
        before = best
        while step < _STEPS and best == before:
            step += 1
            move = swaps.choose(until > step, best)
            if move is None:
                return found, best
            for person in move:
                until[person, swaps.seating[person]] = step + wait + int(rng.random() * wait)
            swaps.make(*move)
            best = min(best, swaps.cost)
        if best < before:
            found = swaps.seating.copy()
    return found, best


class Swaps:
    """A seating with the cost of every swap.

    For person i, group g, set v: `joining` (n, G) and `leaving` (n) are the costs of i joining g and leaving
    their own group, `both` (G, V) of one more and one less of v in g; `shared` (n, n) takes back what does
    not change when two people of one set swap; `closed` (n, n) is prohibitive where a swap may not be or is
    none. `wish` (n, G) are the prices of unmet wishes.
    """

    def __init__(self, tables: Tables, seating: Ints, movable: Flags) -> None:
        self.tables = tables
        self.seating = seating
        self.cost = tables.total(tables.cost, seating)
        people, groups = len(seating), len(tables.sizes)
        self.inside = np.zeros((people, tables.width + 1))
        self.inside[np.arange(people)[:, None], tables.sets] = 1
        self.inside = self.inside[:, :-1]
        elsewhere = tables.wants[:, None, :] != np.arange(groups)[None, :, None]
        self.wish = (tables.prices[:, None, :] * elsewhere).sum(2).astype(float)
        self.counts = tables.counts(seating)
        self.more, self.less = self._steps(np.arange(groups))
        self.both = self.more + self.less
        self.joining = self.inside @ self.more.T + self.wish
        self.leaving = np.zeros(people)
        self.shared = np.zeros((people, people))
        self.barred = self._barred(movable)
        self.closed = np.zeros((people, people))
        self._renew(np.arange(people))

    def _steps(self, groups: Ints) -> tuple[Floats, Floats]:
        """The cost of one more and of one less of each set in these groups, two (groups, V)."""
        table, kind, counts = self.tables.cost, self.tables.kind[groups][:, None], self.counts[groups, :-1]
        sets = np.arange(self.tables.width)
        now = table[kind, sets, counts]
        more = table[kind, sets, counts + 1] - now
        less = table[kind, sets, np.maximum(counts - 1, 0)] - now
        return more.astype(float), less.astype(float)

    def _renew(self, people: Ints) -> None:
        own = self.seating[people]
        inside = self.inside[people]
        self.leaving[people] = (inside * self.less[own]).sum(1) - self.wish[people, own]
        self.shared[people] = (inside * self.both[own]) @ self.inside.T
        closed = (self.barred[people] | (own[:, None] == self.seating)) * _NEVER
        self.closed[people] = closed
        self.closed[:, people] = closed.T

    def _barred(self, movable: Flags) -> Flags:
        """Swaps that move who may not move, or change nothing because both are alike."""
        marks = np.concatenate([self.tables.sets, self.tables.wants, self.tables.prices], axis=1)
        _, alike = np.unique(marks, axis=0, return_inverse=True)
        alike = alike.reshape(-1)
        barred: Flags = (alike[:, None] == alike) | ~movable[:, None] | ~movable
        return barred

    def choose(self, tabu: Flags, best: int) -> tuple[int, int] | None:
        """The cheapest swap that is not tabu, or that beats `best`; None if there is no swap at all."""
        change = self.joining.take(self.seating, axis=1)
        change += self.leaving[:, None]
        change -= self.shared
        change += change.T + self.closed
        now = free = int(change.argmin())
        if change.flat[free] >= _NEVER / 2:
            return None
        if self.cost + change.flat[free] >= best:
            back = (tabu * _NOT_NOW).take(self.seating, axis=1)
            back += back.T + change
            now = int(back.argmin())
            now = free if back.flat[now] >= _NOT_NOW / 2 else now
        one, two = divmod(now, len(self.seating))
        self.change = int(change.flat[now])
        return one, two

    def make(self, one: int, two: int) -> None:
        """Swaps the two people chosen last."""
        a, b = self.seating[one], self.seating[two]
        for person, old, new in ((one, a, b), (two, b, a)):
            sets = self.tables.sets[person]
            self.counts[old, sets] -= 1
            self.counts[new, sets] += 1
            self.seating[person] = new
        self.counts[:, -1] = 0
        self.cost += self.change
        groups = np.array([a, b])
        self.more[groups], self.less[groups] = self._steps(groups)
        self.both[groups] = self.more[groups] + self.less[groups]
        self.joining[:, groups] = self.inside @ self.more[groups].T + self.wish[:, groups]
        self._renew(np.flatnonzero((self.seating == a) | (self.seating == b)))
