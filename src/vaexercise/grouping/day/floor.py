"""People who are still changing groups: who sits where now, what is wrong with it, what a change would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.checks import People, checks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.grouping.day.seated import Seated

Way = tuple[int, int]
"""A person, by place in the roster, and the group, from 0, that they go to."""


class Floor:
    """A seating that changes one person at a time.

    `where` is the group of each person, `groups` the people of each group; `low` and `high` are the sizes that
    groups have when they differ by at most one; `worth` is what the heaviest soft rule weighs. `steps` counts what
    was looked at, which is what a search may spend.
    """

    def __init__(self, there: Seated) -> None:
        count = there.roster.groups
        self.where = list(there.seating)
        self.groups = [frozenset(p for p, g in enumerate(self.where) if g == group) for group in range(count)]
        self.low, spare = divmod(len(self.where), count)
        self.high = self.low + (spare > 0)
        self.steps = 0
        everybody = frozenset(range(len(self.where)))
        sizes = {max(1, size + more) for size in (*there.sizes, self.low, self.high) for more in (-1, 0, 1)}
        applied = [rule for rule in there.asked if not rule.skipped]
        hard, soft = ([rule for rule in applied if rule.rule.is_hard is firm] for firm in (True, False))
        self._hard, self._close = checks_of(hard, everybody, sizes)
        self._soft, self._wished = checks_of(soft, everybody, sizes)
        self.worth = max((rule.weight for rule in soft), default=0)
        self.soft_at_least = -sum(close.weight * len(close.people) ** 2 for close in self._wished)
        self._known: dict[tuple[int, People], tuple[int, int]] = {}
        self._firm, self._loose, self._many, self._few = ([0] * count for _ in range(4))
        for group in range(count):
            self._look(group)

    def go(self, person: int, group: int) -> int:
        """The person changes to the group; the one that they leave."""
        left = self.where[person]
        self.groups[left] -= {person}
        self.groups[group] |= {person}
        self.where[person] = group
        self._look(left)
        self._look(group)
        return left

    def _look(self, group: int) -> None:
        people = self.groups[group]
        key = group, people
        if key not in self._known:
            self.steps += 1
            hard = sum(check.faults(group, people) for check in self._hard)
            self._known[key] = hard, sum(check.weight * check.faults(group, people) for check in self._soft)
        self._firm[group], self._loose[group] = self._known[key]
        self._many[group], self._few[group] = max(0, len(people) - self.high), max(0, self.low - len(people))

    def take(self, where: Sequence[int]) -> None:
        """Everybody sits where this seating says."""
        for person, group in enumerate(where):
            self.go(person, group)

    @property
    def hard(self) -> int:
        """Faults of hard rules, but for seats that rules give away for good."""
        return sum(self._firm) + sum(close.faults(self.where) for close in self._close)

    @property
    def wrong_groups(self) -> int:
        """Groups in which by themselves a hard rule is broken."""
        return len(self._firm) - self._firm.count(0)

    @property
    def soft(self) -> int:
        """Faults of soft rules by weight."""
        return sum(self._loose) + sum(close.weight * close.faults(self.where) for close in self._wished)

    def soft_at(self, group: int) -> int:
        """The same of one group, but for wishes to sit together."""
        return self._loose[group]

    @property
    def uneven(self) -> int:
        """People too many and seats too empty, over all groups; 0 where sizes differ by at most one."""
        return sum(self._many) + sum(self._few)

    @property
    def excess(self) -> tuple[int, int]:
        """People too many, and people missing: as many as the larger of them at least must change groups."""
        return sum(self._many), sum(self._few)

    def excess_after(self, way: Way) -> tuple[int, int]:
        """The same after this change."""
        many, few = self.excess
        left, joined = len(self.groups[self.where[way[0]]]), len(self.groups[way[1]])
        many += (joined >= self.high) - (left > self.high)
        return many, few + (left <= self.low) - (joined < self.low)

    def price(self, way: Way) -> tuple[int, int, int]:
        """Hard faults, unevenness and soft faults after this change."""
        self.steps += 1
        home = self.go(*way)
        found = self.hard, self.uneven, self.soft
        self.go(way[0], home)
        return found

    def wrong(self) -> list[list[Way]]:
        """For each thing that is wrong by a hard rule, ways of which at least one must be gone to mend it."""
        found = [
            self._ways(*check.ways(group, people), group)
            for group, people in enumerate(self.groups)
            if self._firm[group]
            for check in self._hard
            if check.faults(group, people)
        ]
        others = [(close, range(len(self.groups))) for close in self._close if close.faults(self.where)]
        return found + [[(p, g) for p in close.people for g in all_ if g != self.where[p]] for close, all_ in others]

    def outsized(self) -> list[list[Way]]:
        """The same for each group that is too large or too small."""
        everybody = frozenset(range(len(self.where)))
        found = []
        for group, people in enumerate(self.groups):
            if len(people) > self.high:
                found.append(self._ways(people, frozenset(), group))
            if len(people) < self.low:
                found.append(self._ways(frozenset(), everybody - people, group))
        return found

    def _ways(self, leaving: People, coming: People, group: int) -> list[Way]:
        return [*self._out(leaving, group), *((person, group) for person in sorted(coming))]

    def _out(self, people: People, group: int) -> Iterator[Way]:
        yield from ((person, other) for person in sorted(people) for other in range(len(self.groups)) if other != group)
