"""Who understands whom."""

from __future__ import annotations

import pytest

from vaexercise.grouping.member import Member
from vaexercise.grouping.speech import Speech, is_signed, speech_of


def speech(*rows: str) -> Speech:
    """People given as `languages` or `languages function` or `languages function access`."""
    cells = [[*row.split(" ", 2), "", ""][:3] for row in rows]
    return speech_of(
        [
            Member(id=str(n), name=str(n), attributes={"Languages": spoken, "function": function, "access": access})
            for n, (spoken, function, access) in enumerate(cells)
        ],
        interpreted=True,
    )


@pytest.mark.parametrize("word", ["bsl", "ASL", "sgn", "sgn-GB", "International Sign", "langue des signes", "ise"])
def test_sign_languages(word: str) -> None:
    """Codes and names of sign languages are known as such."""
    assert is_signed(word)


@pytest.mark.parametrize("word", ["en", "signal", "", "fr", "design", "sg"])
def test_other_words(word: str) -> None:
    """Nothing else is."""
    assert not is_signed(word)


def test_speakers_need_one_interpreter_and_signers_two() -> None:
    """Somebody without the language of the group needs one who has both, a signer two; nobody serves themselves."""
    found = speech(
        "fr", "en", "bsl;en", "fr;en interpreter", "bsl;en interpreter", "bsl;en interprète", "en;ar sign-interpreter"
    )
    assert found.signers == {2}
    assert found.follows(1, "en", [])
    assert not found.follows(0, "en", [4, 5])
    assert found.follows(0, "en", [3])
    assert not found.follows(2, "en", [4])
    assert found.follows(2, "en", [4, 5])
    assert not found.follows(1, "bsl", [4])
    assert found.follows(1, "bsl", [4, 5])
    assert not found.follows(3, "ar", [3])
    assert found.working([0, 1, 3]) == ["en", "fr"]
    assert found.working([0, 1]) == []


def test_who_states_nothing_follows() -> None:
    """A person without a language on the list is never asked for one, and decides nothing."""
    found = speech("", "en", " interpreter")
    assert found.follows(0, "en", []) and found.follows(2, "en", [])  # noqa: PT018  one thought
    assert found.interpreters == {}
    assert found.working([0, 1, 2]) == ["en"]


def test_an_unnamed_sign_language_goes_with_each() -> None:
    """`sgn` on the list of a person or an interpreter matches every sign language; two named ones do not match."""
    found = speech("sgn", "bsl", "asl", "bsl;en interpreter", "bsl;en interpreter", "sgn;en interpreter")
    assert found.follows(0, "en", [3, 4])
    assert found.follows(1, "en", [3, 5])
    assert not found.follows(2, "en", [3, 4])


def test_who_asks_for_sign_language_signs() -> None:
    """An access requirement for a sign-language interpreter counts, even where the list says only spoken languages."""
    found = speech("en participant sign-language interpreter", "en", "bsl;en interpreter", "bsl;en interpreter")
    assert found.signers == {0}
    assert not found.follows(0, "en", [2])
    assert found.follows(0, "en", [2, 3])
