"""All rules as one table of whole numbers: what it costs a group to hold so many people of a set.

Fair shares, limits, company and distance are all functions of a count, so one search serves them all.
Every sum stays below 2**53 and is exact in a float64: the order of additions, and so the machine,
makes no difference.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.fair import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.grouping.rules.base import Asked, Term

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

UNIT = 1000
"""One fault of a soft rule of weight 1; what only leads the search lies below."""

_EXACT = 1 << 45
_MEETING = 25
"""A meeting costs less than so many faults, however often the two have met."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """What a seating costs, for n people, G groups, V sets of people and counts below K.

    `sizes` and `kind` (G), the latter an index into tables of groups that are as large and open to the same people.
    `sets` (n, A) are the sets each person is in, V where there are fewer. `cost` and `faults` (kinds, V + 1, K), the
    latter without the gentle pull. `wants` and `prices` (n, W): sitting elsewhere than in the wanted group costs its
    price. `bound` is what no seating can have less of in faults; from `hard` on, a hard rule is broken.
    """

    sizes: Ints
    kind: Ints
    sets: Ints
    cost: Ints
    faults: Ints
    wants: Ints
    prices: Ints
    bound: int
    hard: int

    @property
    def width(self) -> int:
        """V, the number of sets."""
        return self.cost.shape[1] - 1

    def counts(self, seating: Ints) -> Ints:
        """How many people of each set sit in each group, (G, V + 1)."""
        found = np.zeros((len(self.sizes), self.width + 1), np.int64)
        np.add.at(found, (seating[:, None], self.sets), 1)
        found[:, -1] = 0
        return found

    def by_group(self, table: Ints, counts: Ints) -> Ints:
        """The entries of a table for these counts, (G, V + 1)."""
        found: Ints = table[self.kind[:, None], np.arange(self.width + 1), counts]
        return found

    def elsewhere(self, seating: Ints) -> Ints:
        """What each person's unmet wishes cost, (n)."""
        found: Ints = (self.prices * (self.wants != seating[:, None])).sum(1)
        return found

    def total(self, table: Ints, seating: Ints) -> int:
        """`cost` or `faults` of a whole seating."""
        return int(self.by_group(table, self.counts(seating)).sum() + self.elsewhere(seating).sum())


def tables_of(roster: Roster, asked: Sequence[Asked]) -> Tables:
    """The tables of all rules that the search works for: hard blocks and seats are kept by construction."""
    hard = _hard_price(roster, asked)
    searched = [(term, _price(rule, hard), rule) for rule in asked if not rule.blocks for term in rule.terms]
    domains = [(people, groups, _price(rule, hard)) for rule in asked for people, groups in rule.domains]
    sets = dict.fromkeys([*(term.people for term, _, _ in searched), *(people for people, _, _ in domains)])
    number = {people: place for place, people in enumerate(sets)}
    of_group = [(size, *(g in groups for _, groups, _ in domains)) for g, size in enumerate(roster.sizes)]
    kinds = sorted(set(of_group))
    sizes = [size for size, *_ in kinds]
    shape = (len(sizes), len(number) + 1, sizes[-1] + 2)
    cost, faults = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    bound = 0
    for term, price, rule in searched:
        bound += price * (term.least(roster.sizes) - term.constant)
        for kind, size in enumerate(sizes):
            counts = range(min(sizes[-1], len(term.people)) + 1)
            wrong = np.array([price * term.faults(count, size) for count in counts], np.int64)
            pull = np.array([rule.weight * term.pull(count, size) for count in counts], np.int64)
            faults[kind, number[term.people], : len(counts)] += wrong
            cost[kind, number[term.people], : len(counts)] += wrong + pull
    for kind, (_, *opened) in enumerate(kinds):
        for (people, _, price), is_open in zip(domains, opened, strict=True):
            astray = np.arange(min(sizes[-1], len(people)) + 1) * (0 if is_open else price)
            faults[kind, number[people], : len(astray)] += astray
            cost[kind, number[people], : len(astray)] += astray
    wants, prices = _wishes(len(roster.members), [(r.seats, _price(r, hard)) for r in asked if not r.rule.is_hard])
    return Tables(
        sizes=np.array(roster.sizes),
        kind=np.array([kinds.index(each) for each in of_group]),
        sets=_columns(len(roster.members), number),
        cost=cost,
        faults=faults,
        wants=wants,
        prices=prices,
        bound=bound,
        hard=hard,
    )


def _price(rule: Asked, hard: int) -> int:
    return hard if rule.rule.is_hard else UNIT * rule.weight


def _hard_price(roster: Roster, asked: Sequence[Asked]) -> int:
    """More than all soft faults and meetings together, as far as sums stay exact."""
    sizes = Counter(roster.sizes)

    def worst(rules: Iterable[Asked]) -> int:
        return sum(r.weight * (_people(r) + sum(_worst(term, sizes) for term in r.terms)) for r in rules)

    soft = worst(rule for rule in asked if not rule.rule.is_hard)
    hard = worst(rule for rule in asked if rule.rule.is_hard)
    meetings = _MEETING * sum(map(pairs, roster.sizes))
    return max(UNIT, min(UNIT * (2 + soft + meetings), _EXACT // (1 + hard)))


def _people(rule: Asked) -> int:
    return len(rule.seats) + sum(len(people) for people, _ in rule.domains)


def _worst(term: Term, sizes: Counter[int]) -> int:
    return sum(
        groups * max(abs(term.faults(count, size)) for count in {0, 1, min(size, len(term.people))})
        for size, groups in sizes.items()
    )


def _columns(people: int, number: dict[tuple[int, ...], int]) -> Ints:
    """Sets that share nobody share a column."""
    columns: list[Ints] = []
    for members, place in number.items():
        inside = np.array(members, np.int64)
        column = next((c for c in columns if (c[inside] == len(number)).all()), None)
        if column is None:
            column = np.full(people, len(number), np.int64)
            columns.append(column)
        column[inside] = place
    return np.stack(columns, 1) if columns else np.full((people, 1), len(number), np.int64)


def _wishes(people: int, rules: Sequence[tuple[Sequence[tuple[int, int]], int]]) -> tuple[Ints, Ints]:
    wishing = [(seats, price) for seats, price in rules if seats]
    wants, prices = np.full((people, len(wishing)), -1), np.zeros((people, len(wishing)), np.int64)
    for column, (seats, price) in enumerate(wishing):
        for person, group in seats:
            wants[person, column] = group
            prices[person, column] = price
    return wants, prices
