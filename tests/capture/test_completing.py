"""Completing a line to one of the things offered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.consoles.completing import completed, fitting

NAMES = ("Amina Diallo", "Amin Bo", "Boris Ilić", "ISTANBUL")


@pytest.mark.parametrize(
    ("typed", "is_now"),
    [
        ("b", "Boris Ilić"),
        ("AM", "Amin"),
        ("Amin", "Amin"),
        ("amina", "Amina Diallo"),
        ("z", "z"),
        ("", ""),
        ("Amina Diallo", "Amina Diallo"),
        ("ista", "ISTANBUL"),
    ],
)
def test_as_far_as_it_is_clear(typed: str, is_now: str) -> None:
    """To the end where only one fits, else as far as all that fit agree; small letters do for capitals."""
    assert completed(typed, NAMES) == is_now


@settings(deadline=None)
@given(typed=st.text("aAbBß"), choices=st.lists(st.text("aAbBß", min_size=1)))
def test_completing_excludes_nothing(typed: str, choices: list[str]) -> None:
    """Whatever is completed, the same choices fit afterwards."""
    assert fitting(completed(typed, choices), choices) == fitting(typed, choices)
