from __future__ import annotations

import pytest

from vaexercise.plenary.ranking import Ranked, confidence, of_proposal, rank


@pytest.mark.parametrize(
    ("score", "word"),
    [(1.0, "near-identical"), (0.45, "near-identical"), (0.4499, "likely"), (0.3, "likely"), (0.2999, "maybe"),
     (0.2, "maybe"), (0.1999, ""), (0.0, "")],
)  # fmt: skip
def test_three_words_say_how_sure_one_may_be(score: float, word: str) -> None:
    """Each begins at its score; below 0.20 nothing is said."""
    assert confidence(score) == word


def test_what_is_proposed_has_one_of_the_three_words() -> None:
    """A proposal whose points have little in common is a maybe, like the least of what is suggested."""
    assert [of_proposal(score) for score in (0.5, 0.3, 0.2, 0.16)] == ["near-identical", "likely", "maybe", "maybe"]


def test_a_theme_counts_by_its_two_closest_members() -> None:
    """Neither many members nor distant ones help or harm; one member counts as itself; equal themes go by name."""
    scores = {"a": 0.5, "b": 0.3, "c": 0.1, "d": 0.4, "e": 0.0}
    themes = {"large": "abce", "one": "d", "pair": "ac", "Alike": "ab", "none": ""}
    assert rank(scores.__getitem__, themes) == [
        Ranked("Alike", 0.4),
        Ranked("large", 0.4),
        Ranked("one", 0.4),
        Ranked("pair", 0.3),
        Ranked("none", 0.0),
    ]
