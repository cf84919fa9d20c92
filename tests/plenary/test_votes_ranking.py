"""Rankings, by hand and by law."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Unreadable
from vaexercise.model.vote import Papers, Tally
from vaexercise.plenary.votes.ranking import Ranking, borda, concordance, condorcet, pairwise, ranks
from vaexercise.questions.ranking import borda as borda_of_orders

ITEMS = ("a", "b", "c", "d")
TITLES = {item: item.upper() for item in ITEMS}
ballot = st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 4))
ballots = st.lists(ballot, max_size=8)


def order(items: str) -> dict[str, int]:
    return {item: place for place, item in enumerate(items, start=1)}


def told_apart(one: dict[str, int]) -> dict[str, Fraction]:
    return ranks(ITEMS, one)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (order("abcd"), (1, 2, 3, 4)),
        ({"a": 1, "b": 2, "c": 2, "d": 3}, (1, Fraction(5, 2), Fraction(5, 2), 4)),  # b and c share places 2 and 3
        (order("b"), (3, 1, 3, 3)),  # a, c and d share places 2, 3 and 4
        ({}, (Fraction(5, 2),) * 4),  # all share places 1 to 4
        ({"a": 2, "b": 7}, (1, 2, Fraction(7, 2), Fraction(7, 2))),  # only the order of places counts
    ],
)
def test_ranks_worked_by_hand(one: dict[str, int], expected: tuple[Fraction, ...]) -> None:
    """Ties share the average of the places that they fill."""
    assert tuple(told_apart(one).values()) == expected


def test_borda_worked_by_hand() -> None:
    """Order abcd gives 3 2 1 0; b alone gives b 3 and the others (2 + 1 + 0)/3 = 1 each. So b 5, a 4, c 2, d 1: 12."""
    assert borda(ITEMS, [order("abcd"), order("b")]) == {"a": 4, "b": 5, "c": 2, "d": 1}


def test_a_condorcet_winner_may_lose_by_points() -> None:
    """3 x abc, 2 x bca: a beats b 3 to 2 and c 3 to 2; Borda a = 6, b = 3 + 4 = 7, c = 0 + 2 = 2."""
    cast = [order("abc")] * 3 + [order("bca")] * 2
    table = pairwise("abc", cast)
    assert table == {"a": {"b": 3, "c": 3}, "b": {"a": 2, "c": 5}, "c": {"a": 2, "b": 0}}
    assert condorcet(table) == "a"
    assert borda("abc", cast) == {"a": 6, "b": 7, "c": 2}


@pytest.mark.parametrize("cast", [("abc", "bca", "cab"), ("ab", "ba"), ()])
def test_a_circle_or_a_tie_has_no_condorcet_winner(cast: tuple[str, ...]) -> None:
    """Each beats another in a circle; even pairs beat nobody; without ballots nobody wins."""
    assert condorcet(pairwise("abc", [order(one) for one in cast])) == ""


def test_concordance_worked_by_hand() -> None:
    """Ranks of abc, acb, abc: R = 3, 7, 8 around 6, S = 9 + 1 + 4 = 14, W = 12 x 14 / (9 x 24) = 7/9.

    With ties: abc and a before b = c: R = 2, 9/2, 11/2 around 4, S = 4 + 1/4 + 9/4 = 13/2, T = 2³ - 2 = 6,
    W = 78 / (4 x 24 - 2 x 6) = 13/14.
    """
    assert concordance("abc", [order("abc"), order("acb"), order("abc")]) == Fraction(7, 9)
    assert concordance("abc", [order("abc"), order("a")]) == Fraction(13, 14)


def test_concordance_of_opposites_is_nothing_and_of_one_is_unknown() -> None:
    """Two orders turned round: W = 0. One ballot, or ballots that tell nothing apart: None."""
    assert concordance("abc", [order("abc"), order("cba")]) == 0
    assert concordance("abc", [order("abc")]) is None
    assert concordance("abc", [{}, {}]) is None


@settings(deadline=None)
@given(ballots, st.permutations(ITEMS), st.randoms())
def test_order_plays_no_part(cast: list[dict[str, int]], items: list[str], random: object) -> None:
    """Shuffled ballots and items change neither points, nor pairs, nor winner, nor W."""
    shuffled = list(cast)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert borda(items, shuffled) == borda(ITEMS, cast)
    assert pairwise(items, shuffled) == pairwise(ITEMS, cast)
    assert condorcet(pairwise(items, shuffled)) == condorcet(pairwise(ITEMS, cast))
    assert concordance(items, shuffled) == concordance(ITEMS, cast)
    assert Ranking(items).standings(Papers(tuple(shuffled))) == Ranking(ITEMS).standings(Papers(tuple(cast)))


@settings(deadline=None)
@given(ballots)
def test_the_laws_of_points_pairs_and_concordance(cast: list[dict[str, int]]) -> None:
    """Points: m n(n-1)/2 in all. Pairs: for, against and ties are m; an item's points are its wins and half its ties.

    W lies from 0 to 1, and is 1 if and only if all ballots are alike.
    """
    points, table, m, n = borda(ITEMS, cast), pairwise(ITEMS, cast), len(cast), len(ITEMS)
    assert sum(points.values()) == m * n * (n - 1) // 2
    for a in ITEMS:
        ties = {b: m - table[a][b] - table[b][a] for b in table[a]}
        assert all(number >= 0 for number in ties.values())
        assert points[a] == sum(table[a].values()) + Fraction(sum(ties.values()), 2)
    w = concordance(ITEMS, cast)
    if w is not None:
        assert 0 <= w <= 1
        assert (w == 1) is (len({tuple(told_apart(one).items()) for one in cast}) == 1)


@settings(deadline=None)
@given(ballots)
def test_a_condorcet_winner_beats_every_other(cast: list[dict[str, int]]) -> None:
    """If one is named it wins every pair; if none is, nobody does."""
    table = pairwise(ITEMS, cast)
    winners = [a for a in ITEMS if all(table[a][b] > table[b][a] for b in ITEMS if b != a)]
    assert [condorcet(table)] == (winners or [""])


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(ITEMS), unique=True), max_size=6))
def test_points_are_those_of_a_question_of_kind_ranking(orders: list[list[str]]) -> None:
    """Without ties, one arithmetic holds for a question to groups and a vote of people."""
    cast = [{item: place for place, item in enumerate(one, start=1)} for one in orders]
    assert borda(ITEMS, cast) == borda_of_orders(ITEMS, orders)


@pytest.mark.parametrize("line", ["3,1=2", "3 > 1 = 2", "3 1=2"])
def test_a_ballot_is_read_however_it_is_typed(line: str) -> None:
    """In order, ties with =; read back with what was left out."""
    method = Ranking(ITEMS)
    choices = dict(method.read(line))
    assert choices == {"c": 1, "a": 2, "b": 2}
    assert method.words(choices, TITLES) == "first: 3 C; then: 1 A, 2 B, tied; left out: 4 D"
    assert method.words({}, TITLES) == "blank"


def test_ballots_that_break_the_rules_are_told_why() -> None:
    """Twice, unknown, a place 0; what is no number is unreadable; sums cannot stand for rankings."""
    method = Ranking(ITEMS)
    assert method.wrong(method.read("1 2 1")) == ["item 1 is there 2 times: name it once"]
    assert method.wrong(method.read("5")) == ["there is no item 5: items are 1 to 4"]
    assert method.wrong((("a", 0),)) == ["places begin with 1"]
    assert "needs every ballot of the 9" in method.wrong_tally(Tally(voters=9, sums={"a": 1}))[0]
    with pytest.raises(Unreadable, match="3,1,2"):
        method.read("first")
