from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.text import clean_line, clean_text, did_you_mean, direction, in_language

hostile = st.text() | st.lists(
    st.sampled_from(
        ["\x1b", "[31m", "]8;;", "\x07", "\x00", "\x85", "\u202e", "\ufeff", "e", "\u0301", " ", "\xa0", "\n", "\r"]
    )
).map("".join)


@settings(deadline=None)
@given(hostile)
def test_clean_line(raw: str) -> None:
    """A cleaned line is one line in NFC without control characters, and cleaning it again changes nothing."""
    line = clean_line(raw)
    assert clean_line(line) == line
    assert not [c for c in line if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in "\u202d\u202e\ufeff"]
    assert unicodedata.is_normalized("NFC", line)
    assert line == line.strip()


@settings(deadline=None)
@given(hostile)
def test_clean_text(raw: str) -> None:
    """A cleaned text is lines that are clean, none of them empty at either end, and stays as it is."""
    text = clean_text(raw)
    assert clean_text(text) == text
    assert all(clean_line(line) == line for line in text.split("\n"))
    assert text == text.strip("\n")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;http://example.org\x07link\x1b]8;;\x07", "link"),
        ("\x1b]0;title\x1b\\rest", "rest"),
        ("a\tb\r\nc", "a b c"),
        ("  a \u00a0 b  ", "a b"),
        ("e\u0301", "\u00e9"),
        ("abc\u202edef", "abcdef"),
        ("a\u200db\u2067c\u2069", "a\u200db\u2067c\u2069"),
        ("[/b] =HYPERLINK()", "[/b] =HYPERLINK()"),
        ("\ud800x", "x"),
    ],
)
def test_lines(raw: str, line: str) -> None:
    """Escape sequences go as a whole, joiners and isolates stay, and markup is left as the words it is."""
    assert clean_line(raw) == line


def test_texts_keep_their_lines() -> None:
    """Line ends of all systems are line ends; empty lines inside stay."""
    assert clean_text("\n a\r\n\rb \u2028c\n\n") == "a\n\nb\nc"


def test_in_language() -> None:
    """A text is in the language asked for, else in the fallback, else in any it has."""
    text = {"fr": "Oui", "en": "Yes", "es": ""}
    assert [in_language(text, language) for language in ("fr", "es", "km")] == ["Oui", "Yes", "Yes"]
    assert in_language(text, "km", "fr") == "Oui"
    assert in_language({"ar": "نعم"}, "km") == "نعم"
    assert in_language("Yes", "fr") == "Yes"
    assert in_language({}, "fr") == ""


@pytest.mark.parametrize(
    ("text", "way"), [("abc", "ltr"), ("نعم", "rtl"), ("12 שלום", "rtl"), ("12", "ltr"), ("", "ltr")]
)
def test_direction(text: str, way: str) -> None:
    """The first strong letter says which way a text runs."""
    assert direction(text) == way


def test_did_you_mean() -> None:
    """The nearest known word is offered, and nothing if none is near."""
    assert did_you_mean("promt", ["hint", "prompt"]) == "did you mean prompt?"
    assert did_you_mean("zzz", ["hint", "prompt"]) == ""
