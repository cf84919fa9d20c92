"""Seatings of several rounds in which people meet as few known faces as can be: lines of an affine plane.

Over a field of G elements, the points (x, y) fall into G + 1 classes of G parallel lines: y + m x = c for each
slope m, and x = c. Two lines of different classes share exactly one point. So with a class as a round and its
lines as groups, every group of one round meets every group of another in one point. People are dealt out over
the points; those at one point stay together, which no seating can avoid once there are more than G * G people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from vaexercise.grouping.searching.costs import Ints

_SMALLEST, _LARGEST = 2, 32
"""Larger planes would need more than a thousand people."""


def plane(people: int, sizes: Ints, rounds: int) -> Ints | None:
    """The group of each place in each round, (rounds, n), groups as large as `sizes` says; None without a plane.

    There is one if the number of groups is a power of a prime, there are as many people as points, and no
    more rounds than classes. People are dealt line by line of a class that no round uses, so that all groups
    of all rounds get as many, give or take one.
    """
    order = len(sizes)
    if not _SMALLEST <= order <= _LARGEST or order**2 > people or rounds > order + 1:
        return None
    field = field_of(order)
    if field is None:
        return None
    add, times = field
    point = np.arange(people) % order**2
    x, y = np.divmod(point, order)
    slopes = [add[y, times[slope, x]] for slope in range(order)]
    classes = np.stack([*slopes, x][:rounds])
    if any((np.sort(np.bincount(groups, minlength=order)) != np.sort(sizes)).any() for groups in classes):
        return None
    return np.stack([_renamed(groups, sizes) for groups in classes])


def _renamed(groups: Ints, sizes: Ints) -> Ints:
    """Groups under names that fit their sizes."""
    found = np.empty(len(sizes), np.int64)
    found[np.argsort(np.bincount(groups, minlength=len(sizes)), kind="stable")] = np.argsort(sizes, kind="stable")
    return found[groups]


def field_of(order: int) -> tuple[Ints, Ints] | None:
    """Sums and products of a field of that many elements, two (order, order); None if there is no such field.

    Elements are polynomials over the integers modulo a prime p, written as numbers in base p; products are
    taken modulo the first monic polynomial of the right degree that makes every product of non-zero elements
    non-zero, which is what makes it a field.
    """
    prime = next(p for p in range(2, order + 1) if order % p == 0)
    degree = 1
    while prime**degree < order:
        degree += 1
    if prime**degree != order:
        return None
    digits = np.arange(order)[:, None] // prime ** np.arange(degree) % prime
    weights = prime ** np.arange(degree)
    add = ((digits[:, None] + digits) % prime) @ weights
    for modulus in digits:
        times = _products(digits, modulus, prime) @ weights
        if (times[1:, 1:] != 0).all():
            return add, times
    return None  # pragma: no cover  an irreducible polynomial of every degree exists


def _products(digits: Ints, modulus: Ints, prime: int) -> Ints:
    """Products of all polynomials, where x to the `degree` is minus the modulus' lower terms."""
    order, degree = digits.shape
    raw = np.zeros((order, order, 2 * degree - 1), np.int64)
    for one in range(degree):
        for two in range(degree):
            raw[:, :, one + two] += digits[:, None, one] * digits[:, two]
    for high in range(2 * degree - 2, degree - 1, -1):
        raw[:, :, high - degree : high] -= raw[:, :, high, None] * modulus
    found: Ints = raw[:, :, :degree] % prime
    return found
