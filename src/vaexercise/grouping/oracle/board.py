"""The oracle: whether people can be seated so that everything that is demanded holds. Standard library only.

Whoever must be looked at one by one (blocks, people in several sets) is seated by backtracking, all others by a
flow; so a seating is found, or it is proved that there is none, or the budget of steps is used up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.demands import Among, Block, Count, Demand
from vaexercise.grouping.oracle.rest import Rest, seat_rest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Domains = dict[int, frozenset[int]]
"""The groups that people may sit in; who is not in it may sit anywhere."""

_CELLS, _UNITS = 200_000, 400
"""More sets x groups, or people and blocks to seat one by one, are not looked at."""
_TRIES = (150, 400)
"""Steps of the first tries; each begins with whom the one before got stuck on."""


class OutOfBudgetError(Exception):
    """Neither a seating nor a proof that there is none, in as many steps as were allowed."""


class Budget:
    """Steps that are left."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self) -> None:
        """One step. Raises `OutOfBudgetError` when there are none."""
        self.left -= 1
        if self.left < 0:
            raise OutOfBudgetError


class Board:
    """Groups of `sizes`, blocks of people who sit together, where people may sit, and how many of which set."""

    def __init__(self, sizes: Sequence[int], demands: Sequence[Demand]) -> None:
        self.sizes = sizes
        self.everywhere = frozenset(range(len(sizes)))
        self.domains: Domains = {}
        self.counts = [demand for demand in demands if isinstance(demand, Count)]
        self.sets_of: dict[int, list[int]] = {}
        for number, count in enumerate(self.counts):
            for person in count.people:
                self.sets_of.setdefault(person, []).append(number)
        for demand in demands:
            if isinstance(demand, Among):
                narrow(self.domains, demand.people[0], demand.groups)
        self.blocks = _merged([demand.people for demand in demands if isinstance(demand, Block)])
        self.allowed = [[count.allowed[size] for size in sizes] for count in self.counts]
        self.low = [[min(allowed, default=1) for allowed in row] for row in self.allowed]
        self.high = [[max(allowed, default=0) for allowed in row] for row in self.allowed]
        self.gaps = {number for number, row in enumerate(self.allowed) if any(map(_has_gap, row))}

    def solve(self, domains: Domains, budget: Budget) -> dict[int, int] | None:
        """A group for all who are spoken of, None if there is none. Raises `OutOfBudgetError`."""
        if len(self.counts) * len(self.sizes) > _CELLS:
            raise OutOfBudgetError
        both = dict(self.domains)
        for person, groups in domains.items():
            narrow(both, person, groups)
        units, rest = self._split(both)
        if len(units) > _UNITS:
            raise OutOfBudgetError
        stuck: dict[tuple[int, ...], int] = {}
        for steps in _TRIES:
            try:
                part = Budget(min(steps, budget.left))
                return Attempt(self, units, rest, part, stuck).found()
            except OutOfBudgetError:
                budget.left -= steps
                if budget.left <= 0:
                    raise
        return Attempt(self, units, rest, budget, stuck).found()

    def _split(self, domains: Domains) -> tuple[dict[tuple[int, ...], frozenset[int]], Rest]:
        units = {}
        for block in self.blocks:
            groups = self.everywhere
            for person in block:
                groups &= domains.get(person, groups)
            units[block] = groups
        inside = {person for block in self.blocks for person in block}
        rest: Rest = {}
        for person in sorted((self.sets_of.keys() | domains.keys()) - inside):
            sets, groups = self.sets_of.get(person, []), domains.get(person, self.everywhere)
            if len(sets) > 1 or not self.gaps.isdisjoint(sets):
                units[person,] = groups
            else:
                rest.setdefault((groups, sets[0] if sets else -1), []).append(person)
        return units, rest


class Attempt:
    """One search by backtracking.

    For set t and group g: `here[g][t]` is how many sit there, `coming[t]` how many are not seated yet. `stuck`
    counts where the search went no further: it seats those first.
    """

    def __init__(
        self,
        board: Board,
        units: Mapping[tuple[int, ...], frozenset[int]],
        rest: Rest,
        budget: Budget,
        stuck: dict[tuple[int, ...], int],
    ) -> None:
        self.board, self.units, self.rest, self.budget, self.stuck = board, units, rest, budget, stuck
        self.left = list(board.sizes)
        self.here = [[0] * len(board.counts) for _ in board.sizes]
        self.coming = [len(count.people) for count in board.counts]
        self.sets = {unit: [t for person in unit for t in board.sets_of.get(person, ())] for unit in units}
        self.order = sorted(units, key=self._urgency)
        places = [*dict.fromkeys([*units.values(), *(groups for groups, _ in rest)])]
        self.zone = [
            (size, *(g in groups for groups in places if groups is not board.everywhere))
            for g, size in enumerate(board.sizes)
        ]
        self.seating: dict[int, int] = {}
        self.dead: set[tuple[object, ...]] = set()

    def _urgency(self, unit: tuple[int, ...]) -> tuple[int, ...]:
        choices = len(self.units[unit])
        return (-self.stuck.get(unit, 0), choices, -len(unit), -len(self.sets[unit]), *unit[:1])

    def found(self) -> dict[int, int] | None:
        """A group for everybody in a unit or in the rest."""
        if not all(self._holds(number) for number in range(len(self.coming))):
            return None
        return self.seating if self._seat(0) else None

    def _seat(self, depth: int) -> bool:
        self.budget.spend()
        if depth == len(self.order):
            return self._end()
        unit = self.order[depth]
        marks = [(*self.zone[g], self.left[g], *self.here[g]) for g in range(len(self.left))]
        state = (depth, *sorted(marks))
        if state in self.dead:
            return False
        tried = set()
        for group in sorted(self.units[unit], key=lambda g: (-self._wanted(unit, g), -self.left[g])):
            if marks[group] in tried or self.left[group] < len(unit):
                continue
            tried.add(marks[group])
            self._move(unit, group, 1)
            if all(map(self._holds, self.sets[unit])) and self._seat(depth + 1):
                return True
            self._move(unit, group, -1)
        self.stuck[unit] = self.stuck.get(unit, 0) + 1
        self.dead.add(state)
        return False

    def _wanted(self, unit: tuple[int, ...], group: int) -> int:
        return sum(self.here[group][t] < self.board.low[t][group] for t in self.sets[unit])

    def _move(self, unit: tuple[int, ...], group: int, sign: int) -> None:
        self.left[group] -= sign * len(unit)
        for number in self.sets[unit]:
            self.here[group][number] += sign
            self.coming[number] -= sign
        for person in unit:
            self.seating[person] = group

    def _holds(self, number: int) -> bool:
        """Whether those who are still to come can bring a set within its limits."""
        low, high, coming = self.board.low[number], self.board.high[number], self.coming[number]
        need = room = 0
        for group, left in enumerate(self.left):
            now = self.here[group][number]
            if now > high[group]:
                return False
            short = low[group] - now
            if short > left:
                return False
            need += max(0, short)
            room += min(left, high[group] - now)
        return need <= coming <= room

    def _end(self) -> bool:
        for number in self.board.gaps:
            allowed = self.board.allowed[number]
            if any(here[number] not in allowed[group] for group, here in enumerate(self.here)):
                return False
        low = [[self.board.low[t][g] - here[t] for t in range(len(here))] for g, here in enumerate(self.here)]
        high = [[self.board.high[t][g] - here[t] for t in range(len(here))] for g, here in enumerate(self.here)]
        seats = seat_rest(self.rest, self.left, low, high)
        self.seating |= seats or {}
        return seats is not None


def narrow(domains: Domains, person: int, groups: frozenset[int]) -> None:
    """The person may sit in these groups only, of those where they might so far."""
    domains[person] = domains.get(person, groups) & groups


def _has_gap(allowed: frozenset[int]) -> bool:
    return bool(allowed) and max(allowed) - min(allowed) >= len(allowed)


def _merged(blocks: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Blocks that share somebody are one."""
    found: list[set[int]] = []
    for block in blocks:
        touched = [other for other in found if not other.isdisjoint(block)]
        found = [other for other in found if other.isdisjoint(block)]
        found.append(set(block).union(*touched))
    return [tuple(sorted(block)) for block in found]
