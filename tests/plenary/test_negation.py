from __future__ import annotations

import pytest

from vaexercise.plenary.negation import WORDS, denies
from vaexercise.plenary.tokens import words


@pytest.mark.parametrize(
    ("text", "language", "denied"),
    [
        ("There is no budget", "en", True), ("There is a budget", "en", False),
        ("It isn’t paid", "en", True), ("They don't come", "", True), ("The tent is not big", "en-GB", True),
        ("A patient's plant", "en", False), ("Les données ne sont pas partagées", "fr", True),
        ("L'accès n'est garanti à personne", "fr-CH", True), ("Un plan commun", "fr", False),
        ("Sin presupuesto", "es", True), ("Hay presupuesto", "es", False),
        ("No ministério há orçamento", "pt", False), ("Não há orçamento", "pt-BR", True),
        ("لا توجد ميزانية", "ar", True), ("توجد ميزانية", "ar", False),
        ("Нет бюджета", "ru", True), ("Есть бюджет", "ru", False),
        ("Sans budget", "km", True), ("Sans budget", "", True), ("Sans budget", "en", False), ("", "", False),
    ],
)  # fmt: skip
def test_words_of_denial_are_found(text: str, language: str, denied: bool) -> None:  # noqa: FBT001
    """Those of its language count; of an unknown one, those of all. Portuguese *no* means *in the*."""
    assert denies(text, words(text), language) == denied


def test_the_words_are_written_as_texts_are_read() -> None:
    """Each list is of single words in the form that a text is compared in."""
    assert set(WORDS) == {"en", "fr", "es", "pt", "ar", "ru"}
    assert all(words(word) == [word] for listed in WORDS.values() for word in listed)
