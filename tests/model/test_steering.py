"""Text that steers nothing."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.steering import harmless, whole


@settings(deadline=None)
@given(text=st.text(st.characters(codec=None)))
def test_harmless_text_steers_nothing(text: str) -> None:
    """Whatever was in it, it can be printed, has its length, and holds no control but line ends and tabs."""
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e")
    assert harmless(shown) == shown


def test_words_stay_as_they_are() -> None:
    """Letters, marks, joiners and the isolates that mixed writing needs are no controls."""
    text = "a\tb\nم\u200cخ \u2068x\u2069 \U0001f469\u200d\U0001f467"
    assert harmless(text) == text


def test_broken_bytes_are_marks() -> None:
    """Half characters become marks, and everything else stays, controls too."""
    assert whole("caf\udce9 \x1b ok") == "caf\ufffd \x1b ok"
