"""Columns of categories, numbers and lists."""

from __future__ import annotations

import pytest
from drawing_once import assign
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import plain

from vaexercise.grouping.balance import balance
from vaexercise.grouping.member import Member
from vaexercise.grouping.quarters import QUARTERS, column_of
from vaexercise.model.rules import Apart, AtLeast, NoIsolate, Rule, Spread, Together


def kinds(*cells: str, name: str = "age") -> list[tuple[str, ...]]:
    members = [Member(id=str(n), name=str(n), attributes={name: cell}) for n, cell in enumerate(cells)]
    column = column_of(members, name)
    return [column.kinds(member) for member in members]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (
            ["20", "30", "40", "50", "60", "70", "80", "90"],
            ["20–30", "20–30", "40–50", "40–50", "60–70", "60–70", "80–90", "80–90"],
        ),
        (["1", "2", "3", "4", "1"], ["1", "2", "3", "4", "1"]),
        (["20", "30", "40", "50", "60+"], ["20", "30", "40", "50", "60+"]),
        (["1", "1", "1", "1", "2", "3", "4", "5"], ["1", "1", "1", "1", "2–3", "2–3", "4–5", "4–5"]),
        (["0,5", "-1.5", "2", "7", "", "9"], ["-1.5–0.5", "-1.5–0.5", "2", "7", "", "9"]),
        (["", " ", ""], ["", "", ""]),
        (["1e9", "nan", "٣", "4", "5", "6"], ["1e9", "nan", "٣", "4", "5", "6"]),
    ],
)
def test_numbers_are_spread_by_quarters(cells: list[str], found: list[str]) -> None:
    """Five or more different numbers make quarters; one word among them, or few numbers, and they are categories."""
    assert kinds(*cells) == [(kind,) for kind in found]


def test_lists_are_spread_by_each_value() -> None:
    """A column with ; or | in a cell is a list; a comma or slash alone makes one of languages only."""
    assert kinds("health; law", "law|health|law", "", name="field") == [("health", "law"), ("law", "health"), ("",)]
    assert kinds("fr/en", "en", name="languages") == [("fr", "en"), ("en",)]
    assert kinds("Labour, Social Affairs", "n/a", name="ministry") == [("Labour, Social Affairs",), ("n/a",)]


def test_quarters_in_a_draw() -> None:
    """Ages come out evenly by quarters, the missing ones as a value of their own, and the balance shows the same."""
    ages = [str(20 + 3 * n) for n in range(16)] + ["", ""]
    members = plain(*(f"P{n:02}" for n in range(18)), age=ages)
    drawn = assign(members, 2, [Spread(by="age"), NoIsolate(by="age")], 1)
    found = balance(members, drawn.groups, "age")
    assert [(row.value, row.counts) for row in found.rows] == [
        ("20–29", (2, 2)),
        ("32–41", (2, 2)),
        ("44–53", (2, 2)),
        ("56–65", (2, 2)),
        ("not stated", (1, 1)),
    ]
    assert all(outcome.kept for outcome in drawn.outcomes)


def test_exact_values_where_they_are_meant() -> None:
    """Together, apart and at least look at the number that is written, not at its quarter."""
    members = plain(*(f"P{n}" for n in range(8)), home=["1", "1", "2", "3", "4", "5", "6", "6"])
    rules: list[Rule] = [Together(by="home"), AtLeast(where={"home": "6"}, n=1, hard=False), Apart(by="home", weight=1)]
    drawn = assign(members, 2, rules, 1)
    assert [outcome.faults for outcome in drawn.outcomes] == [0, 1, 2]


@settings(deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=1, max_size=60))
def test_quarters_keep_order(numbers: list[int]) -> None:
    """Quarters never cut equal numbers in two, follow the order of numbers, and there are at most four."""
    found = kinds(*map(str, numbers))
    by_number = dict(zip(numbers, found, strict=True))
    assert [by_number[number] for number in numbers] == found
    in_order = [by_number[number] for number in sorted(set(numbers))]
    assert list(dict.fromkeys(in_order)) == [
        kind for n, kind in enumerate(in_order) if kind != in_order[n - 1] or n == 0
    ]
    assert len(set(found)) <= QUARTERS
