"""Nominal group technique, by hand and by law."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused, Unreadable
from vaexercise.model.vote import Papers, Tally
from vaexercise.plenary.votes.ngt import NominalGroup

ITEMS = ("a", "b", "c", "d", "e", "f")
OF_ALL = "6 items together have 31 points, and 2 people had 30 for that"
TITLES = {item: item.upper() for item in ITEMS}
ballots = st.lists(
    st.lists(st.sampled_from(ITEMS), unique=True, max_size=5).map(lambda order: {i: n for n, i in enumerate(order, 1)}),
    max_size=8,
).map(tuple)


def test_a_vote_worked_by_hand() -> None:
    """Top 5: a b c d e gives 5 4 3 2 1; c a gives 5 4. So a = 9, c = 8, b = 4, d = 2, e = 1: 24 = 15 + 9 points."""
    first = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    found = NominalGroup(ITEMS).standings(Papers((first, {"c": 1, "a": 2})))
    assert {item: found[item].score for item in ITEMS} == {"a": 9, "b": 4, "c": 8, "d": 2, "e": 1, "f": 0}
    assert [found[item].voters for item in "abf"] == [2, 1, 0]
    assert found["c"].share == Fraction(1, 3)


@settings(deadline=None)
@given(ballots, st.permutations(ITEMS), st.randoms())
def test_order_plays_no_part_and_points_add_up(
    cast: tuple[dict[str, int], ...], items: list[str], random: object
) -> None:
    """Shuffled ballots and items change nothing; somebody who names j of 5 gives 5 + 4 + … = j (11 - j) / 2 points."""
    shuffled = list(cast)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = NominalGroup(ITEMS).standings(Papers(cast))
    assert NominalGroup(items).standings(Papers(tuple(shuffled))) == found
    assert sum(s.score or 0 for s in found.values()) == sum(len(b) * (11 - len(b)) // 2 for b in cast)


@settings(deadline=None)
@given(ballots.filter(bool))
def test_what_ballots_add_up_to_is_a_valid_tally(cast: tuple[dict[str, int], ...]) -> None:
    """The guards of tallies refuse nothing that ballots within the rules can give."""
    method = NominalGroup(ITEMS)
    assert not any(method.wrong(tuple(ballot.items())) for ballot in cast)
    sums = {item: int(s.score or 0) for item, s in method.standings(Papers(cast)).items()}
    tally = Tally(voters=len(cast), sums=sums)
    assert method.wrong_tally(tally) == []
    by_hand = method.standings(Papers((), (tally,)))
    assert {item: standing.score for item, standing in by_hand.items()} == sums
    assert {standing.voters for standing in by_hand.values()} == {None}


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        ("1 2 3 4 5 6", ["6 items are named, and each person names up to 5"]),
        ("1 2 1", ["item 1 is there 2 times: name it once"]),
        ("1 7", ["there is no item 7: items are 1 to 6"]),
        ("6 1", []),
    ],
)
def test_ballots_that_break_the_rules_are_told_why(line: str, reasons: list[str]) -> None:
    """Too many, twice, unknown."""
    method = NominalGroup(ITEMS)
    assert method.wrong(method.read(line)) == reasons


@pytest.mark.parametrize("places", [(1, 3), (2, 3), (1, 1), (0, 1)])
def test_places_are_one_two_three(places: tuple[int, int]) -> None:
    """A gap, a tie or a beginning elsewhere is refused."""
    reasons = NominalGroup(ITEMS).wrong(tuple(zip("ab", places, strict=True)))
    assert reasons == [f"the places are {places[0]}, {places[1]}: they must be 1, 2, 3 and so on, each once"]


@pytest.mark.parametrize(
    ("sums", "reason"),
    [
        ({"a": 11}, "one item has 11 points, and 2 people had 10 for that"),
        ({"a": 10, "b": 9}, "2 items together have 19 points, and 2 people had 18 for that"),
        ({"a": 6, "b": 6, "c": 6, "d": 6, "e": 4, "f": 3}, OF_ALL),
        ({"a": -1}, "points cannot be below 0"),
    ],
)  # fmt: skip
def test_tallies_that_cannot_be_are_told_why(sums: dict[str, int], reason: str) -> None:
    """Of one item or of several together, more points than two people with 5 to 1 can give."""
    assert NominalGroup(ITEMS).wrong_tally(Tally(voters=2, sums=sums)) == [reason]


def test_limits_that_cannot_be_are_refused() -> None:
    """Nobody can name more items than there are; of few items all are named; there is no cap."""
    with pytest.raises(Refused, match="Nobody can name 4 of 3 items"):
        NominalGroup("abc", 4)
    with pytest.raises(Refused, match="no --cap"):
        NominalGroup("abc", 2, 1)
    assert NominalGroup("abc").budget == 3
    assert NominalGroup("abc", 1).rule.startswith("Each person names 1 item,")


def test_a_ballot_is_read_back_with_its_points() -> None:
    """In the order of the choices; the blank ballot in a word; what is no number is unreadable."""
    method = NominalGroup(ITEMS, 2)
    assert method.words(dict(method.read("3, 1")), TITLES) == "2 points for item 3 C; 1 point for item 1 A"
    assert method.words({}, TITLES) == "blank"
    with pytest.raises(Unreadable):
        method.read("1=2")
