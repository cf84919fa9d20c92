"""The search for many people: groups are paired at random, and each pair makes its best swap at once.

The pairs share no group, so their swaps do not interfere, and no table of all swaps is needed. When few
groups have a fault left, each of them looks at several others before it swaps with one.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.searching.start import randoms

if TYPE_CHECKING:
    from random import Random

    from vaexercise.grouping.rounds.company import Company
    from vaexercise.grouping.searching.costs import Flags, Ints, Tables

_NEVER = 1 << 60
_SWEEPS = 3000
QUIET = 400
"""How many sweeps without gain are enough."""
_WORK = 600_000_000
"""How many table entries may be looked up in all."""
_CELLS = 1 << 20
"""Swaps weighed in one sweep; larger groups are sampled."""
_WIDE = 48
"""Pairs of groups that are worth a sweep: fewer cost as much."""
_AMONG_THEMSELVES = 0.5
"""How often groups with faults are paired with each other, so that too many here can meet too few there."""
_SIDEWAYS = 0.3
"""How often a swap that changes nothing is made, to get off a plateau."""


def pairwise(
    tables: Tables,
    seating: Ints,
    movable: Flags,
    rng: Random,
    company: Company | None = None,
    quiet: int = QUIET,
) -> tuple[Ints, int]:
    """The seating after the budget of sweeps, or when they bring nothing more, and its cost."""
    state = Sweeps(tables, seating.copy(), movable, rng, company)
    idle = 0
    for _ in range(_SWEEPS):
        first, second = state.pair_up()
        if not len(first) or idle > quiet or state.work > _WORK:
            break
        idle = 0 if state.sweep(first, second) else idle + 1
    met = company.cost(state.seating) if company else 0
    return state.seating, tables.total(tables.cost, state.seating) + met


class Sweeps:
    """A seating with who sits where (`places`, G x largest size, -1 for no seat).

    For group g and set v: `more` and `less` (G, V + 1) are the costs of one more and one less of v in g,
    `wrong` (G) is what is wrong in g.
    """

    def __init__(
        self, tables: Tables, seating: Ints, movable: Flags, rng: Random, company: Company | None = None
    ) -> None:
        self.tables = tables
        self.seating = seating
        self.rng = rng
        self.company = company
        self.work = 0
        self.stuck = np.append(~movable, True)
        groups = len(tables.sizes)
        self.counts = tables.counts(seating)
        self.places = np.full((groups, int(tables.sizes.max())), -1)
        order = np.argsort(seating, kind="stable")
        sizes = np.bincount(seating, minlength=groups)
        self.places[seating[order], np.arange(len(seating)) - (np.cumsum(sizes) - sizes)[seating[order]]] = order
        self.deck = np.zeros(0, np.int64)
        self.more, self.less = np.zeros_like(self.counts), np.zeros_like(self.counts)
        self.wrong = np.zeros(groups, np.int64)
        self._renew(np.arange(groups))

    def pair_up(self) -> tuple[Ints, Ints]:
        """Groups with faults (pairs), and whom each looks at (pairs, wide): groups without faults or each other.

        None when the bound is reached.
        """
        wrong = self.wrong
        if self.tables.wants.size:
            wrong = wrong.copy()
            np.add.at(wrong, self.seating, self.tables.elsewhere(self.seating))
        if int(wrong.sum()) <= self.tables.bound:
            return np.zeros(0, np.int64), np.zeros((0, 1), np.int64)
        fine = wrong <= min(int(wrong.min()), 0)
        hot = np.flatnonzero(~fine)
        hot = hot[np.argsort(randoms(len(hot), self.rng), kind="stable")]
        cool = len(fine) - len(hot)
        if cool < len(hot) or (len(hot) > 1 and self.rng.random() < _AMONG_THEMSELVES):
            half = len(hot) // 2
            return hot[:half], hot[half : 2 * half, None]
        wide = max(1, min(cool, _WIDE) // len(hot))
        return hot, self._deal(fine, len(hot) * wide).reshape(len(hot), wide)

    def _deal(self, fine: Flags, number: int) -> Ints:
        """So many different groups without faults, from a shuffled deck that is dealt to its end."""
        found = self.deck[fine[self.deck]][:number]
        if len(found) < number:
            groups = len(fine)
            self.deck = np.argsort(randoms(groups, self.rng), kind="stable")
            rest = self.deck[fine[self.deck]]
            found = np.concatenate([found, rest[~np.isin(rest, found)][: number - len(found)]])
        self.deck = self.deck[~np.isin(self.deck, found)]
        return found

    def sweep(self, first: Ints, second: Ints) -> bool:
        """Makes the best swap of each of the first groups; whether anything got better."""
        pairs, wide = second.shape
        left, right = np.repeat(first, wide), second.ravel()
        seats_a, seats_b = self._sample(left, len(left)), self._sample(right, len(left))
        change = self._change(left, right, self.places[left[:, None], seats_a], self.places[right[:, None], seats_b])
        self.work += change.size * self.tables.sets.shape[1] + 2 * len(left) * self.tables.width
        flat = change.reshape(pairs, -1)
        best = flat.argmin(1)
        gain = flat[np.arange(pairs), best]
        take = np.flatnonzero(gain < (1 if self.rng.random() < _SIDEWAYS else 0))
        pair, swap = np.divmod(best[take], change.shape[1] * change.shape[2])
        pair += take * wide
        one, two = np.divmod(swap, change.shape[2])
        self._swap(left[pair], right[pair], seats_a[pair, one], seats_b[pair, two])
        return bool((gain[take] < 0).any())

    def _sample(self, groups: Ints, pairs: int) -> Ints:
        """Which places of each group are looked at, (groups, width): all, or a random run of them."""
        seats = self.places.shape[1]
        width = min(seats, max(1, isqrt(_CELLS // pairs)))
        begin = (randoms(len(groups), self.rng) * seats).astype(np.int64) if width < seats else np.zeros(1, np.int64)
        found: Ints = np.broadcast_to((begin[:, None] + np.arange(width)) % seats, (len(groups), width))
        return found

    def _change(self, first: Ints, second: Ints, here: Ints, there: Ints) -> Ints:
        """What each swap costs, (pairs, width, width)."""
        sets_a, sets_b = self.tables.sets[here], self.tables.sets[there]
        out_a, in_b = _step(self.less, first, sets_a), _step(self.more, second, sets_a)
        out_b, in_a = _step(self.less, second, sets_b), _step(self.more, first, sets_b)
        leave, come = (out_a + in_b).sum(2), (out_b + in_a).sum(2)
        if self.tables.wants.size:
            leave += self._wish(here, second) - self._wish(here, first)
            come += self._wish(there, first) - self._wish(there, second)
        if self.company:
            leave += self._met(self.company, here, second) - self._met(self.company, here, first)
            come += self._met(self.company, there, first) - self._met(self.company, there, second)
        change: Ints = leave[:, :, None] + come[:, None, :]
        back = _step(self.more + self.less, first, sets_a) + _step(self.more + self.less, second, sets_a)
        for column in range(sets_a.shape[2]):
            alike = sets_a[:, :, None, column] == sets_b[:, None, :, column]
            change -= back[:, :, None, column] * alike
        if self.company:
            change -= 2 * self.company.between(here[:, :, None], there[:, None, :])
        change[self.stuck[here][:, :, None] | self.stuck[there][:, None, :]] = _NEVER
        return change

    def _wish(self, people: Ints, groups: Ints) -> Ints:
        elsewhere = self.tables.wants[people] != groups[:, None, None]
        found: Ints = (self.tables.prices[people] * elsewhere).sum(2)
        return found

    def _met(self, company: Company, people: Ints, groups: Ints) -> Ints:
        """The price of whom these people (pairs, width) know in a group."""
        table = self.places[groups]
        found: Ints = (company.between(people[:, :, None], table[:, None]) * (table >= 0)[:, None]).sum(2)
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
        self._renew(np.concatenate([first, second]))

    def _renew(self, groups: Ints) -> None:
        tables, counts = self.tables, self.counts[groups]
        kind, sets = tables.kind[groups][:, None], np.arange(tables.width + 1)
        now = tables.cost[kind, sets, counts]
        self.more[groups] = tables.cost[kind, sets, np.minimum(counts + 1, tables.cost.shape[2] - 1)] - now
        self.less[groups] = tables.cost[kind, sets, np.maximum(counts - 1, 0)] - now
        self.wrong[groups] = tables.faults[kind, sets, counts].sum(1)
        if self.company:
            people = self.places[groups]
            self.wrong[groups] += (self._met(self.company, people, groups) * (people >= 0)).sum(1) // 2


def _step(table: Ints, groups: Ints, sets: Ints) -> Ints:
    """The entries of these sets (pairs, width, A) in the rows of the groups."""
    found: Ints = table.ravel().take(groups[:, None, None] * table.shape[1] + sets)
    return found
