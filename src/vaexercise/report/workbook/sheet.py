"""One sheet of a workbook: a heading row, and rows as long as it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.report.rows import Row

Value = str | int
LONGEST_NAME = 31
"""Characters in the name of a sheet."""
TAKEN = "history"
"""What spreadsheets keep for themselves."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\\n", " "))


class Sheet(NamedTuple):
    """Whole numbers are numbers, everything else is text."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


def sheet_of(name: str, rows: Iterable[Row]) -> Sheet:
    """Lines of a report, without the columns that are empty in all of them."""
    found = list(rows)
    used = [place for place, column in enumerate(zip(*found, strict=True)) if any(column)]
    fields = found[0]._fields if found else ()
    return Sheet(
        name, [fields[place].capitalize() for place in used], [[row[place] for place in used] for row in found]
    )


def named(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """The sheets that have rows, each under a name that a spreadsheet takes and no other sheet has."""
    taken = {TAKEN}
    for sheet in sheets:
        if not sheet.rows:
            continue
        whole = " ".join(sheet.name.translate(_NOT_IN_NAMES).split()).strip("' ") or "Sheet"
        name, number = _cut(whole, LONGEST_NAME), 1
        while name.lower() in taken:
            number += 1
            name = f"{_cut(whole, LONGEST_NAME - len(str(number)) - 1)} {number}"
        taken.add(name.lower())
        yield sheet._replace(name=name)


def _cut(text: str, most: int) -> str:
    """The beginning, in as many characters as spreadsheets count them: those beyond the first plane twice."""
    while len(text.encode("utf-16-le")) > 2 * most:
        text = text[:-1]
    return text.strip("' ")
