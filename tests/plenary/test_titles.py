from __future__ import annotations

import pytest

from vaexercise.plenary.titles import Candidate, best, length_in_words


def test_the_central_and_short_come_first() -> None:
    """Mean score with the others times 12 / (12 + words): worked out by hand for three candidates."""
    scores = {(0, 1): 60, (0, 2): 40, (1, 2): 20}  # means: 50, 40, 30
    long, short, far = Candidate(0, "long", 28), Candidate(1, "short", 4), Candidate(2, "far", 0)
    # 50 * 12/40 = 15; 40 * 12/16 = 30; 30 * 12/12 = 30, and "far" is the shorter text
    found = best([long, short, far], lambda a, b: scores[min(a, b), max(a, b)])
    assert found == [2, 1, 0]


def test_at_most_three_and_no_text_twice() -> None:
    """The same words in other letters are one title; of one point there is one."""
    texts = ["Budget", "budget", "No budget", "Money", "No money"]
    found = best([Candidate(n, text, 1) for n, text in enumerate(texts)], lambda *_: 1)
    assert [texts[n] for n in found] == ["Money", "Budget", "No money"]
    assert best([Candidate(7, "One", 1)], lambda *_: 0) == [7]
    assert best([], lambda *_: 0) == []


@pytest.mark.parametrize(
    ("words", "unspaced", "length"), [(["no", "budget"], False, 2), (["ជនពិការភាពនៅ"], True, 2), ([], True, 0)]
)
def test_length_in_words(words: list[str], unspaced: bool, length: float) -> None:  # noqa: FBT001
    """Words are counted; without spaces, six characters are one."""
    assert length_in_words(words, unspaced=unspaced) == length
