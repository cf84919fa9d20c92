"""How a column is read: as categories, as numbers in quarters, or as lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.grouping.member import Member, parts_of, value_of, values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

QUARTERS = 4
"""Numbers are spread by so many parts of the list; as few different numbers are categories."""

PLACES = 15
"""Decimal places that a number may have."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{1,15})?")
_MARKS = re.compile(r"[;|]")


class Column(NamedTuple):
    """A column as all its values together show what it is.

    It is a list if one of its cells holds `;` or `|` (or it is called languages), and numeric only if all its
    stated values are numbers. `tops` are then the highest number of each quarter of the people, in units of the
    last decimal place, and `labels` what a quarter is called; a number that several people have is never cut in
    two. A missing value is a value of its own, the empty string.
    """

    name: str
    is_list: bool = False
    tops: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()

    def exactly(self, member: Member) -> tuple[str, ...]:
        """The member's values as they are written, at least one, perhaps empty."""
        return parts_of(value_of(member, self.name)) if self.is_list else values_of(member, self.name)

    def kinds(self, member: Member) -> tuple[str, ...]:
        """The values that are spread: the same, but for a number the quarter that it is in."""
        values = self.exactly(member)
        if not self.tops or values == ("",):
            return values
        return (self.labels[min(bisect_left(self.tops, _number(values[0])), len(self.tops) - 1)],)


def column_of(members: Sequence[Member], name: str) -> Column:
    """How this column of these people is to be read."""
    written = [value for member in members if (value := value_of(member, name))]
    if any(_MARKS.search(value) for value in written):
        return Column(name, is_list=True)
    if not written or not all(_NUMBER.fullmatch(value) for value in written):
        return Column(name)
    numbers = sorted(map(_number, written))
    return Column(name) if len(set(numbers)) <= QUARTERS else _quarters(name, numbers)


def _quarters(name: str, numbers: Sequence[int]) -> Column:
    cuts = [numbers[(len(numbers) * part - 1) // QUARTERS] for part in range(1, QUARTERS)]
    tops = tuple(sorted({*cuts, numbers[-1]}))
    lows = (numbers[0], *(next(number for number in numbers if number > top) for top in tops[:-1]))
    return Column(name, tops=tops, labels=tuple(map(_label, lows, tops)))


def _number(word: str) -> int:
    """A number as written, in units of 10 to the power of -`PLACES`: exact, and quick to start with."""
    whole, _, part = word.replace(",", ".").lstrip("+-").partition(".")
    units: int = int(whole) * 10**PLACES + int(part.ljust(PLACES, "0"))
    return -units if word.startswith("-") else units


def _label(low: int, top: int) -> str:
    return _shown(low) if low == top else f"{_shown(low)}–{_shown(top)}"


def _shown(number: int) -> str:
    whole, part = divmod(abs(number), 10**PLACES)
    decimals = f".{part:0{PLACES}d}".rstrip("0").rstrip(".")
    return f"{'-' if number < 0 else ''}{whole}{decimals}"
