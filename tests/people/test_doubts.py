from __future__ import annotations

import pytest

from vaexercise.people.doubts import doubts
from vaexercise.people.table import read_table


def said(header: str, *cells: str) -> list[str]:
    body = "".join(f'P{number},"{cell}"\n' for number, cell in enumerate(cells))
    return list(doubts(read_table(f"Name,{header}\n{body}".encode(), "list.csv")))


def test_a_date_that_can_be_read_in_two_ways_is_told_with_its_row() -> None:
    """One is told by itself, several by the first and their number; none is changed."""
    [one] = said("Arrival", "24/11/2026", "1/2/2026")
    assert one.startswith('Column "Arrival": "1/2/2026" in row 3 can be read day first or month first.')
    assert "not guessed" in one
    [several] = said("Arrival", "3.4.26", "", "1.2.2026", "5.6.2026 09:30")
    assert several.startswith('Column "Arrival": 3 dates can, such as "3.4.26" in row 2, be read')


def test_several_forms_of_dates_are_told() -> None:
    """An example of each form stands in the sentence."""
    [forms] = said("Arrival", "2026-11-24", "24/11/2026", "11/24/2026", "25/11/2026")
    assert forms == (
        'Column "Arrival" has dates in several forms: "11/24/2026", "2026-11-24", "24/11/2026". They stay as written.'
    )


@pytest.mark.parametrize(
    "cells",
    [
        ("24/11/2026", "5/5/2026"),
        ("2026-02-01", "2026-03-04"),
        ("33/44/2026", "1/2", "en/fr/es", "1/2/3", "2026/13/1", "1-2/2026", "0/0/2026"),
        ("+855 12 345 678", "012-345-678", "3.5", "12"),
        ("Anna", "", "E10", "3E", "#1", "N/A"),
    ],
)
def test_what_is_clear_needs_no_word(cells: tuple[str, ...]) -> None:
    """Dates in one clear form, numbers of telephones, and cells that are no dates are not in doubt."""
    assert said("Arrival", *cells) == []


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("8.55E+10", "shortened"),
        ("8,55123E+10", "shortened"),
        ("#N/A", "error of a formula"),
        ("#REF!", "error of a formula"),
        ("N\ufffdDiaye", "letters were lost"),
    ],
)
def test_what_a_spreadsheet_spoilt_is_told(cell: str, reason: str) -> None:
    """A shortened number, a formula's error and lost letters are told by row, and how many more there are."""
    [one] = said("Phone", "x", cell)
    assert one.startswith(f'Column "Phone": "{cell}" in row 3: ')
    assert reason in one
    assert "row 3, and in 1 more: " in said("Phone", "x", cell, cell)[0]


def test_sensitive_cells_are_not_repeated() -> None:
    """Of a sensitive column only the row is told."""
    [one] = said("Type of disability", "ampute\ufffd")
    assert one.startswith('Column "Type of disability": row 2: letters were lost')
