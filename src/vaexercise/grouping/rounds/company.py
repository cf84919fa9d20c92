"""What it costs that two people share a group once more: they have met, or have sat together for too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.searching.costs import Ints

if TYPE_CHECKING:
    from collections.abc import Iterator


Times = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
OFTEN = 255
"""How often a pair can have met: more is not counted."""
TOO_LONG = 20_000
"""Beyond the cap a meeting costs more than a fault of a soft rule."""


@dataclass(frozen=True)
class Company:
    """`times` (n, n) is how often each pair has met elsewhere, `prices` (256) what meeting again then costs."""

    times: Times
    prices: Ints

    def between(self, one: Ints, two: Ints) -> Ints:
        """The price of each of these pairs."""
        found: Ints = self.prices[self.times[one, two]]
        return found

    def cost(self, seating: Ints) -> int:
        """What the pairs of a whole seating cost."""
        return sum(int(self.between(people[:, None], people).sum()) for people in tables_of_people(seating)) // 2


def tables_of_people(seating: Ints) -> Iterator[Ints]:
    """The people of each group that has any, in order of groups."""
    order = np.argsort(seating, kind="stable")
    yield from np.split(order, np.flatnonzero(np.diff(seating[order])) + 1)


def count(times: Times, seating: Ints, by: int) -> None:
    """Adds `by` to the times that those who share a group have met."""
    for people in tables_of_people(seating):
        times[people[:, None], people] += np.uint8(by % (OFTEN + 1))
        times[people, people] = 0


def priced(times: Times, again: int, cap: int) -> Company:
    """Company in which meeting again costs `again`, and `TOO_LONG` more from `cap` times on, if there is a cap."""
    prices = np.full(OFTEN + 1, again, np.int64)
    prices[0] = 0
    if cap:
        prices[cap:] += TOO_LONG
    return Company(times, prices)
