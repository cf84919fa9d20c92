"""A first seating: blocks and fixed people, then everybody else dealt along the sorted list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from vaexercise.grouping.searching.costs import Floats, Ints, Tables
    from vaexercise.grouping.units import Unit

_NOBODY = -1
_PATIENCE = 2000
"""Steps back before the blocks are said not to fit."""


def first_seating(tables: Tables, units: Sequence[Unit], hopes: Sequence[Unit], rng: Random) -> Ints | None:
    """A group for everybody, (n), hopes met as far as seats go; None if no place was found for all the units."""
    seats = Units(tables, rng)
    if not (seats.seat(units, tables.hard) or seats.seat(units, None)):
        return None
    seats.hope(hopes)
    return deal(tables, seats.seating, rng)


def deal(tables: Tables, seating: Ints, rng: Random) -> Ints:
    """The rest of the people, sorted by their sets and dealt out like cards."""
    free = np.flatnonzero(seating == _NOBODY)
    keys = [tables.sets[free, column] for column in range(tables.sets.shape[1])]
    order = np.lexsort([randoms(len(free), rng), *shuffled(keys, rng)])
    left = tables.sizes - np.bincount(seating[seating != _NOBODY], minlength=len(tables.sizes))
    rounds = [np.flatnonzero(left > turn) for turn in range(int(left.max(initial=0)))]
    if rounds:
        seating[free[order]] = np.concatenate(rounds)
    return seating


def randoms(count: int, rng: Random) -> Floats:
    """Random numbers from the one stream that is the same in every Python."""
    return np.array([rng.random() for _ in range(count)])


def shuffled(items: Sequence[Ints], rng: Random) -> list[Ints]:
    """The items in random order."""
    return [items[place] for place in np.argsort(randoms(len(items), rng), kind="stable")]


class Units:
    """Seats units one after another, each where it costs least, and goes back where one does not fit.

    `seating` (n) is -1 for all who are in no unit.
    """

    def __init__(self, tables: Tables, rng: Random) -> None:
        self.tables = tables
        self.rng = rng
        self.left = tables.sizes.copy()
        self.counts = np.zeros((len(tables.sizes), tables.width + 1), np.int64)
        self.seating = np.full(len(tables.sets), _NOBODY, np.int64)

    def seat(self, units: Sequence[Unit], limit: int | None) -> bool:
        """Seats all units, no step costing `limit` or more; False, with nobody seated, if they do not fit."""
        ties = randoms(len(units), self.rng)
        places = sorted(range(len(units)), key=lambda u: (units[u].group is None, -len(units[u].people), ties[u]))
        order = [units[place] for place in places]
        seated: list[int] = []
        choices: list[Iterator[int]] = []
        patience = _PATIENCE
        while len(seated) < len(order):
            if len(choices) == len(seated):
                choices.append(iter(self._choices(order[len(seated)], limit)))
            group = next(choices[-1], None)
            if group is not None:
                self._put(order[len(seated)], group)
                seated.append(group)
            elif seated and patience:
                patience -= 1
                choices.pop()
                self._take(order[len(seated) - 1], seated.pop())
            else:
                break
        if len(seated) == len(order):
            return True
        for unit, group in zip(order, seated, strict=False):
            self._take(unit, group)
        return False

    def hope(self, units: Sequence[Unit]) -> None:
        """Seats those units for which there is still room."""
        for unit in units:
            for group in self._choices(unit, None)[:1]:
                self._put(unit, group)

    def _choices(self, unit: Unit, limit: int | None) -> list[int]:
        added = self._added(unit)
        room = self.left >= len(unit.people)
        if unit.group is not None:
            return [unit.group] if room[unit.group] else []
        allowed = np.flatnonzero(room if limit is None else room & (added < limit))
        ties = randoms(len(self.left), self.rng)
        order = np.lexsort([ties[allowed], -self.left[allowed], added[allowed]])
        return [int(group) for group in allowed[order]]

    def _added(self, unit: Unit) -> Ints:
        sets, times = np.unique(self.tables.sets[list(unit.people)], return_counts=True)
        sets, times = sets[sets < self.tables.width], times[sets < self.tables.width]
        now = self.counts[:, sets]
        most = self.tables.cost.shape[2] - 1
        kind = self.tables.kind[:, None]
        after = self.tables.cost[kind, sets, np.minimum(now + times, most)]
        found: Ints = (after - self.tables.cost[kind, sets, now]).sum(1)
        people = list(unit.people)
        wanted = self.tables.wants[people][None] != np.arange(len(self.left))[:, None, None]
        wishes: Ints = (self.tables.prices[people][None] * wanted).sum((1, 2))
        return found + wishes

    def _put(self, unit: Unit, group: int) -> None:
        self._count(unit, group, 1)
        self.seating[list(unit.people)] = group

    def _take(self, unit: Unit, group: int) -> None:
        self._count(unit, group, -1)
        self.seating[list(unit.people)] = _NOBODY

    def _count(self, unit: Unit, group: int, sign: int) -> None:
        self.left[group] -= sign * len(unit.people)
        np.add.at(self.counts[group], self.tables.sets[list(unit.people)].ravel(), sign)
