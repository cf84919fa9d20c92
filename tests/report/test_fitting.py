"""How large letters are made: they fit, and a larger box or a shorter text never makes them smaller."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.report.fitting import LETTER, SIZES, fitting

WORDS = st.lists(st.text("abcdefgَُقកខ្中", min_size=1, max_size=20), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None)
@given(text=WORDS, width=st.floats(50, 900), height=st.floats(20, 600), more=st.floats(0, 300))
def test_more_room_is_never_worse(text: str, width: float, height: float, more: float) -> None:
    """Nor is a shorter text; every size is one that the style knows, and at most the one allowed."""
    size = fitting(text, width, height, 100)
    assert size in SIZES
    assert size <= 100
    assert fitting(text, width + more, height + more, 100) >= size
    assert fitting(text.split(maxsplit=1)[0], width, height, 100) >= size


@settings(deadline=None)
@given(word=st.text("abcdefg", min_size=1, max_size=60), width=st.floats(50, 900))
def test_the_longest_word_fits_unless_nothing_does(word: str, width: float) -> None:
    """By the width that a letter is taken to have."""
    size = fitting(f"{word} a", width, 600, 200)
    assert size == SIZES[-1] or len(word) * LETTER * size <= width


def test_marks_above_and_below_need_height_not_width() -> None:
    """Khmer and Arabic lines stand further apart; combining marks take no room beside letters."""
    assert fitting("a" * 30, 200, 30, 100) == fitting("a" + "\u0301" * 5 + "a" * 29, 200, 40, 100)
    assert fitting("កកកក", 400, 40, 100) < fitting("aaaa", 400, 40, 100)
    assert fitting("", 100, 100, 50) <= 50
