"""Votes leave the room in sum: no small count of people, and nothing that tells the order in which themes were made."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from vaexercise.model.plain import to_plain
from vaexercise.model.vote import MethodName, Papers, Vote, VoteItem
from vaexercise.plenary.priorities import voted
from vaexercise.plenary.public.suppression import FEWER
from vaexercise.plenary.public.voting import PublicVote
from vaexercise.plenary.votes.counting import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.plenary.priorities import Voted

TITLES = {"a": "Measuring change", "b": "Money for data", "c": "Survivors in the room", "d": "One plan"}
SEVEN: Sequence[dict[str, int]] = (*[{"a": 1, "b": 1}] * 4, *[{"a": 1, "c": 1}] * 3)
"""a from 7 people, b from 4, c from 3, d from nobody."""


def internal(method: MethodName, ballots: Sequence[dict[str, int]], order: Sequence[str] = "abcd") -> Voted:
    """A vote as the room sees it, with its items in an order."""
    items = tuple(VoteItem(key, TITLES[key]) for key in order)
    vote = Vote(id="x", name="2", title="What first?", method=method, items=items, state="revealed")
    vote = replace(vote, budget=2, cap=1) if method == "dots" else vote
    return voted(count(vote, {"": Papers(tuple(ballots))}, {"": 48}))


def public(vote: Voted, *, named: bool = False) -> Voted:
    """The vote as it leaves the room."""
    return PublicVote(vote, named=named).made("v1", {})


@pytest.mark.parametrize("named", [True, False])
def test_people_are_counted_from_five_on(named: bool) -> None:  # noqa: FBT001  both kinds of level
    """Of a dot vote, who gave an item a dot; the dots themselves stay."""
    [grid] = public(internal("dots", SEVEN), named=named).grids
    people, dots = grid.columns.index("People"), grid.columns.index("Dots")
    assert [row[people] for row in grid.rows] == ["7", FEWER, FEWER, FEWER]
    assert [row[dots] for row in grid.rows] == ["7", "4", "3", "0"]
    assert "fewer than 5 people are not given" in grid.note


def test_what_few_people_scored_has_no_median_and_no_distribution() -> None:
    """Of three scores the median tells one; of seven, who gave which is not said if any were few."""
    ballots = (*[{"a": 8, "b": 9}] * 3, *[{"a": 8}] * 4, {"a": 2})
    vote = public(internal("agreement", ballots))
    [agreed] = vote.grids
    assert vote.scores == ()
    assert {item.title: item.score for item in vote.placed}["Money for data"] == "–"
    by_item = {row[0].partition(" ")[2]: row for row in agreed.rows}
    assert set(by_item["Money for data"][1:]) == {"–", FEWER}
    assert by_item["Measuring change"][agreed.columns.index("Scores")] == "8"


def test_a_share_that_tells_a_small_count_is_not_given() -> None:
    """Two of eight scores are 25 per cent."""
    ballots = (*[{"a": 8}] * 2, *[{"a": 3}] * 6)
    [agreed] = public(internal("agreement", ballots)).grids
    row = next(row for row in agreed.rows if row[0].endswith("Measuring change"))
    assert row[agreed.columns.index("7 or more")] == "–"


def test_pairs_with_a_small_count_are_left_out_with_their_contrary() -> None:
    """Five against two: the two would follow from the five."""
    ballots = (*[{"a": 1, "b": 2, "c": 3, "d": 4}] * 5, *[{"b": 1, "a": 2, "c": 3, "d": 4}] * 2)
    assert not any("Pair by pair" in grid.title for grid in public(internal("ranking", ballots)).grids)
    large = (*[{"a": 1, "b": 2, "c": 3, "d": 4}] * 5, *[{"d": 1, "c": 2, "b": 3, "a": 4}] * 5)
    [pairs] = [g for g in public(internal("ranking", large)).grids if "Pair by pair" in g.title]
    assert [head.removeprefix("before ") for head in pairs.columns[1:]] == ["1", "2", "3", "4"]
    assert [row[place] for place, row in enumerate(pairs.rows, start=1)] == ["–"] * 4


@pytest.mark.parametrize("method", ["dots", "agreement", "ranking"])
def test_the_order_on_the_ballot_paper_is_not_to_be_seen(method: MethodName) -> None:
    """Numbers and order follow from the result and the words: whichever theme was made first."""
    ballots = {
        "dots": SEVEN,
        "agreement": [{"a": 8, "b": 8, "c": 3, "d": 3}] * 6,
        "ranking": (*[{"a": 1, "b": 2, "c": 3, "d": 3}] * 5, *[{"b": 1, "a": 2, "c": 3, "d": 3}] * 5),
    }[method]
    seen = {json.dumps(to_plain(public(internal(method, ballots, order)))) for order in permutations("abcd")}
    assert len(seen) == 1
    assert [item.number for item in public(internal(method, ballots)).placed] == [1, 2, 3, 4]


def test_where_groups_are_named_numbers_stay() -> None:
    """They are those that the room knows."""
    vote = internal("dots", SEVEN, "dcba")
    assert [row[0] for row in public(vote, named=True).grids[0].rows] == [row[0] for row in vote.grids[0].rows]


def test_sentences_with_a_small_count_are_left_out() -> None:
    """Spoilt ballots are somebody's, too."""
    items = tuple(VoteItem(key, TITLES[key]) for key in "ab")
    vote = Vote(id="x", name="2", title="What first?", method="dots", items=items, budget=1, cap=1, state="revealed")
    made = count(vote, {"": Papers(tuple([{"a": 1}] * 6))}, {"": 48}, ["2 ballots are spoilt and not counted."])
    said = public(voted(made)).sentences
    assert "6 ballots of 48 people (13 %)." in said
    assert not any("spoilt" in sentence for sentence in said)


def test_what_got_nothing_has_no_place() -> None:
    """Neither inside nor outside; of a ranking, the last is one."""
    [grid] = internal("dots", SEVEN).grids
    assert [row[grid.columns.index("Place")] for row in grid.rows] == ["1", "2", "3", "–"]
