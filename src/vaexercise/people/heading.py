"""Which rows of a table hold the column names: one, or two under each other; what stands above them is a title.

It is the first row with more than half as many known names as any row has; where no name is known, the first
that is about as full as the rows below it. Cells that are an e-mail address, a date or a long number are no names.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import clean_line
from vaexercise.people.columns import fold, is_sensitive, meaning
from vaexercise.people.records import LONGEST_HEADER, Row, known_names

if TYPE_CHECKING:
    from collections.abc import Sequence

_AMONG = 20
"""How many rows are looked at."""
_ABOUT_A_PERSON = re.compile(r"\S+@\S+\.\S+|[\d ./()+-]{4,}")
"""An e-mail address, a date or a number of four digits and more: cells under a name, not names."""
_WHO = {"id", "name", "first_name", "last_name", "email"}


class Heading(NamedTuple):
    """The column names, cleaned, and where they stand: the places of the first and last row that holds them."""

    names: tuple[str, ...]
    first: int
    last: int


def heading_of(rows: Sequence[Row]) -> Heading:
    """The heading of rows of which none is empty; without names if there are no rows."""
    if not rows:
        return Heading((), 0, -1)
    top = [tuple(map(clean_line, row.cells)) for row in rows[: _AMONG + 1]]
    at = _names_at(top[:_AMONG])
    for first in (at, at - 1):
        if 0 <= first < len(top) - 1 and rows[first].number + 1 == rows[first + 1].number:
            upper, lower = _evened(top[first], top[first + 1])
            if _belong_together(upper, lower):
                return Heading(_joined(upper, lower), first, first + 1)
    return Heading(top[at], at, at)


Cells = tuple[str, ...]


def _names_at(rows: Sequence[Cells]) -> int:
    able = [_may_be_names(cells) for cells in rows]
    filled = [sum(map(bool, cells)) for cells in rows]
    known = [known_names(cells) for cells in rows]
    known = [count if able[n] or count * 2 > filled[n] else 0 for n, count in enumerate(known)]
    full = max(filled)
    best = [n for n, count in enumerate(known) if count * 2 > max(known) and filled[n] >= min(2, full)]
    if best:
        at = best[0]
        as_full_above = any(able[n] and filled[n] >= filled[at] for n in range(at))
        if not as_full_above or known[at] == filled[at]:
            return at
    fullish = [n for n, count in enumerate(filled) if count >= min(2, full) and count * 3 >= full * 2]
    return next((n for n in fullish if able[n] or filled[n] == full), fullish[0])


def _may_be_names(cells: Cells) -> bool:
    return not any(len(cell) <= LONGEST_HEADER and _ABOUT_A_PERSON.fullmatch(cell) for cell in cells)


def _evened(upper: Cells, lower: Cells) -> tuple[Cells, Cells]:
    width = max(len(upper), len(lower))
    return upper + ("",) * (width - len(upper)), lower + ("",) * (width - len(lower))


def _belong_together(upper: Cells, lower: Cells) -> bool:
    """Whether two rows are one heading, as merged cells leave it: groups of columns above, their columns below."""
    if not (_may_be_names(upper) and _may_be_names(lower)):
        return False
    groups = [n for n, cell in enumerate(upper) if cell and _spans(upper, lower, n)]
    for n, (above, below) in enumerate(zip(upper, lower, strict=True)):
        differ = above and below and fold(above) != fold(below)
        if differ and (n not in groups or (meaning(above) in _WHO and not meaning(below))):
            return False
    if not groups or _is_title(upper, lower, groups):
        return False
    return known_names(_joined(upper, lower)) > known_names(upper) or _says_not_who(upper, lower)


def _is_title(upper: Cells, lower: Cells, groups: Sequence[int]) -> bool:
    """Whether the names below need nothing of what stands above them."""
    if sum(map(bool, upper)) > 1 and any(map(meaning, upper)):
        return False
    below = [fold(cell) for cell in lower if cell]
    needed = any(is_sensitive(upper[n]) or (n and meaning(upper[n])) for n in groups)
    return not needed and len(set(below)) == len(below)


def _spans(upper: Cells, lower: Cells, n: int) -> bool:
    """Whether the cell above stands over the columns n and n + 1, at least."""
    return n + 1 < len(upper) and not upper[n + 1] and bool(lower[n] and lower[n + 1]) and bool(upper[n])


def _says_not_who(upper: Cells, lower: Cells) -> bool:
    """Whether the lower row leaves all columns empty that say who a person is, and so is about nobody."""
    who = [(above, below) for above, below in zip(upper, lower, strict=True) if meaning(above) in _WHO]
    return bool(who) and all(not below or fold(above) == fold(below) for above, below in who)


def _joined(upper: Cells, lower: Cells) -> Cells:
    """One name for each column: the lower one if it is enough, else both."""
    often = Counter(map(fold, lower))
    columns = zip(upper, lower, _groups(upper, lower), strict=True)
    return tuple(_one_name(above, below, group, often) for above, below, group in columns)


def _groups(upper: Cells, lower: Cells) -> Cells:
    """The group that each column belongs to; the columns after a group's first have nothing above them."""
    found: list[str] = []
    for above, below in zip(upper, lower, strict=True):
        found.append(above or (found[-1] if found and below else ""))
    return tuple(found)


def _one_name(above: str, below: str, group: str, often: Counter[str]) -> str:
    if not below or fold(above) == fold(below):
        return above or below
    if not group or (meaning(below) and often[fold(below)] == 1):
        return below
    return f"{group} – {below}"
