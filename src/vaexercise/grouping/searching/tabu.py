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

    from vaexercise.grouping.rounds.company import Company
    from vaexercise.grouping.searching.costs import Flags, Ints, Tables

STEPS = 300
_NEVER = float(1 << 49)
_NOT_NOW = float(1 << 46)


def tabu(
    tables: Tables,
    seating: Ints,
    movable: Flags,
    rng: Random,
    company: Company | None = None,
    steps: int = STEPS,
) -> tuple[Ints, int]:
    """The best seating met in a budget of swaps, and its cost; ends early where the faults reach their bound."""
    swaps = Swaps(tables, seating.copy(), movable, company)
    best, found = swaps.cost, seating.copy()
    wait = min(9, max(3, len(seating) // 10))
    until = np.zeros((len(tables.sizes), len(seating)))
    step = 0
    while step < steps and not swaps.done:
        before = best
        while step < steps and best == before:
            step += 1
            move = swaps.choose(until > step)
            if move is None:
                return found, best
            for person in move:
                until[swaps.seating[person], person] = step + wait + int(rng.random() * wait)
            swaps.make(*move)
            best = min(best, swaps.cost)
        if best < before:
            found = swaps.seating.copy()
    return found, best


class Swaps:
    """A seating with the cost of every swap.

    For person i, group g, set v: `joining` (G, n) and `leaving` (n) are the costs of i joining g and leaving
    their own group, `more`, `less` and `both` (G, V + 1) of one more, one less, and one more and one less of v
    in g, read off at the places `at` of the tables. `shared` (n, n) takes back what does not change when two
    people of one set swap, and is prohibitive where a swap may not be or is none; `always` (n, n) is the part
    of it that stays. `personal` (G, n) are the prices of unmet wishes and of known company, `known` (n, n) of
    the latter.
    """

    def __init__(self, tables: Tables, seating: Ints, movable: Flags, company: Company | None = None) -> None:
        self.tables = tables
        self.seating = seating
        people, groups = len(seating), np.arange(len(tables.sizes))
        self.known = company.prices.astype(float)[company.times] if company else None
        self.cost = tables.total(tables.cost, seating) + self.meetings
        self.inside = np.zeros((people, tables.width + 1))
        self.inside[np.arange(people)[:, None], tables.sets] = 1
        self.inside[:, -1] = 0
        self.sets_of = np.ascontiguousarray(self.inside.T)
        self.personal = (tables.prices.T * (groups[:, None, None] != tables.wants.T)).sum(1).astype(float)
        self.always = -_NEVER * self._barred(movable)
        if self.known is not None:
            self.personal += (seating == groups[:, None]) @ self.known
            self.always += self.known
        self.one_more = np.diff(tables.cost, axis=2, append=tables.cost[:, :, -1:]).astype(float).ravel()
        self.one_less = -np.diff(tables.cost, axis=2, prepend=tables.cost[:, :, :1]).astype(float).ravel()
        _, sets, counts = tables.cost.shape
        self.zero = (tables.kind[:, None] * sets + np.arange(sets)) * counts
        self.at = self.zero + tables.counts(seating)
        self.more, self.less = self.one_more[self.at], self.one_less[self.at]
        self.both = self.more + self.less
        self.joining = self.more @ self.sets_of + self.personal
        self.leaving, self.shared = np.zeros(people), np.zeros((people, people))
        self.row, self.change = np.zeros((people, people)), np.zeros((people, people))
        self._renew(np.arange(people))

    @property
    def meetings(self) -> int:
        """What sharing a group with known company costs."""
        return 0 if self.known is None else int(self.known[self.seating[:, None] == self.seating].sum()) // 2

    @property
    def done(self) -> bool:
        """Whether no seating can have fewer faults."""
        tables = self.tables
        return tables.total(tables.faults, self.seating) <= tables.bound and not self.meetings

    def _barred(self, movable: Flags) -> Flags:
        """Swaps that move who may not move, or change nothing because both are alike."""
        stuck: Flags = ~movable[:, None] | ~movable
        if self.known is not None:
            return stuck
        marks = np.concatenate([self.tables.sets, self.tables.wants, self.tables.prices], axis=1)
        _, alike = np.unique(marks, axis=0, return_inverse=True)
        alike = alike.reshape(-1)
        stuck |= alike[:, None] == alike
        return stuck

    def _renew(self, people: Ints) -> None:
        """The costs of leaving, for the people of changed groups."""
        own, inside = self.seating[people], self.inside[people]
        self.leaving[people] = (inside * self.less[own]).sum(1) - self.personal[own, people]
        shared = (inside * self.both[own]) @ self.sets_of
        shared += self.always[people]
        shared -= _NEVER * (own[:, None] == self.seating)
        self.shared[people] = shared

    def choose(self, tabu: Flags) -> tuple[int, int] | None:
        """The cheapest swap that is not tabu (G, n), or else one that is; None if there is no swap at all."""
        moving = tabu * _NOT_NOW
        moving += self.joining
        moving += self.leaving
        moving.take(self.seating, axis=0, out=self.row, mode="clip")
        self.row -= self.shared
        np.add(self.row, self.row.T, out=self.change)
        now = int(self.change.argmin())
        price = self.change.flat[now]
        if price >= _NEVER / 2:
            return None
        self.price = int(price - _NOT_NOW * round(price / _NOT_NOW))
        return divmod(now, len(self.seating))

    def make(self, one: int, two: int) -> None:
        """Swaps the two people chosen last."""
        a, b = int(self.seating[one]), int(self.seating[two])
        here, there = self.tables.sets[one], self.tables.sets[two]
        self.at[a, here] -= 1
        self.at[b, there] -= 1
        self.at[b, here] += 1
        self.at[a, there] += 1
        self.seating[one], self.seating[two] = b, a
        self.cost += self.price
        if self.known is not None:
            moved = self.known[two] - self.known[one]
            self.personal[a] += moved
            self.personal[b] -= moved
        for group in (a, b):
            self.at[group, -1] = self.zero[group, -1]
            self.more[group], self.less[group] = self.one_more[self.at[group]], self.one_less[self.at[group]]
            self.both[group] = self.more[group] + self.less[group]
            self.joining[group] = self.more[group] @ self.sets_of
            self.joining[group] += self.personal[group]
        self._renew(np.flatnonzero((self.seating == a) | (self.seating == b)))
