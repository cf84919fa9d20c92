from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.people.columns import find, fold, is_sensitive, meaning, own_name


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("Prénom", "first_name"),
        ("PRENOM :", "first_name"),
        ("Nom", "name"),
        ("Nom de famille", "last_name"),
        ("NOM / Prénom", "name"),
        ("Surname / given name", "name"),
        ("Name (as in passport)", "name"),
        ("E-mail", "email"),
        ("Adresse électronique", "email"),
        ("Pays / Country", "state"),
        ("État partie", "state"),
        ("Région", "region"),
        ("Organization", "organisation"),
        ("Delegation type", "org_type"),
        ("org_type", "org_type"),
        ("Fonction", "role"),
        ("Function in room", "function"),
        ("Langues de travail", "languages"),
        ("Sexe", "sex"),
        ("Âge", "age"),
        ("Besoins (accès)", "access"),
        ("Access requirements", "access"),
        ("Groupe préattribué", "preassigned"),
        ("support_pair", "support_pair"),
        ("Paired with", "support_pair"),
        ("Statut", "status"),
        ("الاسم", "name"),
        ("Страна", "state"),
        ("Shoe size", ""),
        ("Organisation / Country", ""),
        ("Shoe size (country)", ""),
        ("", ""),
    ],
)
def test_headers_are_understood(header: str, known: str) -> None:
    """English, French and some other headers have a meaning, whatever their case, accents and punctuation."""
    assert meaning(header) == known


@settings(deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded is its own folded form, and case does not matter to ASCII headers."""
    assert fold(fold(text)) == fold(text)
    assert not text.isascii() or fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    "header",
    ["Survivor", "survivor_or_opd", "Disability", "Type de handicap", "Besoins (accès)", "support_pair", "Paired with"],
)
def test_columns_about_bodies_and_support_are_sensitive(header: str) -> None:
    """Survival, disability, requirements and support never stand on a printed list."""
    assert is_sensitive(header)


def test_the_workshop_names_further_sensitive_columns() -> None:
    """A column is sensitive if the workshop says so, by its words or by its meaning."""
    assert not is_sensitive("Téléphone", ["email"])
    assert is_sensitive("TELEPHONE", ["Téléphone"])
    assert is_sensitive("Courriel", ["email"])
    assert not is_sensitive("State", ["", "email"])


def test_an_attribute_is_found_by_its_own_name_first() -> None:
    """The column with the very name a rule uses wins over one that only means it."""
    people = {"Région": "North", "region": "South", "Pays": "Vardania"}
    assert find(people, "region") == "South"
    assert find({"Région": "North"}, "region") == "North"
    assert find(people, "country") == "Vardania"
    assert find({"Shoe-size": "42"}, "shoe size") == "42"


def test_an_attribute_that_is_not_there_is_empty() -> None:
    """No column and no name find nothing."""
    assert find({"Pays": "Vardania", "Foo": "1"}, "sex") == ""
    assert own_name(["Pays", "Foo"], "") == ""
