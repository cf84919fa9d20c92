"""Long lines made short."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.wrapping import WIDEST, terminal_width, wrapped


def test_a_line_is_broken_between_words_and_hangs() -> None:
    """Each line by itself; what goes on stands two behind where the line began."""
    text = "Q1 What is hard?\n  G1-Q1-01  Nobody asked us at all"
    assert wrapped(text, 22) == "Q1 What is hard?\n  G1-Q1-01  Nobody\n    asked us at all"


def test_lines_that_fit_stay_as_they_are() -> None:
    """Empty ones, and those with spaces of their own."""
    assert wrapped("\n  a   b \n", 20) == "\n  a   b \n"


@settings(deadline=None)
@given(text=st.text(alphabet="ab  \n", max_size=200), width=st.integers(20, 60))
def test_no_line_is_wider_and_no_word_is_lost(text: str, width: int) -> None:
    """Whatever the words are: also one that is longer than a line, and any indent."""
    made = wrapped(text, width)
    assert max(map(len, made.split("\n"))) <= width
    assert "".join(made.split()) == "".join(text.split())


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("300", WIDEST)])
def test_a_terminal_is_used_up_to_what_can_be_read(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of a narrow one, part of a wide one."""
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width
