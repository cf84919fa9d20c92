"""Words that may tell who somebody is are found, in any script; ordinary sentences are left alone."""

# ruff: noqa: RUF001  letters of several scripts
from __future__ import annotations

import pytest

from vaexercise.plenary.public.identifiers import Finder, Listed, breaks
from vaexercise.plenary.public.speaking_of_oneself import of_oneself

FINDER = Finder(
    Listed(
        names=(
            "Nadia Kerimova",
            "Aïssatou N’Dour-Belle",
            "Иван Соколов",
            "ليلى حداد",
            "សុខ ចាន់",
            "May Li",
            "João da Silva Pinto",
        ),
        organisations=("Lantern Trust (LT)", "National Council of Amputees", "Министерство Маяков"),
        states=("Vardania", "San Ferro", "Quilandra", "قصيرة"),
        own=frozenset(("Mine action centre", "Survivors’ networks")),
    )
)


def found(text: str) -> set[tuple[str, str]]:
    """Kinds and words."""
    return {(hit.kind, hit.words) for hit in FINDER.hits(text)}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("as NADIA kerimova said", "name", "NADIA kerimova"),
        ("ask Kerimova’s office", "name", "Kerimova"),
        ("Aissatou told us", "name", "Aissatou"),
        ("with N'Dour Belle", "name", "Dour Belle"),
        ("сказал Соколову вчера", "name", "Соколову"),
        ("с Иваном", "name", "Иваном"),
        ("قالت ليلى ذلك", "name", "ليلى"),
        ("وليلى أيضا", "name", "وليلى"),
        ("លោកសុខបាននិយាយ", "name", "សុខ"),
        ("then May said", "name", "May"),
        ("and Li agreed", "name", "Li"),
        ("Silva knows", "name", "Silva"),
        ("Dr Okonjo knows", "name", "Dr Okonjo"),
        ("the Lantern trust pays", "organisation", "Lantern trust"),
        ("the LT pays", "organisation", "LT"),
        ("NCA was there", "organisation", "NCA"),
        ("the national council of amputees", "organisation", "national council of amputees"),
        ("в Министерстве маяков", "organisation", "Министерстве маяков"),
        ("in Vardania", "state", "Vardania"),
        ("a Vardanian law", "state", "Vardanian"),
        ("les Vardaniens", "state", "Vardaniens"),
        ("in san ferro", "state", "san ferro"),
        ("los quilandreses", "state", "quilandreses"),
        ("في قصيرة", "state", "قصيرة"),
        ("write to nadia@example.org", "e-mail address", "nadia@example.org"),
        ("call +41 22 555 01 99 now", "telephone number", "+41 22 555 01 99"),
        ("call (022) 555-0199", "telephone number", "(022) 555-0199"),
        ("see www.example.org/x", "web address", "www.example.org/x"),
        ("told by N.K. yesterday", "initials", "N.K."),
        ("told by NK yesterday", "initials", "NK"),
        ("exactly 1 347 people", "rare number", "1 347"),
        ("of 12,418 casualties", "rare number", "12,418"),
        ("38.75 per cent", "rare number", "38.75"),
    ],
)
def test_what_tells_somebody_is_found(text: str, kind: str, words: str) -> None:
    """In any letters, bent, joined to small words, without accents, in scripts with and without spaces."""
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "my ministry has no budget",
        "our small national organisation",
        "in my country nobody counts",
        "notre organisation n’a rien",
        "dans mon pays",
        "nuestro ministerio no paga",
        "en mi país no hay datos",
        "o meu ministério não paga",
        "na nossa organização",
        "в нашей стране нет данных",
        "моё министерство",
        "وزارتنا لا تدفع",
        "في بلدي لا توجد بيانات",
        "ومنظمتنا أيضا",
        "where I come from, nobody asks",
    ],
)
def test_who_speaks_of_their_own_organisation_or_country_is_found(text: str) -> None:
    """In the six languages of the lists, with words between, and with what is written together."""
    assert list(of_oneself(text))


@pytest.mark.parametrize(
    "text",
    [
        "There is no budget line for collecting data at district level",
        "Survivors may not travel, and nobody pays them",
        "The plan of 2012-2019 was never reviewed",
        "Les données ne sont pas ventilées par sexe, âge et handicap",
        "Las sobrevivientes de zonas rurales no aparecen en ninguna estadística",
        "لا توجد ميزانية لجمع البيانات",
        "Hold meetings on 22 May 2012, in 3 of 4 districts",
        "e.g. ramps and signs, i.e. access",
    ],
)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    """Years, dates, small numbers and small words are no identifiers."""
    assert found(text) - {("name", "May")} == set()


def test_levels_break_at_different_things() -> None:
    """`open` promises nothing, `group` no names and organisations, the others none at all."""
    assert [breaks("name", level) for level in ("open", "group", "org_type", "none")] == [False, True, True, True]
    assert [breaks("state", level) for level in ("open", "group", "org_type", "none")] == [False, False, True, True]
    assert [breaks("organisation", level) for level in ("open", "group")] == [False, True]


FALSE = Finder(
    Listed(
        names=("Ada Bell",),
        organisations=("Red de Sobrevivientes", "Life without Fear"),
        states=("Scria", "Vardania"),
        common=frozenset(("fear", "bell")),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "las sobrevivientes no cuentan",
        "Fear of reprisal",
        "there is no bell at the door",
        "a script for interviews",
    ],
)
def test_words_written_small_are_no_names_of_things(text: str) -> None:
    """Nor is one that is also written small and only begins the sentence: what is real is not to be hidden."""
    assert list(FALSE.hits(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("the Sobrevivientes pay", "organisation", "Sobrevivientes"),
        ("the red de sobrevivientes", "organisation", "red de sobrevivientes"),
        ("we told Bell", "name", "Bell"),
        ("the vardanian law", "state", "vardanian"),
        ("a Scrian law", "state", "Scrian"),
    ],
)
def test_with_a_capital_in_full_or_long_enough_they_are(text: str, kind: str, words: str) -> None:
    """Names of organisations in small letters are found in full."""
    assert (kind, words) in {(hit.kind, hit.words) for hit in FALSE.hits(text)}


def test_a_telephone_number_is_named_once() -> None:
    """Its parts are no rare numbers; another number beside it is."""
    hits = list(FINDER.hits("call +41 22 555 01 99 about 1 347 people"))
    assert [(hit.kind, hit.words) for hit in hits] == [
        ("telephone number", "+41 22 555 01 99"),
        ("rare number", "1 347"),
    ]
