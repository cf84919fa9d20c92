"""Changes beyond those that must be: only where one more move, or one exchange, clearly pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vaexercise.grouping.day.floor import Floor, Way

    Change = tuple[Way, ...]
    """One person who moves, or two who change places."""

CLEARLY = 2
"""For each person who gets up, so many times the weight of the heaviest soft rule must be spared."""


def better(floor: Floor, free: Collection[int], order: Sequence[int], most: int, budget: int) -> None:
    """Takes the change that gains most, again and again, while it spares enough for each person who gets up.

    Only `free` people move, each once, at most `most` in all, those
    who come first in `order` before others. No hard rule and no size gets worse. It ends when `budget` is spent.
    """
    people = [person for person in order if person in free]
    end = floor.steps + budget
    while floor.worth and (best := _best(floor, _changes(floor, people, most), end)):
        for person, group in best:
            floor.go(person, group)
            people.remove(person)
        most -= len(best)


def _best(floor: Floor, changes: Iterator[Change], end: int) -> Change:
    """Of those that gain as much the first, as far as the budget goes."""
    hard, uneven, soft = floor.hard, floor.uneven, floor.soft
    best: tuple[int, Change] = (-1, ())
    for change in changes:
        if floor.steps >= end:
            break
        after = _after(floor, change)
        gain = soft - after[2] - CLEARLY * floor.worth * len(change)
        if gain > best[0] and after[0] <= hard and after[1] <= uneven:
            best = gain, change
    return best[1]


def _after(floor: Floor, change: Change) -> tuple[int, int, int]:
    *first, last = change
    homes = [(person, floor.go(person, group)) for person, group in first]
    found = floor.price(last)
    for person, home in homes:
        floor.go(person, home)
    return found


def _changes(floor: Floor, people: Sequence[int], most: int) -> Iterator[Change]:
    """Moves, then exchanges, between groups that have as much to gain."""
    where = floor.where
    gains = [floor.soft_at(group) - floor.soft_at_least for group in range(len(floor.groups))]
    for person in people if most > 0 else []:
        for group, gain in enumerate(gains):
            if group != where[person] and gain + gains[where[person]] >= CLEARLY * floor.worth:
                yield ((person, group),)
    for place, one in enumerate(people if most > 1 else []):
        for two in people[place + 1 :]:
            if where[one] != where[two] and gains[where[one]] + gains[where[two]] >= 2 * CLEARLY * floor.worth:
                yield (one, where[two]), (two, where[one])
