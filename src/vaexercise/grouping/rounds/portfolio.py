"""Several ways to find a plan of rounds, and which plan is best.

Each further step of effort adds plans to those of the step before, so more effort never gives a worse plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Literal

from vaexercise.grouping.rounds.designs import plane
from vaexercise.grouping.rounds.joint import MIXING_PRICES, PRICES, in_turn, polished
from vaexercise.grouping.rounds.mixing import Mixing, mixing_of
from vaexercise.grouping.rounds.relabel import relabel
from vaexercise.grouping.searching.costs import Ints
from vaexercise.grouping.searching.search import no_fit, search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.grouping.rounds.joint import Task

Lean = Literal["balance", "mixing"]

_APART = 1_000_003
"""Between the seeds of two steps of effort."""
_LABELS = 5
"""How often people are put into the places of a design."""
_HOPELESS = 5_000
"""A design that leaves more faults after two tries is not tried again."""
_TOWARDS_BALANCE = (250, 250)
"""What a repeat costs when a design is given up for balance."""
_CELLS = 120_000
"""Rounds x people x people up to which a design is worth its time."""
_MILD = 1 << 30
"""Up to this price of a hard rule, sums of weighted faults stay exact."""


@dataclass(frozen=True)
class Plan:
    """Seatings of all rounds and what they are worth.

    `broken` counts faults of hard rules, `faults` is the price of avoidable faults of soft rules, `pull` what is
    left of the costs.
    """

    seatings: Sequence[Ints]
    mixing: Mixing
    broken: int
    faults: int
    pull: int

    def key(self, lean: Lean) -> tuple[int, ...]:
        """The smaller, the better: what comes first decides."""
        first, second = (self.faults, self.mixing.repeats) if lean == "balance" else (self.mixing.repeats, self.faults)
        mixing = self.mixing
        return self.broken, mixing.over, first, second, mixing.longest, mixing.often, self.pull

    @property
    def optimal(self) -> bool:
        """Whether no plan can be better in any rule, or have fewer repeats."""
        within = self.mixing.over == self.mixing.least_over
        return not self.broken and within and not self.faults and self.mixing.proved


def plans(task: Task, seed: int, effort: int, lean: Lean) -> list[Plan]:
    """All plans found, until one is optimal. Raises `Impossible` where the units do not fit into the groups."""
    found: list[Plan] = []
    for step in range(effort):
        begin = len(found)
        for way in (task, task.fallback):
            if way is None or any(not plan.broken for plan in found[begin:]):
                continue
            for seatings in _ways(way, seed + _APART * step, lean):
                found.append(plan_of(way, seatings))
                if found[-1].optimal:
                    return found
    return found


def plan_of(task: Task, seatings: Sequence[Ints]) -> Plan:
    """A plan with its worth, counted anew."""
    tables = task.tables
    faults = sum(tables.total(tables.faults, seating) for seating in seatings)
    return Plan(
        seatings=seatings,
        mixing=mixing_of(seatings, task.met, task.least, task.cap, task.least_over),
        broken=sum(_broken(task, seating.tolist()) for seating in seatings),
        faults=(faults - task.rounds * tables.bound) % tables.hard,
        pull=sum(tables.total(tables.cost, seating) for seating in seatings) - faults,
    )


def _broken(task: Task, seating: Sequence[int]) -> int:
    hard = [rule for rule in task.asked if rule.rule.is_hard and not rule.skipped and not rule.only_checked]
    return sum(rule.faults(seating, task.tables.sizes.tolist()) for rule in hard)


def _ways(task: Task, seed: int, lean: Lean) -> Iterator[Sequence[Ints]]:
    """Plans of one step of effort."""
    if task.rounds == 1 and task.met is None:
        yield [search(task.tables, task.units, task.hopes, seed)]
        return
    rng = Random(seed)  # noqa: S311  the same seed must give the same groups
    yield from _designed(task, rng)
    leanings = [PRICES] if lean == "balance" else [PRICES, MIXING_PRICES]
    for first, *prices in leanings:
        seatings = in_turn(task, first, rng)
        if seatings is None:
            raise no_fit(task.tables)
        yield seatings
        yield polished(task, seatings, prices, rng)


def _designed(task: Task, rng: Random) -> Iterator[Sequence[Ints]]:
    """People in the places of an affine plane, and the best of these with fewer faults for more repeats."""
    people = len(task.tables.sets)
    if task.units or task.tables.wants.size or task.tables.hard > _MILD or task.rounds * people**2 > _CELLS:
        return
    design = plane(people, task.tables.sizes, task.rounds)
    if design is None:
        return
    best: Plan | None = None
    for number in range(_LABELS):
        if best and (not best.faults or (number > 1 and best.faults > _HOPELESS)):
            break
        seatings = list(relabel(task.tables, design, rng))
        yield seatings
        now = plan_of(task, seatings)
        best = now if best is None else min(best, now, key=lambda plan: plan.key("balance"))
    if best and best.faults:
        yield polished(task, best.seatings, _TOWARDS_BALANCE, rng)
