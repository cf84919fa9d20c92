"""The catalogues of messages: complete, compiled, and with the fields of what they translate."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from string import Formatter
from typing import TYPE_CHECKING

import catalogues
import pytest

from vaexercise.messages import (
    count,
    everywhere,
    languages,
    nearest,
    say,
    speaking,
    spoken,
    with_commas,
    with_semicolons,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Message


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _texts(words: str | Iterable[str] | None) -> tuple[str, ...]:
    return (words or "",) if words is None or isinstance(words, str) else tuple(words)


def _messages(language: str) -> list[Message]:
    return [message for message in catalogues.read(language) if message.id]


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_compiled(language: str) -> None:
    """What the program reads is what people translated."""
    made = GNUTranslations(BytesIO(catalogues.compiled(catalogues.read(language))))
    with catalogues.path_of(language).with_suffix(".mo").open("rb") as file:
        kept = GNUTranslations(file)
    for message in _messages(language):
        one, *several = _texts(message.id)
        for number in range(120) if several else ():
            assert kept.ngettext(one, several[0], number) == made.ngettext(one, several[0], number)
        assert kept.gettext(one) == made.gettext(one)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_nothing_is_missing_from_a_catalogue(language: str) -> None:
    """Every message of the source stands in every catalogue, and no other does: `make messages` does that."""
    source = {_texts(message.id) for message in catalogues.messages() if message.id}
    assert {_texts(message.id) for message in _messages(language)} == source


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_fields_are_those_of_the_original(language: str) -> None:
    """A translation has just the fields of its original; a form of a plural may leave the number out."""
    for message in _messages(language):
        wanted = _fields(_texts(message.id)[-1])
        for form in filter(None, _texts(message.string)):
            left_out = {"n"} if len(_texts(message.id)) > 1 else set()
            assert wanted - left_out <= _fields(form) <= wanted, (message.id, form)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_plurals_have_all_forms(language: str) -> None:
    """A plural that is translated has as many forms as its language; nothing is marked as doubtful."""
    catalogue = catalogues.read(language)
    for message in _messages(language):
        forms = _texts(message.string)
        assert not message.fuzzy
        assert not message.pluralizable or len(forms) == catalogue.num_plurals
        assert all(forms) or not any(forms), message.id


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    """No message of a catalogue waits for its translation."""
    waiting = [message.id for message in _messages(language) if not catalogues.is_translated(message)]
    assert waiting == []


def test_every_language_is_found() -> None:
    """A catalogue beside the package is a language that reports can be in."""
    assert languages() == ("en", *catalogues.LANGUAGES)


def test_nearest_language() -> None:
    """A reader of a variety gets its language, and one of a language without a catalogue gets English."""
    assert (nearest("fr-CA"), nearest("PT"), nearest("tlh")) == ("fr", "pt", "en")


def test_speaking_ends() -> None:
    """A language is spoken as long as asked for, also inside another, and English after an error."""
    with speaking("fr"):
        with pytest.raises(KeyError), speaking("ar"):
            raise KeyError(spoken())
        assert spoken() == "fr"
    assert spoken() == "en"


def test_english_is_the_source() -> None:
    """In English a sentence is what stands in the source, its fields filled."""
    assert say("{points} in the report.", points="3 points") == "3 points in the report."
    assert [count(n, "{n} point", "{n} points") for n in (1, 2)] == ["1 point", "2 points"]


def test_lists_have_the_commas_of_their_language() -> None:
    """What stands in a row is joined as the language does; nothing gives nothing, one thing itself."""
    with speaking("ar"):
        assert with_commas(["1", "2", "3"]) == "1، 2، 3"
        assert with_semicolons(["1", "2"]) == "1؛ 2"
    assert with_commas(["{first}", "b"]) == "{first}, b"
    assert (with_commas([]), with_semicolons(["a"])) == ("", "a")


def test_labels_are_there_in_every_language() -> None:
    """A label of the program's own is a text by language, as those of exercises are; unknown languages have none."""
    label = everywhere("Yes")
    assert dict(label) == {"en": "Yes", "ar": "نعم", "es": "Sí", "fr": "Oui", "km": "បាទ/ចាស", "pt": "Sim", "ru": "Да"}
    assert len(label) == len(languages())
    assert label.get("tlh") is None
