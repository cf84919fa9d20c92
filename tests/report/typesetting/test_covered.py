"""Characters that no font has."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.report.typesetting.covered import Covered


def test_a_character_that_no_font_has_is_named_and_remembered_once() -> None:
    """Its Unicode name, or its number where it has none."""
    covered = Covered()
    assert "ok 👍 👍 \ue000".translate(covered) == "ok [THUMBS UP SIGN] [THUMBS UP SIGN] [U+E000]"
    assert covered.named == ["[THUMBS UP SIGN]", "[U+E000]"]


def test_what_nobody_sees_goes_without_a_word() -> None:
    """Control characters, halves of surrogates, selectors and direction overrides leave nothing; joiners stay."""
    covered = Covered()
    assert "a\x00\x07\ud800\ufe0f\u202e\U000e0001b\u200d\u2067\n\t.".translate(covered) == "ab\u200d\u2067\n ."
    assert covered.named == []


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_naming_again_changes_nothing(text: str) -> None:
    """What stands for a character can be set itself."""
    once = text.translate(Covered())
    assert once.translate(Covered()) == once
