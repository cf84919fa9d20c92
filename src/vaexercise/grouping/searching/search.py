"""The search for the best seating: several starts, a budget of steps and never of time."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.errors import Impossible
from vaexercise.grouping.searching.pairwise import pairwise
from vaexercise.grouping.searching.shake import shaken
from vaexercise.grouping.searching.start import first_seating
from vaexercise.grouping.searching.tabu import tabu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.searching.costs import Flags, Ints, Tables
    from vaexercise.grouping.units import Unit

_FEW = 400
"""Up to so many people all swaps are weighed at once."""
_WORK = 40_000_000
"""And up to so many people x people x sets."""
_STARTS, _STARTS_OF_MANY = 8, 2
_SOME, _BRIEF_STARTS, _BRIEFLY = 100, 3, 30
"""From so many people on, so many starts are searched pair by pair first, until so many sweeps bring nothing."""
_SHAKES = 20
"""How often a block changes places when the starts were not enough."""
_NO_FIT = (
    "No way was found to fit the people who sit together into groups of {sizes} (not found, not proved): "
    "ask for fewer groups or drop a rule."
)


def search(tables: Tables, units: Sequence[Unit], hopes: Sequence[Unit], seed: int) -> Ints:
    """The group of each person, from 0, at the least cost found; `hopes` only shape the starts.

    Raises `Impossible` where the units do not fit into the groups.
    """
    best = Best(tables, units, Random(seed))  # noqa: S311  the same seed must give the same groups
    for turn in range(best.starts + best.shakes):
        if best.done:
            break
        if turn < best.starts:
            best.improve(first_seating(tables, units, hopes, best.rng), briefly=turn < best.brief)
        elif best.seating is not None:
            best.improve(shaken(best.seating, units, best.movable, best.rng))
    if best.seating is None:
        raise no_fit(tables)
    return best.seating


def no_fit(tables: Tables) -> Impossible:
    """What is said where units do not fit into the groups."""
    return Impossible(reasons=_NO_FIT.format(sizes=" or ".join(map(str, np.unique(tables.sizes)))))


def are_few(tables: Tables) -> bool:
    """Whether all swaps can be weighed at once."""
    people = len(tables.sets)
    return people <= _FEW and people**2 * tables.width <= _WORK


def movable_of(tables: Tables, units: Sequence[Unit]) -> Flags:
    """Who moves alone, (n)."""
    movable = np.ones(len(tables.sets), np.bool_)
    for unit in units:
        movable[list(unit.people)] = False
    return movable


class Best:
    """The best seating so far; nothing more is tried once it has no avoidable fault."""

    def __init__(self, tables: Tables, units: Sequence[Unit], rng: Random) -> None:
        self.tables = tables
        self.rng = rng
        self.seating: Ints | None = None
        self.cost = 0
        self.movable = movable_of(tables, units)
        few = are_few(tables)
        self.method = tabu if few else pairwise
        self.brief = _BRIEF_STARTS if few and len(self.movable) >= _SOME else 0
        self.starts = self.brief + (_STARTS if few else _STARTS_OF_MANY)
        self.shakes = _SHAKES if few and any(unit.group is None for unit in units) else 0

    @property
    def done(self) -> bool:
        """Whether no seating can have fewer faults."""
        return self.seating is not None and self.tables.total(self.tables.faults, self.seating) <= self.tables.bound

    def improve(self, start: Ints | None, *, briefly: bool = False) -> None:
        """Searches from this start, if there is any, and keeps what is better."""
        if start is None:
            return
        if self.brief:
            start, cost = pairwise(self.tables, start, self.movable, self.rng, quiet=_BRIEFLY)
            self.keep(start, cost)
        if not briefly and not self.done:
            self.keep(*self.method(self.tables, start, self.movable, self.rng))

    def keep(self, found: Ints, cost: int) -> None:
        """Keeps what is better."""
        if self.seating is None or cost <= self.cost:
            self.seating, self.cost = found, cost
