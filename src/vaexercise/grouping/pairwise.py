"""The search for many people: groups are paired at random, and each pair makes its best swap at once.

The pairs share no group, so their swaps do not interfere, and no table of all pairs of people is needed.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.start import randoms

if TYPE_CHECKING:
    from random import Random

    from vaexercise.grouping.costs import Flags, Ints, Tables

_NEVER = 1 << 60
_SWEEPS, _QUIET = 3000, 1000
"""How many sweeps in all, and how many without gain."""
_WORK = 600_000_000
"""How many table entries may be looked up in all."""
_CELLS = 1 << 20
"""Swaps weighed in one sweep; larger groups are sampled."""
_AMONG_THEMSELVES = 0.5
"""How often groups with faults are paired with each other, so that too many here can meet too few there."""
_SIDEWAYS = 0.3
"""How often a swap that changes nothing is made, to get off a plateau."""


def pairwise(tables: Tables, seating: Ints, movable: Flags, rng: Random) -> tuple[Ints, int]:
    """The seating after the budget of sweeps, or when they bring nothing more, and its cost."""
    state = Sweeps(tables, seating.copy(), movable, rng)
    idle = 0
    for _ in range(_SWEEPS):
        first, second = state.pair_up()
        if not len(first) or idle > _QUIET or state.work > _WORK:
            break
        idle = 0 if state.sweep(first, second) else idle + 1
    return state.seating, tables.total(tables.cost, state.seating)


class Sweeps:
    """A seating with who sits where (`places`, G x largest size, -1 where nobody may move)."""

    def __init__(self, tables: Tables, seating: Ints, movable: Flags, rng: Random) -> None:
        self.tables = tables
        self.seating = seating
        self.rng = rng
        self.work = 0
        self.counts = tables.counts(seating)
        self.wrong = self._wrong(np.arange(len(tables.sizes)))
        table = tables.cost
        self.more = np.diff(table, axis=2, append=table[:, :, -1:])
        self.less = -np.diff(table, axis=2, prepend=table[:, :, :1])
        self.places = np.full((len(tables.sizes), int(tables.sizes.max())), -1)
        for group in range(len(tables.sizes)):
            people = np.flatnonzero((seating == group) & movable)
            self.places[group, : len(people)] = people

    def pair_up(self) -> tuple[Ints, Ints]:
        """Groups with faults, each with one that has none or, every other time, with each other; none at the bound."""
        wrong = self.wrong.copy()
        if self.tables.wants.size:
            np.add.at(wrong, self.seating, self.tables.elsewhere(self.seating))
        if int(wrong.sum()) <= self.tables.bound:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        least = min(int(wrong.min()), 0)
        hot, cool = self._mixed(np.flatnonzero(wrong > least)), self._mixed(np.flatnonzero(wrong <= least))
        met = 0 if len(hot) > 1 and self.rng.random() < _AMONG_THEMSELVES else min(len(hot), len(cool))
        half = (len(hot) - met) // 2
        return hot[: met + half], np.concatenate([cool[:met], hot[met + half : met + 2 * half]])

    def _mixed(self, items: Ints) -> Ints:
        found: Ints = items[np.argsort(randoms(len(items), self.rng), kind="stable")]
        return found

    def sweep(self, first: Ints, second: Ints) -> bool:
        """Makes the best swap of each pair of groups; whether anything got better."""
        seats_a, seats_b = self._sample(first, len(first)), self._sample(second, len(first))
        here, there = self._people(first, seats_a), self._people(second, seats_b)
        change = self._change(first, second, here, there)
        self.work += change.size * self.tables.sets.shape[1] + 2 * len(first) * self.tables.width
        flat = change.reshape(len(first), -1)
        best = flat.argmin(1)
        gain = flat[np.arange(len(first)), best]
        take = np.flatnonzero(gain < (1 if self.rng.random() < _SIDEWAYS else 0))
        one, two = best[take] // there.shape[1], best[take] % there.shape[1]
        self._swap(first[take], second[take], seats_a[take, one], seats_b[take, two])
        return bool((gain[take] < 0).any())

    def _sample(self, groups: Ints, pairs: int) -> Ints:
        """Which places of each group are looked at, (groups, width): all, or a random run of them."""
        seats = self.places.shape[1]
        width = min(seats, max(1, isqrt(_CELLS // pairs)))
        begin = randoms(len(groups), self.rng) * seats if width < seats else np.zeros(len(groups))
        found: Ints = (begin.astype(np.int64)[:, None] + np.arange(width)) % seats
        return found

    def _people(self, groups: Ints, seats: Ints) -> Ints:
        found: Ints = self.places[groups[:, None], seats]
        return found

    def _change(self, first: Ints, second: Ints, here: Ints, there: Ints) -> Ints:
        """What each swap costs, (pairs, width, width)."""
        sets_a, sets_b = self.tables.sets[here], self.tables.sets[there]
        out_a, in_b = self._step(self.less, first, sets_a), self._step(self.more, second, sets_a)
        out_b, in_a = self._step(self.less, second, sets_b), self._step(self.more, first, sets_b)
        leave = (out_a + in_b).sum(2) + self._wish(here, second) - self._wish(here, first)
        come = (out_b + in_a).sum(2) + self._wish(there, first) - self._wish(there, second)
        change: Ints = leave[:, :, None] + come[:, None, :]
        back = out_a + in_b + self._step(self.more, first, sets_a) + self._step(self.less, second, sets_a)
        for column in range(sets_a.shape[2]):
            alike = sets_a[:, :, None, column] == sets_b[:, None, :, column]
            change -= back[:, :, None, column] * alike
        change[(here < 0)[:, :, None] | (there < 0)[:, None, :]] = _NEVER
        return change

    def _step(self, table: Ints, groups: Ints, sets: Ints) -> Ints:
        """The cost of one more or one less of each of these sets (groups, width, A) in the group."""
        row = groups[:, None, None]
        found: Ints = table[self.tables.kind[row], sets, self.counts[row, sets]]
        return found

    def _wish(self, people: Ints, groups: Ints) -> Ints:
        elsewhere = self.tables.wants[people] != groups[:, None, None]
        found: Ints = (self.tables.prices[people] * elsewhere).sum(2)
        return found

    def _swap(self, first: Ints, second: Ints, seats_a: Ints, seats_b: Ints) -> None:
        here, there = self.places[first, seats_a], self.places[second, seats_b]
        for people, old, new in ((here, first, second), (there, second, first)):
            sets = self.tables.sets[people]
            np.add.at(self.counts, (old[:, None], sets), -1)
            np.add.at(self.counts, (new[:, None], sets), 1)
            self.seating[people] = new
        self.counts[:, -1] = 0
        self.places[first, seats_a], self.places[second, seats_b] = there, here
        changed = np.concatenate([first, second])
        self.wrong[changed] = self._wrong(changed)

    def _wrong(self, groups: Ints) -> Ints:
        kind = self.tables.kind[groups][:, None]
        found: Ints = self.tables.faults[kind, np.arange(self.tables.width + 1), self.counts[groups]].sum(1)
        return found
