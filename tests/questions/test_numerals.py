from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Unreadable
from vaexercise.questions.numerals import number_in, place_in


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("007", 7),
        ("+5", 5),
        ("-0", 0),
        ("\u22123", -3),
        ("1 200", 1200),
        ("1\u202f200\u00a0000", 1_200_000),
        ("1'200", 1200),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("12.50", "12.50"),
        (".5", "0.5"),
        ("12.", 12),
        ("0,125", "0.125"),
        ("1.200", "1.200"),
        ("1,200.5", "1200.5"),
        ("1.200,5", "1200.5"),
        ("1,200,300", 1_200_300),
        ("1 200,500", "1200.500"),
        ("٣٤", 34),
        ("\u06f1\u06f2\u066b\u06f5", "12.5"),
        ("१२", 12),
        ("១២", 12),
    ],
)
def test_numbers(typed: str, number: int | str) -> None:
    """Numbers are understood as people of many countries write them."""
    assert number_in(typed) == number


@pytest.mark.parametrize(
    "typed", ["", "twelve", "1 2", "12 00", "1,2,3", "1.200,300,5", "--3", ".", "9" * 31, "²", "1e5"]
)
def test_no_numbers(typed: str) -> None:
    """What is no number is none, however near."""
    assert number_in(typed) is None


def test_two_ways() -> None:
    """A comma before exactly three digits could mean two numbers, so people say which."""
    with pytest.raises(Unreadable, match=r"^1,200 can be read in two ways\. Type 1200 or 1\.200\.$"):
        number_in("1,200")


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_written_numbers_are_themselves(number: Decimal) -> None:
    """A decimal with a point is kept as written, and is the number it says."""
    read = number_in(f"{number:f}")
    assert isinstance(read, str)
    assert Decimal(read) == number


@pytest.mark.parametrize(("typed", "place"), [("1", 1), (" 2.", 2), ("3)", 3), ("٤", 4), ("x", 0), ("-1", 0), ("", 0)])
def test_places(typed: str, place: int) -> None:
    """A place in a list is a whole number, as the list shows it or bare."""
    assert place_in(typed) == place
    assert place_in("9" * 5000) == 0
