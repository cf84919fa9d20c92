from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.plenary.stop_words import LISTS, STOP_WORDS
from vaexercise.plenary.tokens import is_unspaced, meaningful, ngrams, normalised, stem, words

KHMER = "ជនពិការត្រូវការសេវាស្តារនីតិសម្បទា"
THAI = "ผู้พิการต้องการบริการฟื้นฟู"


@pytest.mark.parametrize("text", [KHMER, THAI, "ຄົນພິການ", "မသန်စွမ်းသူများ", "दिव्यांगजन", "விக்டிம்"])
def test_no_word_is_cut_at_a_vowel_sign(text: str) -> None:
    """Marks are part of a word in every script: what is written without a space stays in one piece."""
    assert any(unicodedata.category(char)[0] == "M" for char in text)
    assert words(text) == [unicodedata.normalize("NFKC", text)]


def test_an_invisible_space_ends_a_word() -> None:
    """U+200B, with which Khmer and Thai writers part words, is a space; joiners and marks of direction are nothing."""
    assert words("ជន\u200bពិការ") == ["ជន", "ពិការ"]
    assert words("می\u200cروم \u200fx\u00ady") == ["میروم", "xy"]


def test_arabic_is_the_same_with_and_without_vowel_marks() -> None:
    """Vowel marks and letters drawn out are left away."""
    assert words("مِيزَانِيَّة") == words("ميزانية") == words("ميـــزانية")


def test_forms_of_one_letter_are_one_letter() -> None:
    """Full-width letters, ligatures, accents put together or apart, and capitals do not matter."""
    assert (
        words("\uff22\uff55\uff44\uff47\uff45\uff54 ﬁnance E\u0301TAT")
        == words("budget finance état")
        == ["budget", "finance", "état"]
    )


def test_words_are_runs_of_letters_and_numbers() -> None:
    """Everything else parts them, apostrophes and hyphens too."""
    assert words("l’accès, self-help: 50 % (№ 3) l'État_x") == [
        "l",
        "accès",
        "self",
        "help",
        "50",
        "no",
        "3",
        "l",
        "état",
        "x",
    ]


@pytest.mark.parametrize("text", ["!!!", "👍", "?!"])
def test_a_text_without_letters_keeps_its_characters(text: str) -> None:
    """So it is still like itself, and unlike others."""
    assert words(text) == [text]
    assert words(" \t") == []


@pytest.mark.parametrize(
    ("text", "unspaced"),
    [(KHMER, True), (THAI, True), ("残疾人数据", True), ("データがない", True), ("សូម use the CRPD report", False),
     ("ការ CRPD អនុវត្តន៍ឱ្យបានពេញលេញ", True), ("장애인 통계", False), ("بيانات", False), ("data", False), ("", False)],
)  # fmt: skip
def test_scripts_without_spaces_are_known(text: str, unspaced: bool) -> None:  # noqa: FBT001
    """A text is of such a script if at least half of its characters are; Korean and Arabic have spaces."""
    assert is_unspaced(text) == unspaced


def test_small_words_are_left_out_unless_nothing_else_is_there() -> None:
    """In any of the six languages; a text of small words alone keeps them."""
    found = words("the data des ministères para la gente من البيانات для людей")
    assert meaningful(found) == ["data", "ministères", "gente", "البيانات", "людей"]
    assert meaningful(["to", "be"]) == ["to", "be"]


def test_the_lists_are_small_and_of_words_as_they_are_read() -> None:
    """About forty to seventy for each language, each in the form that a text is compared in."""
    assert set(LISTS) == {"en", "fr", "es", "pt", "ar", "ru"}
    for language, listed in LISTS.items():
        assert 30 <= len(listed.split()) <= 80, language
        assert len(set(listed.split())) == len(listed.split()), language
    assert all(words(word) == [word] for word in STOP_WORDS)


def test_a_stem_is_five_letters() -> None:
    """Forms of a word begin alike; a shorter word is its own stem."""
    assert {stem(word) for word in ("monitoring", "monitored", "monitors")} == {"monit"}
    assert stem("act") == "act"


def test_runs_of_characters_know_where_a_word_ends() -> None:
    """Three to five characters, with a space on both sides."""
    assert ngrams("act") == [" ac", "act", "ct ", " act", "act ", " act "]
    assert ngrams("a") == [" a "]


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_reading_twice_changes_nothing_that_counts(text: str) -> None:
    """Words hold no white space and no control character, and are read the same again."""
    found = words(text)
    assert " ".join(found) == normalised(text)
    assert not any(char.isspace() for word in found for char in word)
    if any(unicodedata.category(char)[0] in "LN" for word in found for char in word):
        assert words(" ".join(found)) == found
