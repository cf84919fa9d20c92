"""Results in words and tables."""

from __future__ import annotations

from fractions import Fraction

import pytest

from vaexercise.errors import Problems
from vaexercise.model.vote import MethodName, Papers, Vote, VoteItem, VoteResult
from vaexercise.plenary.votes.counting import checked, count
from vaexercise.plenary.votes.telling import exact, grids, percent, sentences

ITEMS = tuple(VoteItem(item, item.upper()) for item in "abc")


def counted(method: MethodName, *groups: tuple[dict[str, int], ...], people: int = 0) -> VoteResult:
    """A result of groups 1, 2 and so on."""
    papers = {f"g{number}": Papers(ballots) for number, ballots in enumerate(groups, start=1)}
    return count(_vote(method), papers, {"": people} if people else {})


def _vote(method: MethodName) -> Vote:
    return Vote(id="x", name="1", title="T", method=method, items=ITEMS)


@pytest.mark.parametrize(
    ("part", "words"),
    [(Fraction(1, 8), "13 %"), (Fraction(1, 200), "1 %"), (Fraction(1, 3), "33 %"), (Fraction(0), "0 %"), (None, "–")],
)
def test_parts_are_whole_percent_halves_up(part: Fraction | None, words: str) -> None:
    """12.5 % is 13 %, 0.5 % is 1 %: never rounded to an even number; what is not known is a dash."""
    assert percent(part) == words


def test_scores_are_exact() -> None:
    """Whole numbers and halves, however large."""
    assert [exact(Fraction(n, 2)) for n in (0, 9, 10, 2_000_001)] == ["0", "4.5", "5", "1000000.5"]
    assert exact(None) == "–"


def test_the_winner_of_all_pairs_is_named() -> None:
    """With its number and title; a single ballot has no concordance."""
    said = list(sentences(counted("ranking", ({"b": 1, "a": 2, "c": 3},))))
    assert any(sentence.startswith("Condorcet winner: 2 B.") for sentence in said)
    assert not any("Kendall" in sentence for sentence in said)


def test_turnout_needs_to_know_how_many_may_vote() -> None:
    """With the number of people it is a part of them; without, only the ballots are counted."""
    assert next(sentences(counted("dots", ({"a": 1},), people=3))) == "1 ballot of 3 people (33 %)."
    assert next(sentences(counted("dots", ({"a": 1},)))) == "1 ballot."


def test_an_item_that_a_group_did_not_judge_is_a_dash() -> None:
    """Groups of five scores each; c has none in the second."""
    one, other = ({"a": 8, "b": 2, "c": 5},) * 5, ({"a": 1, "b": 2},) * 5
    result = counted("agreement", one, other)
    groups = next(grid for grid in grids(result) if grid.title.startswith("Each group apart"))
    assert groups.rows[-1][0] != groups.rows[0][0]
    assert {row[0]: row[1:] for row in groups.rows}["3 C"] == ("5, 0 %, open", "–", "0 %")
    assert groups.attributed == (1, 2)
    assert [row.title for row in result.rows if row.divided] == ["A"]
    assert any(sentence.startswith("Groups are divided on: 1 A.") for sentence in sentences(result))


def test_all_that_is_wrong_with_ballots_is_said_by_ballot() -> None:
    """Each problem names its ballot; right ones come back as they count."""
    with pytest.raises(Problems) as caught:
        checked(_vote("dots"), {"7": (("a", 9),), "8": (("a", 1),), "9": (("z", 1),)})
    assert {problem.where for problem in caught.value.problems} == {"ballot 7", "ballot 9"}
    assert checked(_vote("dots"), {"8": (("a", 1),)}) == {"8": {"a": 1}}
