"""Numbers in a sentence against those of its sources."""

from __future__ import annotations

import pytest

from vaexercise.plenary.figures import figures
from vaexercise.plenary.sources import Source

MONEY = Source(
    key="theme/a",
    name="Q1-T1",
    title="Money",
    words=("Money", "Write ten indicators by 2014, 1,500 forms"),
    groups=frozenset({"g1", "g2"}),
    answered=3,
    codes=frozenset({"A", "B", "C"}),
    pairs=frozenset({("2", "3")}),
    counts={"group": frozenset({"2", "3"}), "point": frozenset({"3"})},
)
DATA = Source(
    key="theme/b",
    name="Q1-T2",
    title="Data",
    groups=frozenset({"g3"}),
    answered=3,
    codes=frozenset({"C", "D"}),
    pairs=frozenset({("1", "3")}),
    counts={"group": frozenset({"1", "3"}), "point": frozenset({"2"})},
)


@pytest.mark.parametrize(
    "text",
    [
        "2 of 3 groups raised it (3 points).",
        "Two of three groups raised it.",
        "Two out of the 3 groups raised it.",
        "2/3 groups said it; 3 points.",
        "٢ of ٣ groups",
        "It is a matter of money.",
        "By 2014, in 1500 forms.",
        "As G1-Q1-04, Q1-T2 and the 2nd said.",
        "“99 of 100 groups” is a quote, and «17 points» is too.",
        "One could say so.",
    ],
)
def test_numbers_of_the_source_may_be_said(text: str) -> None:
    """In digits of any script, or in words; codes, ordinals and quotes are no numbers."""
    assert list(figures(text, [MONEY]).wrong) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("3 of 3 groups raised it.", ["3 of 3 groups"]),
        ("Three of three groups raised it (2 points).", ["Three of three groups", "2 points"]),
        ("One group raised it.", ["One group"]),
        ("5 points in 17 places.", ["5 points", "17"]),
        ("2014 points.", ["2014 points"]),
        ("In 2,014 places.", []),
        ("In 2.5 places.", ["2.5"]),
        ("٤ points", ["٤ points"]),
    ],
)
def test_other_numbers_are_found_as_they_stand(text: str, wrong: list[str]) -> None:
    """A year of the source is no number of points, and a known number is none in another place."""
    assert list(figures(text, [MONEY]).wrong) == wrong


def test_sources_may_be_said_together() -> None:
    """Groups and points of both count once each."""
    assert list(figures("3 of 3 groups, 4 points", [MONEY, DATA]).wrong) == []
    assert list(figures("5 points", [MONEY, DATA]).wrong) == ["5 points"]


def test_without_a_source_no_number_holds() -> None:
    """Whatever it counts."""
    assert list(figures("2 of 3 groups, 4 points, 5", []).wrong) == ["2 of 3 groups", "4 points", "5"]
