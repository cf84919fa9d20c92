"""Dot votes, by hand and by law."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused, Unreadable
from vaexercise.model.vote import Papers, Tally
from vaexercise.plenary.votes.dots import Dots, usual_budget

ITEMS = ("a", "b", "c", "d", "e", "f")
TWICE = "item 2 is there 2 times: name it once"
FOR_ONE = "item 1 has 5 dots, and 2 people had 4 for it"
NOBODY = "0 people cannot have voted: say how many did"
TITLES = {item: item.upper() for item in ITEMS}


@st.composite
def ballots(draw: st.DrawFn) -> tuple[dict[str, int], ...]:
    """Ballots that keep the rule: 5 dots, at most 2 on an item."""
    spots = st.lists(st.sampled_from(ITEMS * 2), max_size=5)
    found = [{item: min(2, spot.count(item)) for item in set(spot)} for spot in draw(st.lists(spots, max_size=8))]
    return tuple(found)


def test_a_vote_worked_by_hand() -> None:
    """Three people with 2 dots each on 6 items: aa, ab, c. So a = 2 + 1 = 3, b = 1, c = 1: 5 of the 6 dots spent."""
    papers = Papers(({"a": 2}, {"a": 1, "b": 1}, {"c": 1}))
    found = Dots(ITEMS).standings(papers)
    assert {item: found[item].score for item in "abcd"} == {"a": 3, "b": 1, "c": 1, "d": 0}
    assert found["a"].share == Fraction(3, 5)
    assert [found[item].voters for item in "abcd"] == [2, 1, 1, 0]


def test_a_tally_adds_to_ballots_and_hides_how_many_voted_for_what() -> None:
    """Sums add up; the number of people behind an item is not known any more."""
    papers = Papers(({"a": 2},), (Tally(voters=3, sums={"a": 4, "b": 2}),))
    found = Dots(ITEMS).standings(papers)
    assert [found["a"].score, found["b"].score, found["a"].voters] == [6, 2, None]
    assert papers.voters == 4


def test_nothing_given_has_no_shares() -> None:
    """Blank ballots count as voters; a part of nothing is not known."""
    assert {standing.share for standing in Dots(ITEMS).standings(Papers(({}, {}))).values()} == {None}


@pytest.mark.parametrize(("items", "budget"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (15, 5), (16, 5), (60, 5)])
def test_the_usual_budget(items: int, budget: int) -> None:
    """A third of the items, rounded up, and at most 5."""
    assert usual_budget(items) == budget


@settings(deadline=None)
@given(ballots(), st.permutations(ITEMS), st.randoms())
def test_order_plays_no_part_and_totals_are_what_was_spent(
    cast: tuple[dict[str, int], ...], items: list[str], random: object
) -> None:
    """Shuffled ballots and items give each item the same; totals add up to the dots spent, shares to 1."""
    shuffled = list(cast)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = Dots(ITEMS, 5).standings(Papers(cast))
    assert Dots(items, 5).standings(Papers(tuple(shuffled))) == found
    spent = sum(sum(ballot.values()) for ballot in cast)
    assert sum(standing.score or 0 for standing in found.values()) == spent
    assert sum(standing.share or 0 for standing in found.values()) == (1 if spent else 0)


@settings(deadline=None)
@given(ballots())
def test_what_ballots_add_up_to_is_a_valid_tally(cast: tuple[dict[str, int], ...]) -> None:
    """The guards of tallies refuse nothing that ballots within the rules can give, and count the same."""
    method = Dots(ITEMS, 5)
    assert not any(method.wrong(tuple(ballot.items())) for ballot in cast)
    if cast:
        tally = Tally(voters=len(cast), sums={i: sum(b.get(i, 0) for b in cast) for i in ITEMS})
        assert method.wrong_tally(tally) == []
        by_hand = method.standings(Papers((), (tally,)))
        assert {i: s.score for i, s in by_hand.items()} == {
            i: s.score for i, s in method.standings(Papers(cast)).items()
        }


@pytest.mark.parametrize(
    ("given_", "reasons"),
    [
        ((("a", 2), ("b", 1)), ["3 dots in all, and each person has 2"]),
        ((("a", 3),), ["item 1 has 3 dots, and may have 0 to 2"]),
        ((("a", 3), ("b", 1)), ["item 1 has 3 dots, and may have 0 to 2", "4 dots in all, and each person has 2"]),
        ((("z", 1),), ["there is no item z: items are 1 to 6"]),
        ((("b", 1), ("b", 1)), [TWICE]),
        ((("b", 1), ("b", 1), ("9", 1)), ["there is no item 9: items are 1 to 6", TWICE]),
        ((("a", -1),), ["item 1 has -1 dots, and may have 0 to 2"]),
        ((), []),
    ],
)  # fmt: skip
def test_ballots_that_break_the_rules_are_told_all_that_is_wrong(
    given_: tuple[tuple[str, int], ...], reasons: list[str]
) -> None:
    """Over the budget or the cap, unknown, twice: every reason at once, one mistake once; a blank ballot is right."""
    assert Dots(ITEMS).wrong(given_) == reasons


@pytest.mark.parametrize(
    ("tally", "reasons"),
    [
        (Tally(voters=2, sums={"a": 5}), [FOR_ONE, "5 dots in all, and 2 people had 4"]),
        (Tally(voters=1, sums={"a": 2, "b": 1}), ["3 dots in all, and 1 person had 2"]),
        (Tally(voters=0, sums={"z": 1}), ["there is no item z: items are 1 to 6", NOBODY]),
    ],
)  # fmt: skip
def test_tallies_that_cannot_be_are_told_all_that_is_wrong(tally: Tally, reasons: list[str]) -> None:
    """More dots than the voters had, for one item or in all; nobody; unknown items."""
    assert Dots(ITEMS).wrong_tally(tally) == reasons


@pytest.mark.parametrize("line", ["1 1 3", "1:2 3", "1=2, 3", "  1 ,1;3 ", "3 1 : 2", "١ ١ ٣"])
def test_a_ballot_is_read_however_it_is_typed(line: str) -> None:
    """Numbers for dots, or a number of dots, with any separators and digits; read back in the order of the paper."""
    method = Dots(ITEMS, 5)
    choices = dict(method.read(line))
    assert choices == {"a": 2, "c": 1}
    assert method.words(choices, TITLES) == "2 dots on item 1 A; 1 dot on item 3 C; 2 dots kept"


@pytest.mark.parametrize("line", ["x", "1 zwei", "1:2:1", "-1", "1.5", "1:", ":", "9999999"])
def test_what_is_no_ballot_is_unreadable(line: str) -> None:
    """It says what was not understood, and how a ballot is typed."""
    with pytest.raises(Unreadable, match=r"Not understood: “.*1 1 3"):
        Dots(ITEMS).read(line)


def test_limits_that_cannot_be_are_refused() -> None:
    """More dots than fit under the cap; a cap above the budget is the budget."""
    with pytest.raises(Refused, match=r"9 dots do not fit on 4 items with at most 2 on one: 8 do\."):
        Dots("abcd", 9)
    assert Dots("abcd", 2, 7).cap == 2
    assert Dots("abcd", 9, 3).budget == 9


@pytest.mark.parametrize(
    ("budget", "cap", "rule"),
    [(5, 2, "5 dots, at most 2 on one item."), (2, 2, "2 dots, which may be on one item."), (1, 1, "1 dot.")],
)
def test_the_rule_says_what_a_person_has(budget: int, cap: int, rule: str) -> None:
    """The number of dots, and the cap where there is one."""
    assert Dots(ITEMS, budget, cap).rule.startswith(f"Each person has {rule}")
