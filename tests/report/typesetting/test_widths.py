"""Where words are broken, and what columns get."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.report.typesetting.widths import BREAK, WORD, Column, breakable, column, shared, width

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=BREAK), max_size=80)


@settings(deadline=None)
@given(TEXTS, st.floats(2.5, 40))
def test_breaking_adds_places_to_break_and_nothing_else(text: str, room: float) -> None:
    """No letter is lost, moved or doubled."""
    assert breakable(text, room).replace(BREAK, "") == text


@settings(deadline=None)
@given(st.text("Wimaж.-/", min_size=1, max_size=200), st.floats(2.5, 40))
def test_no_part_of_a_word_is_longer_than_its_room(word: str, room: float) -> None:
    """Whatever stays together fits."""
    assert all(width(part) <= room + 1e-9 for part in breakable(word, room).split(BREAK))


def test_words_that_fit_stay_whole() -> None:
    """Ordinary text is not touched, nor is Khmer, which has its own places to break."""
    text = "Rehabilitation of survivors, in G1-Q3-01 " + "ស្តារនីតិសម្បទា" * 10
    assert breakable(text, 20) == text


def test_a_mark_stays_with_its_letter() -> None:
    """A word is never broken between a letter and the accent that follows it."""
    broken = breakable("e\u0301" * 60, 10)
    assert BREAK in broken
    assert f"{BREAK}\u0301" not in broken


def test_a_column_needs_its_longest_word_and_wants_its_longest_line() -> None:
    """The head is bold, thus wider; very long words may be broken."""
    found = column(["Id", "one two", "three four five"])
    assert found.least == pytest.approx(width("three"))
    assert found.wished == pytest.approx(width("three four five"))
    assert column(["w" * 99]).least == WORD
    assert column(["Head", ""]).least > width("Head")


columns = st.builds(
    lambda least, more, grows: Column(least, least + more, grows),
    st.floats(0.5, 9),
    st.floats(0, 17),
    st.booleans(),
)


@given(st.lists(columns, min_size=1, max_size=12), st.floats(5, 80))
def test_columns_share_the_room_and_each_gets_what_it_needs(wanted: list[Column], room: float) -> None:
    """No column is narrower than its longest word; together they are never wider than the room."""
    found = shared(wanted, room)
    if found is None:
        assert sum(each.least for each in wanted) > room
    else:
        assert all(got >= each.least - 1e-9 for got, each in zip(found, wanted, strict=True))
        assert sum(found) <= room + 1e-6


def test_what_is_left_goes_to_columns_of_text() -> None:
    """Codes and numbers stay as wide as they are."""
    assert shared([Column(3, 4, grows=False), Column(5, 10), Column(2, 5)], 34) == [4, 20, 10]
