"""Letters tell in which language a text may be, where nobody says it."""

# ruff: noqa: RUF001  letters of several scripts
from __future__ import annotations

import pytest

from vaexercise.plenary.public.scripts import script_of


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("ບໍ່ມີງົບປະມານ", {"lo"}),
        ("予算がありません", {"ja"}),
        ("データがない", {"ja"}),
        ("没有预算", {"zh", "ja"}),
        ("예산이 없다", {"ko"}),
        ("គ្មានថវិកា", {"km"}),
        ("бюджета нет, see the report", {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn"}),
        ("لا توجد ميزانية", {"ar", "fa", "ur", "ps", "ku"}),
    ],
)
def test_a_script_stands_for_its_languages(text: str, languages: set[str]) -> None:
    """Also where words in Latin letters stand between."""
    found = script_of(text)
    assert found is not None
    assert found.languages == languages


@pytest.mark.parametrize("text", ["No budget", "Pas de données à l’hôpital", "", "12 %", "µ and Ω", "α, β"])
def test_latin_letters_and_single_signs_tell_nothing(text: str) -> None:
    """Many languages share them."""
    assert script_of(text) is None
