"""Words of something private in a text."""

from __future__ import annotations

import pytest

from vaexercise.plenary.leaks import leaked, secrets

HIS = "My brother was beaten when he asked for his pension"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He “was beaten when he” asked.", True),
        ("WAS BEATEN, when he…", True),
        ("He was beaten.", False),
        ("Somebody asked for a pension", False),
        ("when he asked for", True),
    ],
)
def test_four_words_in_a_row_tell(text: str, found: bool) -> None:  # noqa: FBT001  a column of the table
    """Whatever their capitals and the signs between them; single words do not."""
    assert leaked(text, secrets([("G1-Q1-01", HIS)], [])) == (["G1-Q1-01"] if found else [])


def test_what_somebody_said_openly_is_no_secret() -> None:
    """The same words of a point that is not private may be said."""
    assert secrets([("G1-Q1-01", "There is no budget line")], ["Here, too, there is no budget line"]) == []


def test_of_a_short_text_all_words_tell_and_small_words_never() -> None:
    """One word of one word, none of what everybody says."""
    assert leaked("About Zerbinetta.", secrets([("A", "Zerbinetta")], []))
    assert not leaked("of the", secrets([("A", "of the")], []))
    assert secrets([("A", "")], []) == []
