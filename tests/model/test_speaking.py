"""How long words take to say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.speaking import duration, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("No budget line", 3),
        ("survivors' well-being – at last!", 4),
        ("البيانات تصل متأخرة", 3),
        ("幸存者没有参加", 4),
        ("データ", 2),
        ("ទិន្នន័យមកយឺត", 3),
        ("ข้อมูลมาช้า", 2),
        ("预算 budget 2012", 3),
        ("👍 !", 0),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    """Between spaces where there are any; else by letters, without the signs above and below them."""
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "a few seconds"),
        (10, "a few seconds"),
        (23, "about half a minute"),
        (60, "about 1 minute"),
        (85, "about 1½ minutes"),
        (120, "about 2 minutes"),
        (155, "about 2½ minutes"),
    ],
)
def test_a_time_is_said_to_the_half_minute(seconds: float, said: str) -> None:
    """As people say it, in the singular and the plural."""
    assert duration(seconds) == said


@given(st.text(), st.text())
@settings(deadline=None)
def test_two_texts_have_as_many_words_as_both(one: str, other: str) -> None:
    """Put beside each other with a space they never have more, and at most one less in each script."""
    together = word_count(f"{one} {other}")
    assert together <= word_count(one) + word_count(other) <= together + 2
