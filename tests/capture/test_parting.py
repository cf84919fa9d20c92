"""Cutting a point in two."""

from __future__ import annotations

import pytest

from vaexercise.capture.parting import parted


@pytest.mark.parametrize(
    ("whole", "words", "parts"),
    [
        ("No budget line, because nobody asked", "BECAUSE", ("No budget line", "because nobody asked")),
        ("Las sobrevivientes a pie", "a", ("Las sobrevivientes", "a pie")),
        ("Straße gesperrt, und kein Bus", "und", ("Straße gesperrt", "und kein Bus")),
        ("ទិន្នន័យមកយឺត", "មក", ("ទិន្នន័យ", "មកយឺត")),
    ],
)
def test_the_second_part_begins_with_the_words(whole: str, words: str, parts: tuple[str, str]) -> None:
    """Where they begin a word, whatever comes before; anywhere in a script that may have no spaces."""
    assert parted(whole, words) == parts


@pytest.mark.parametrize(("whole", "words"), [("Late data", "Late"), ("Late data", "ata"), ("Late", ""), ("Late", "x")])
def test_no_place_to_cut_gives_nothing(whole: str, words: str) -> None:
    """The first words, the middle of a word, no words, and words that are not there."""
    assert parted(whole, words) is None
