"""A nudge for people who sit together: one block changes places, so that the next search sets out from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.searching.start import randoms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from vaexercise.grouping.searching.costs import Flags, Ints
    from vaexercise.grouping.units import Unit


def shaken(seating: Ints, units: Sequence[Unit], movable: Flags, rng: Random) -> Ints:
    """A random block swapped with as many single people of another group, or with a block of its size there."""
    free = [unit for unit in units if unit.group is None]
    unit = free[int(rng.random() * len(free))]
    people, home = list(unit.people), seating[unit.people[0]]
    groups = [group for group in range(int(seating.max()) + 1) if group != home]
    found = seating.copy()
    if not groups:
        return found
    target = groups[int(rng.random() * len(groups))]
    partners = [
        list(other.people) for other in free if len(other.people) == len(people) and seating[other.people[0]] == target
    ]
    singles = np.flatnonzero((seating == target) & movable)
    if len(singles) >= len(people):
        chosen = np.argsort(randoms(len(singles), rng), kind="stable")[: len(people)]
        partners.append(singles[chosen].tolist())
    if partners:
        found[partners[int(rng.random() * len(partners))]] = home
        found[people] = target
    return found
