"""Who takes which place of a design: who meets how often stays, and balance is searched for.

A search over swaps of two people's places in all rounds at once. Where no swap helps, the faults that are left
weigh more from then on (Morris, "The breakout method for escaping from local minima", AAAI 1993).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.searching.start import randoms

if TYPE_CHECKING:
    from random import Random

    from vaexercise.grouping.searching.costs import Flags, Floats, Ints, Tables

_NEVER = float(1 << 49)
_NOT_NOW = float(1 << 46)
_STEPS, _WORK = 2000, 60_000_000
_REST = 2
"""For how many steps, at least, who has just swapped may not swap again."""
_WEIGHT, _MORE = 10, 3
"""What a fault weighs at first, and by how much more each time that no swap helps."""


def relabel(tables: Tables, design: Ints, rng: Random) -> Ints:
    """The groups of each person, (rounds, n), with the fewest faults met in a budget of steps."""
    places = Places(tables, design, np.argsort(randoms(design.shape[1], rng), kind="stable"))
    best, found = (places.faults, places.cost), places.groups.copy()
    rests = np.zeros(design.shape[1])
    bound = len(design) * tables.bound
    for step in range(min(_STEPS, _WORK // design.size // design.shape[1])):
        if best[0] <= bound:
            break
        move = places.choose(rests > step)
        if move is None:
            break
        if places.change >= 0:
            places.weigh()
            move = places.choose(rests > step) or move
        for person in move:
            rests[person] = step + 1 + _REST + int(rng.random() * _REST)
        places.make(*move)
        now = places.faults, places.cost
        if now < best:
            best, found = now, places.groups.copy()
    return found


class Places:
    """People at the places of a design, with the cost of every swap.

    As `Swaps`, for all rounds at once: `groups` (R, n) counts the groups of all rounds through, `joining`
    (R * G, n), `shared` (R, n, n). `weights` (R * G, V + 1) are those of faults.
    """

    def __init__(self, tables: Tables, design: Ints, place: Ints) -> None:
        rounds, people = design.shape
        self.width = len(tables.sizes)
        self.design = design + np.arange(rounds)[:, None] * self.width
        self.place = place
        self.point = np.unique(design, axis=1, return_inverse=True)[1].reshape(-1)
        self.tables = tables
        self.inside = np.zeros((people, tables.width + 1))
        self.inside[np.arange(people)[:, None], tables.sets] = 1
        self.inside[:, -1] = 0
        self.sets_of = np.ascontiguousarray(self.inside.T)
        self.costs, self.wrong = tables.cost.ravel(), tables.faults.ravel()
        self.weights = np.full((rounds * self.width, tables.width + 1), _WEIGHT)
        self.faults_more, self.faults_less = _steps(tables.faults)
        self.pull_more, self.pull_less = _steps(_WEIGHT * (tables.cost - tables.faults))
        _, sets, counts = tables.cost.shape
        zero = (tables.kind[:, None] * sets + np.arange(sets)) * counts
        self.last = np.tile(zero, (rounds, 1))[:, -1]
        at = [zero + tables.counts(groups[place]) for groups in design]
        self.at = np.concatenate(at)
        _, alike = np.unique(tables.sets, axis=0, return_inverse=True)
        alike = alike.reshape(-1)
        self.barred = _NEVER * (alike[:, None] == alike)
        self.row = np.zeros((rounds * people, people))
        self._renew()

    @property
    def faults(self) -> int:
        """Faults of all rounds."""
        return int(self.wrong.take(self.at).sum())

    @property
    def cost(self) -> int:
        """The cost of all rounds."""
        return int(self.costs.take(self.at).sum())

    @property
    def groups(self) -> Ints:
        """The groups of each person in each round, (R, n), from 0."""
        found: Ints = self.own % self.width
        return found

    def _renew(self) -> None:
        self.own = self.design[:, self.place]
        more = self.weights * self.faults_more.take(self.at) + self.pull_more.take(self.at)
        less = self.weights * self.faults_less.take(self.at) + self.pull_less.take(self.at)
        weighed = self.inside * (more + less)[self.own]
        self.shared = weighed @ self.sets_of
        leaving = (self.inside * less[self.own]).sum(2)
        self.joining = more @ self.sets_of
        self.joining.reshape(len(leaving), self.width, -1)[:] += leaving[:, None]

    def choose(self, resting: Flags) -> tuple[int, int] | None:
        """The cheapest swap of two people who do not rest, or else of any, `change` being what it costs by weight.

        None if all are alike.
        """
        rounds, people = self.own.shape
        self.joining.take(self.own.ravel(), axis=0, out=self.row, mode="clip")
        row = self.row.reshape(rounds, people, people)
        row -= self.shared
        row *= self.own[:, :, None] != self.own[:, None]
        half = row.sum(0)
        half += _NOT_NOW * resting
        change = half + half.T
        point = self.point[self.place]
        change += self.barred
        change += _NEVER * (point[:, None] == point)
        now = int(change.argmin())
        self.change = change.flat[now]
        return None if self.change >= _NEVER / 2 else divmod(now, people)

    def weigh(self) -> None:
        """Gives the faults that are left more weight."""
        self.weights += _MORE * (self.wrong.take(self.at) > 0)
        self._renew()

    def make(self, one: int, two: int) -> None:
        """Swaps the places of two people."""
        for old, new in zip(self.own[:, one].tolist(), self.own[:, two].tolist(), strict=True):
            if old != new:
                self.at[old, self.tables.sets[one]] -= 1
                self.at[new, self.tables.sets[two]] -= 1
                self.at[new, self.tables.sets[one]] += 1
                self.at[old, self.tables.sets[two]] += 1
        self.at[:, -1] = self.last
        self.place[[one, two]] = self.place[[two, one]]
        self._renew()


def _steps(table: Ints) -> tuple[Floats, Floats]:
    """What one more and one less cost at each place of a table, flat."""
    more = np.diff(table, axis=2, append=table[:, :, -1:])
    less = -np.diff(table, axis=2, prepend=table[:, :, :1])
    return more.astype(float).ravel(), less.astype(float).ravel()
