"""Counts of people without the small ones, and so that the small ones cannot be worked out from the others."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from vaexercise.plenary.attendance import UNSTATED, Attendance
from vaexercise.plenary.public.known import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vaexercise.model.plenary import Grid

FEWER, NOT_GIVEN = f"fewer than {FEWEST}", "not given"
_NOTE = f"Not given: counts of fewer than {FEWEST} people, and another one, so that they cannot be worked out."


def public_attendance(took: Attendance, *, groups: bool) -> Attendance:
    """Who took part, in numbers of five or more; of `groups` apart only where each of them is so large.

    Of a table by group the groups are left out as soon as one cell is small: sums over rows and columns would tell it.
    """
    if took.total < FEWEST:
        return Attendance(few=bool(took.total))
    parts = [*took.sizes.values(), *([took.no_group] if took.no_group else [])]
    apart = groups and all(size >= FEWEST for size in parts)
    tables = (_table(table, groups=apart) for table in took.tables)
    return Attendance(
        total=took.total,
        sizes=dict(took.sizes) if apart else {},
        no_group=took.no_group if apart else 0,
        tables=tuple(table for table in tables if table),
    )


def _table(table: Grid, *, groups: bool) -> Grid | None:
    """The table, by group if no cell is small, else its totals; nothing if these could be worked out all the same."""
    if groups and all(int(cell) >= FEWEST for row in table.rows for cell in row[1:]):
        return table
    kept = suppressed({row[0]: int(row[-1]) for row in table.rows})
    if kept is None:
        return None
    note = f"{table.note} {_NOTE}".strip() if NOT_GIVEN in kept.values() else table.note
    return replace(table, columns=(table.columns[0], table.columns[-1]), rows=tuple(_rows(kept)), note=note)


def _rows(kept: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What is given, in its order; then in one row what is not: an order of its own would tell which is larger."""
    back = [name for name, words in kept.items() if words in (FEWER, NOT_GIVEN)]
    yield from ((name, words) for name, words in kept.items() if name not in back)
    if back:
        words = kept[back[0]]
        back.sort(key=lambda name: (name == UNSTATED, name.casefold(), name))
        yield ", ".join(back), f"{words} each" if words == FEWER and len(back) > 1 else words


def suppressed(counts: Mapping[str, int]) -> dict[str, str] | None:
    """Each count as words; None if nothing can be given without giving away a small one, which is one from 1 to 4.

    The sum of all counts is taken as known. Where it leaves each small count at least two values, these are `fewer
    than 5`. Where it does not, another count, chosen by its name alone, is kept back with them, and all of them are
    `not given`: nobody can tell which of them is the large one. Method: complementary cell suppression, as
    statistical offices use it (L. Cox, Suppression methodology and statistical disclosure control, J. Amer. Statist.
    Assoc. 75 (1980), 377-385), for one row with its total.
    """
    small = {name: number for name, number in counts.items() if number < FEWEST}
    large = sorted((name for name in counts if name not in small), key=_by_name_alone)
    if not small:
        return {name: str(number) for name, number in counts.items()}
    if len(small) < sum(small.values()) < (FEWEST - 1) * len(small) and len(small) > 1:
        return {name: FEWER if name in small else str(number) for name, number in counts.items()}
    if not large:
        return None
    back = {*small, large[0]}
    return {name: NOT_GIVEN if name in back else str(number) for name, number in counts.items()}


def _by_name_alone(name: str) -> str:
    return sha256(name.encode(errors="surrogatepass")).hexdigest()
