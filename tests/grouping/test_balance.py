"""Counts of an attribute over groups."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import panel, plain

from vaexercise.grouping.balance import Row, balance

SIX = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")


def test_counts_and_fair_share() -> None:
    """Each value has its counts, what would be fair, and in how many groups it is not; missing values come last."""
    members = plain(*SIX, sex=["f", "f", "f", "m", "", "m"])
    found = balance(members, [("ada", "ben", "cyr"), ("dot", "eve", "fay")], "sex")
    assert found.rows == (
        Row(value="f", total=3, counts=(3, 0), share="1–2", outside=2),
        Row(value="m", total=2, counts=(0, 2), share="1", outside=2),
        Row(value="not stated", total=1, counts=(0, 1), share="0–1", outside=0),
    )
    assert found.outside == 4


def test_languages_are_counted_each() -> None:
    """Who has several languages counts for each of them."""
    members = plain("Ada", "Ben", languages=["French; English", "English|Dari, "])
    found = balance(members, [["ada"], ["ben"]], "languages")
    assert {row.value: row.counts for row in found.rows} == {"Dari": (0, 1), "English": (1, 1), "French": (1, 0)}


def test_who_sits_nowhere_is_not_counted() -> None:
    """Unseated people and unknown ids change nothing; empty groups are no error."""
    members = plain(*SIX, sex=["f"] * 6)
    found = balance(members, [["ada", "gone"], []], "sex")
    assert found.rows == (Row(value="f", total=1, counts=(1, 0), share="0–1", outside=0),)
    assert balance(members, [], "sex").rows == ()
    assert balance(members, [[], []], "sex").outside == 0


@settings(deadline=None)
@given(st.lists(st.integers(0, 4), min_size=20, max_size=20))
def test_everybody_is_counted_once(places: list[int]) -> None:
    """However people are seated, a column adds up to the sizes of the groups."""
    members = panel(20)
    groups = [[m.id for m, place in zip(members, places, strict=True) if place == g] for g in range(5)]
    found = balance(members, groups, "stance")
    assert [sum(column) for column in zip(*(row.counts for row in found.rows), strict=True)] == list(map(len, groups))


def test_without_numpy() -> None:
    """Showing a balance does not load the arrays that a draw needs."""
    code = "import sys, vaexercise.grouping.balance; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
