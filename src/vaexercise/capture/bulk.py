"""One line that answers many items: `1-5 yes`, `1,3 no`, `all partly`, `rest unknown`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.errors import Unreadable
from vaexercise.model.form import is_filled
from vaexercise.model.text import in_language
from vaexercise.questions.picking import Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.form import Blank, Values

_BULK = re.compile(
    r"(?P<which>all|rest|\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)\s+(?P<what>\S.*)", re.IGNORECASE
)
_MANY = 3
_MOST = 4
"""Digits of an item's number, beyond which nobody means an item."""


def bulk(blanks: Sequence[Blank], at: Blank, values: Values, text: str) -> tuple[list[Blank], str] | None:
    """The items that a line typed at one of them names, and what is said of them; None for any other line.

    Meant are only items with the same choices as the one it is typed `at`; at the words for others, which end a
    list, all of them. `rest` are those still empty. Raises `Unreadable` for a number that is none of theirs.
    """
    found = _BULK.fullmatch(text)
    like = _like(blanks, at, found["what"]) if found else at
    alike = {number: blank for number, blank in enumerate(blanks, start=1) if blank.choices == like.choices}
    if not found or like.kind != "one" or len(alike) < 2:  # noqa: PLR2004  many means two
        return None
    which, what = found["which"].casefold(), found["what"]
    if which == "all":
        return list(alike.values()), what
    if which == "rest":
        return [blank for blank in alike.values() if not is_filled(blank, values)], what
    numbers = [number for part in which.split(",") for number in _numbers(part)]
    if not all(number in alike for number in numbers):
        raise Unreadable(typed=text, advice=f"The items are {min(alike)} to {max(alike)}.")
    return [alike[number] for number in numbers], what


def _like(blanks: Sequence[Blank], at: Blank, what: str) -> Blank:
    """The item that is meant with a line: the one it is typed at, or the first, if others are asked for in words."""
    items = [blank for blank in blanks if blank.kind == "one"]
    if at.kind != "one" and [*items, at] == list(blanks) and items and Picker(items[0]).meant(what):
        return items[0]
    return at


def advice(blanks: Sequence[Blank], language: str) -> str:
    """How to answer many items in a line, in words of the first that has others like it; empty if there are few."""
    for blank in blanks:
        if blank.kind == "one" and sum(other.choices == blank.choices for other in blanks) >= _MANY:
            first, last = (in_language(choice.label, language) for choice in (blank.choices[0], blank.choices[-1]))
            return f"Several at once: 1-3 {first}, or rest {last}. An empty line leaves one open; :list all names them."
    return ""


def spans(numbers: Sequence[int]) -> str:
    """Rising numbers as people say them: `1 to 5, 8`."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][-1] == number - 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join(_span(span[0], span[-1]) for span in found)


def _span(first: int, last: int) -> str:
    """`1`, `1, 2` or `1 to 3`."""
    return f"{first} to {last}" if last - first > 1 else ", ".join(map(str, range(first, last + 1)))


def _numbers(part: str) -> range:
    """`3` or `2-5`; what is no such range gives 0, which no item has."""
    first, _, last = part.partition("-")
    low, high = (int(side) if len(side.strip()) <= _MOST else 0 for side in (first, last or first))
    return range(low, high + 1) if 0 < low <= high else range(1)
