from __future__ import annotations

import pytest

from vaexercise.model.text import counted
from vaexercise.questions.summing import NO_ANSWER, places, tally


def test_tally() -> None:
    """Answers are counted, the most frequent first, and gaps are not."""
    assert tally(["no", "yes", NO_ANSWER, "yes"]) == "yes 2, no 1"
    assert tally([NO_ANSWER]) == ""


@pytest.mark.parametrize(("number", "words"), [(0, "0 groups"), (1, "1 group"), (2, "2 groups")])
def test_counted(number: int, words: str) -> None:
    """Counts agree with their noun."""
    assert counted(number, "group") == words


def test_places() -> None:
    """Those who tie share a place, and the next place is left free."""
    assert places({"a": 1, "b": 3, "c": 3, "d": 0}) == {"b": "1=", "c": "1=", "a": "3", "d": "4"}
    assert places({"a": 1, "b": 3}, low_first=True) == {"a": "1", "b": "2"}
