from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.people.columns import find, fold, is_sensitive, meaning, own_name, told, understood
from vaexercise.people.headers import KNOWN


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
        ("Structure", "organisation"),
        ("Institution", "organisation"),
        ("Entité", "organisation"),
        ("Affiliation", "organisation"),
        ("Organisme de rattachement", "organisation"),
        ("Name of institution", "organisation"),
        ("Institución", "organisation"),
        ("Type de structure", "org_type"),
        ("Nombre y apellidos", "name"),
        ("Noms et prénoms", "name"),
        ("Delegate", "name"),
        ("Country represented", "state"),
        ("Pays représenté", "state"),
        ("Puesto", "role"),
        ("Job title / Position", "role"),
        ("Idioma de trabajo", "languages"),
        ("Langue(s)", "languages"),
        ("Preferred language", "languages"),
        ("M/F", "sex"),
        ("Dirección de correo electrónico", "email"),
        ("Necesidades de accesibilidad", "access"),
        ("Grupo de trabajo", "preassigned"),
        ("الاسم", "name"),
        ("الإسم الكامل", "name"),
        ("المُنظّمة", "organisation"),
        ("لغات العمل", "languages"),
        ("متطلبات الوصول", "access"),
        ("Страна", "state"),
        ("ФИО участника", "name"),
        ("ИМЯ / ФАМИЛИЯ", "name"),
        ("Рабочие языки", "languages"),
        ("Доступность:", "access"),
        ("Sobrenome", "last_name"),
        ("Gênero", "sex"),
        ("Faixa etária", "age"),
        ("Necessidades de acessibilidade", "access"),
        ("Apellidos y nombres", "name"),
        ("Organización / Organisation", "organisation"),
        ("ឈ្មោះ", "name"),
        ("ប្រទេស\u200b", "state"),
        ("ភាសា\u200bធ្វើការ", "languages"),
        ("តម្រូវការ / Needs", "access"),
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
    [
        "Sobreviviente de mina",
        "Survivor",
        "survivor_or_opd",
        "Disability",
        "Type de handicap",
        "Besoins (accès)",
        "support_pair",
        "Paired with",
        "Arrival – Needs",
        "نوع الإعاقة لدى المشارك",
        "Группа инвалидности",
        "Tipo de deficiência",
        "ប្រភេទពិការភាព",
    ],
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


def test_no_word_has_two_meanings() -> None:
    """Each known word stands under one meaning only, so that their order plays no part."""
    of: dict[str, set[str]] = {}
    for known, words in KNOWN.items():
        for word in words.split(", "):
            of.setdefault(fold(word), set()).add(known)
    assert {word: known for word, known in of.items() if len(known) > 1} == {}


def test_what_was_understood_is_told() -> None:
    """Headers with a meaning beside it, the others by themselves; one that is the known name needs no word."""
    headers = ("Name", "Pays", "Genre", "Dietary wish", "Badge n°", "First name", "org_type")
    assert list(told(headers)) == [
        "Understood: Pays = state, Genre = sex.",
        "Kept under their own names: Dietary wish, Badge n°.",
    ]
    assert list(told(("Name", "State"))) == []
    assert list(told(("Prénom", "org_type"))) == ["Understood: Prénom = first name."]


def test_of_two_columns_with_one_meaning_the_one_in_use_is_understood() -> None:
    """The other is kept under its own name, and told so."""
    assert understood(("Pays", "Country", "Name")) == {"Pays": "state", "Name": "name"}
    assert list(told(("Pays", "Country"))) == ["Understood: Pays = state.", "Kept under their own names: Country."]
    assert list(told(("Pays", "state"))) == ["Kept under their own names: Pays."]


def test_long_and_many_headers_are_cut() -> None:
    """Twenty headers of forty characters are shown, the rest counted; commas are told from those of the list."""
    [said] = told(["x" * 200, "Wish, if any", *(f"c{n}" for n in range(30))])
    assert said.startswith(f'Kept under their own names: {"x" * 39}…, "Wish, if any", c0, ')
    assert said.endswith("c17, and 12 more.")


def test_letters_of_scripts_with_signs_stay_apart() -> None:
    """Vowel signs and subscripts of Khmer make other words; only accents, and what nobody sees, do not count."""
    assert fold("ក្ក") != fold("កក")
    assert fold("កា") != fold("កិ") != fold("ក")
    assert fold("ភាសា\u200bធ្វើការ") == fold("ភាសាធ្វើការ")
    assert fold("Prénom\u00ad") == "prenom"
