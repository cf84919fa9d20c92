"""Several rounds one after another, each new to those before, and then over again with all others known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.rounds.company import Times, count, priced
from vaexercise.grouping.rules.base import Asked
from vaexercise.grouping.searching.costs import Tables
from vaexercise.grouping.searching.pairwise import pairwise
from vaexercise.grouping.searching.search import are_few, movable_of, search
from vaexercise.grouping.searching.start import first_seating
from vaexercise.grouping.searching.tabu import tabu
from vaexercise.grouping.units import Unit

if TYPE_CHECKING:
    from random import Random

    from vaexercise.grouping.rounds.company import Company
    from vaexercise.grouping.searching.costs import Ints

_STEPS = 600
PRICES = (700, 200)
"""What a repeat costs, beside 1000 for a fault of a soft rule: in the first pass and in each pass after it."""
MIXING_PRICES = (2500, 2500)
"""The same where new faces come before balance."""
_MEND, _MENDS = 60, 3
"""What it costs, and how often it is tried, when faults are left at the end."""
_SEEDS = 1 << 30
_SEEDS = 1 << 30


@dataclass(frozen=True, kw_only=True)
class Task:
    """What is searched: `rounds` seatings of one table of costs.

    `met` (n, n) is how often people met before, None if nobody did. From `cap` meetings on a pair should not
    meet again; 0 is no cap. `least` and `least_over` are the bounds of repeats and of what goes beyond the cap.
    `fallback` is what to try where hard rules are broken.
    """

    asked: Sequence[Asked]
    tables: Tables
    units: Sequence[Unit]
    hopes: Sequence[Unit]
    rounds: int
    met: Times | None
    cap: int
    least: int
    least_over: int = 0
    fallback: Task | None = None

    def times(self, seatings: Sequence[Ints]) -> Times:
        """How often each pair has met in these seatings and before, (n, n)."""
        people = len(self.tables.sets)
        times = np.zeros((people, people), np.uint8) if self.met is None else self.met.copy()
        for seating in seatings:
            count(times, seating, 1)
        return times


def in_turn(task: Task, price: int, rng: Random) -> list[Ints] | None:
    """One round after another; None if the units do not fit into the groups."""
    times = task.times([])
    seatings: list[Ints] = []
    for _ in range(task.rounds):
        start = first_seating(task.tables, task.units, task.hopes, rng)
        if start is None:
            return None
        known = bool(seatings) or task.met is not None
        found, _ = _searched(task, start, priced(times, price, task.cap) if known else None, rng)
        seatings.append(found)
        count(times, found, 1)
    return seatings


def polished(task: Task, seatings: Sequence[Ints], prices: Sequence[int], rng: Random) -> list[Ints]:
    """Each round searched anew with all others known, once per price; then rounds with faults at a low price."""
    found = list(seatings)
    times = task.times(found)
    for price in prices:
        for number in range(task.rounds):
            _again(task, found, number, priced(times, price, task.cap), rng)
    for turn in range(_MENDS):
        for number in range(task.rounds):
            if task.tables.total(task.tables.faults, found[number]) > task.tables.bound:
                _again(task, found, number, priced(times, _MEND, task.cap), rng, afresh=turn == _MENDS - 1)
    return found


def _again(task: Task, found: list[Ints], number: int, company: Company, rng: Random, *, afresh: bool = False) -> None:
    """One round searched anew, and kept if it costs less; `afresh` from elsewhere, kept if it has fewer faults."""
    tables, times, old = task.tables, company.times, found[number]
    count(times, old, -1)
    if afresh:
        start = search(tables, task.units, task.hopes, int(rng.random() * _SEEDS))
        seating, _ = _searched(task, start, company, rng)
        better = tables.total(tables.faults, seating) < tables.total(tables.faults, old)
    else:
        seating, cost = _searched(task, old, company, rng)
        better = cost < tables.total(tables.cost, old) + company.cost(old)
    found[number] = seating if better else old
    count(times, found[number], 1)


def _searched(task: Task, start: Ints, company: Company | None, rng: Random) -> tuple[Ints, int]:
    movable = movable_of(task.tables, task.units)
    if are_few(task.tables):
        return tabu(task.tables, start, movable, rng, company, _STEPS)
    return pairwise(task.tables, start, movable, rng, company)
