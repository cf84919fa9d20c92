"""Agreement from 0 to 10, by hand and by law."""

from __future__ import annotations

from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused, Unreadable
from vaexercise.model.vote import Papers, Spread, Tally
from vaexercise.plenary.votes.agreement import Agreement, divided, quartile, spread, verdict

ITEMS = ("a", "b", "c")
TITLES = {item: item.upper() for item in ITEMS}
scores = st.lists(st.integers(0, 10), min_size=1, max_size=30)


def counts(*given_: int) -> tuple[int, ...]:
    return tuple(given_.count(score) for score in range(11))


def lying(*given_: int) -> Spread:
    found = spread(counts(*given_))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("given_", "lower", "middle", "upper"),
    [
        ((4,), 4, 4, 4),  # n = 1: n/4 is not whole, so x1 each time
        ((2, 5), 2, Fraction(7, 2), 5),  # n/4 = 1/2: x1; n/2 = 1: (x1 + x2)/2; 3n/4 = 3/2: x2
        ((1, 2, 3, 4), Fraction(3, 2), Fraction(5, 2), Fraction(7, 2)),  # n/4 = 1: (x1 + x2)/2, and so on
        ((1, 2, 3, 4, 5), 2, 3, 4),  # n/4 = 5/4: x2; 5/2: x3; 15/4: x4
        ((0, 0, 7, 9, 10, 10, 10), 0, 9, 10),  # 7/4: x2; 7/2: x4; 21/4: x6
    ],
)
def test_quartiles_worked_by_hand(given_: tuple[int, ...], lower: Fraction, middle: Fraction, upper: Fraction) -> None:
    """By definition 2 of Hyndman and Fan, as the comments reckon."""
    assert [quartile(given_, which) for which in (1, 2, 3)] == [lower, middle, upper]


@settings(deadline=None)
@given(scores)
def test_quartiles_lie_in_order_and_the_middle_one_is_the_median(given_: list[int]) -> None:
    """Lower, median and upper lie between the lowest and the highest; turned over, they change places."""
    found = lying(*given_)
    assert min(given_) <= found.lower <= found.median <= found.upper <= max(given_)
    assert found.median == Fraction(median(given_))
    turned = lying(*(10 - score for score in given_))
    assert (turned.lower, turned.median, turned.upper) == (10 - found.upper, 10 - found.median, 10 - found.lower)
    opposite = {"in": "out", "out": "in", "split": "split", "open": "open"}
    assert turned.verdict == opposite[found.verdict]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ((7,) * 7 + (5,) * 3, "in"),  # exactly 70 % at 7 or more, nobody at 3 or less
        ((7,) * 69 + (5,) * 31, "open"),  # 69 %
        ((9,) * 17 + (3,) * 3, "open"),  # 85 % high, but 15 % low, which is not fewer than 15 %
        ((9,) * 86 + (3,) * 14, "in"),  # 14 % low
        ((3,) * 7 + (6,) * 3, "out"),
        ((0,) * 17 + (7,) * 3, "open"),
        ((0,) * 3 + (10,) * 3 + (5,) * 4, "split"),  # exactly 30 % at each end
        ((0,) * 29 + (10,) * 30 + (5,) * 41, "open"),
        ((5,), "open"),
    ],
)
def test_outcomes_at_their_thresholds(given_: tuple[int, ...], expected: str) -> None:
    """70 % and 30 % are enough, 15 % is too much: whole numbers decide, no rounding does."""
    assert verdict(counts(*given_)) == expected


def test_a_vote_worked_by_hand() -> None:
    """Scores of a: 8, 7, 2, of which 2 of 3 are 7 or more; of b: 5 alone; of c: none."""
    papers = Papers(({"a": 8}, {"a": 7, "b": 5}, {"a": 2}))
    found = Agreement(ITEMS).standings(papers)
    assert [found["a"].score, found["a"].share, found["a"].voters] == [7, Fraction(2, 3), 3]
    assert [found["b"].score, found["b"].share] == [5, 0]
    assert found["c"] == (None, None, 0, None)


@settings(deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 10)), max_size=8),
    st.permutations(ITEMS),
    st.randoms(),
)
def test_order_plays_no_part_and_a_tally_counts_as_its_ballots(
    cast: list[dict[str, int]], items: list[str], random: object
) -> None:
    """Shuffled ballots and items, or the same scores counted by hand, give each item the same."""
    shuffled = list(cast)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    method = Agreement(ITEMS)
    found = method.standings(Papers(tuple(cast)))
    assert Agreement(items).standings(Papers(tuple(shuffled))) == found
    if cast:
        by_item = {item: counts(*(ballot[item] for ballot in cast if item in ballot)) for item in ITEMS}
        tally = Tally(voters=len(cast), scores=by_item)
        assert method.wrong_tally(tally) == []
        assert method.standings(Papers((), (tally,))) == found


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((8, 8, 8), (5, 5, 5), True),  # medians 8 and 5
        ((8, 8, 8), (6, 6, 6), False),
        ((7, 7, 7, 7), (8, 4, 5, 6), False),  # medians 7 and 11/2
        ((7,) * 9, (3,) * 9, True),
    ],
)
def test_groups_are_divided_if_medians_are_three_apart(
    one: tuple[int, ...], other: tuple[int, ...], *, apart: bool
) -> None:
    """Three or more, in either order; one group alone is not divided."""
    assert divided([lying(*one), lying(*other)]) is divided([lying(*other), lying(*one)]) is apart
    assert not divided([lying(*one)])


@pytest.mark.parametrize("line", ["1:8 3:5", "8 - 5", "3=5, 1 = 8"])
def test_a_ballot_is_read_however_it_is_typed(line: str) -> None:
    """Item and score, or a score for each item in order; read back with what has none."""
    method = Agreement(ITEMS)
    choices = dict(method.read(line))
    assert choices == {"a": 8, "c": 5}
    assert method.words(choices, TITLES) == "8 for item 1 A; 5 for item 3 C; no score for 2 B"
    assert method.words({}, TITLES) == "blank"


@pytest.mark.parametrize("line", ["8 5", "1:8 5", "8 5 121 -", "8 x 5", "1:8:3", "8 -5 1"])
def test_what_is_no_ballot_is_unreadable(line: str) -> None:
    """Too few or too many scores, a score without its item, no number."""
    with pytest.raises(Unreadable, match="item:score"):
        Agreement(ITEMS).read(line)


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        ("1:11 2:99", ["item 1 has 11, and scores are 0 to 10", "item 2 has 99, and scores are 0 to 10"]),
        ("1:1 1:2", ["item 1 is there 2 times: name it once"]),
        ("8 121 5", ["item 2 has 121, and scores are 0 to 10"]),
        ("4:1", ["there is no item 4: items are 1 to 3"]),
    ],
)
def test_ballots_that_break_the_rules_are_told_all_that_is_wrong(line: str, reasons: list[str]) -> None:
    """Scores beyond 10, items twice or unknown."""
    method = Agreement(ITEMS)
    assert method.wrong(method.read(line)) == reasons


def test_tallies_that_cannot_be_are_told_why() -> None:
    """More scores than people; not a number for every score."""
    method = Agreement(ITEMS)
    assert method.wrong_tally(Tally(voters=1, scores={"a": counts(7, 8)})) == ["item 1 has 2 scores of 1 person"]
    assert method.wrong_tally(Tally(voters=1, scores={"a": (1,)})) == [
        "item 1 needs a number of people for each score from 0 to 10"
    ]


def test_there_is_no_budget() -> None:
    """A budget or a cap is refused, not ignored."""
    with pytest.raises(Refused, match="agreement has no --budget"):
        Agreement(ITEMS, 3)
