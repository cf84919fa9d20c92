"""The words of reports in other languages: one catalogue a language, looked up where a sentence is said.

A sentence is whole, with named fields: `say("{points} in the report.", points=…)`, because another language orders
them as it needs, and some forms of a plural do not name the number at all. `LANGUAGE.po` is what people translate,
`LANGUAGE.mo` is made of it (`make messages`). What a catalogue lacks is said in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

ENGLISH = "en"
"""The language in which sentences are written."""

_HOME = Path(__file__).parent
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def say(text: str, /, **facts: object) -> str:
    """The sentence in the language that is being spoken, its fields filled with `facts`."""
    return _catalogue(_language.get()).gettext(text).format_map(facts)


def count(number: int, one: str, many: str, /, **facts: object) -> str:
    """The sentence that fits a number of things; `{n}` stands for the number."""
    return _catalogue(_language.get()).ngettext(one, many, number).format_map({"n": number, **facts})


def to_say(text: str) -> str:
    """A sentence that is said later, by `say`: marked where it stands, so that it is found for translation."""
    return text


def with_commas(parts: Iterable[str]) -> str:
    """`a, b, c`, with the comma of the language; empty without parts."""
    return _joined(say("{first}, {last}", first="{first}", last="{last}"), parts)


def with_semicolons(parts: Iterable[str]) -> str:
    """`a; b; c`, with the semicolon of the language; empty without parts."""
    return _joined(say("{first}; {last}", first="{first}", last="{last}"), parts)


def _joined(pair: str, parts: Iterable[str]) -> str:
    first, _, rest = pair.partition("{first}")
    between, _, last = rest.partition("{last}")
    return first + between.join(parts) + last


class _Everywhere(Mapping[str, str]):
    """A label by language; looked up only when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getitem__(self, language: str) -> str:
        if language not in languages():
            raise KeyError(language)
        return _catalogue(language).gettext(self._text)

    def __iter__(self) -> Iterator[str]:
        return iter(languages())

    def __len__(self) -> int:
        return len(languages())


def everywhere(text: str) -> Mapping[str, str]:
    """A label in every language that there is, as exercises have theirs: a map from language to text."""
    return _Everywhere(text)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything in a language, or its nearest: `fr` for `fr-CA`, English where there is none."""
    before = _language.set(nearest(language))
    try:
        yield
    finally:
        _language.reset(before)


def spoken() -> str:
    """The language that is being spoken."""
    return _language.get()


def nearest(language: str) -> str:
    """The language of a catalogue that serves a reader of `language`."""
    home = language.lower().partition("-")[0]
    return home if home in languages() else ENGLISH


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are, English first."""
    return ENGLISH, *sorted(path.stem for path in _HOME.glob("*.mo"))


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == ENGLISH:
        return NullTranslations()
    with (_HOME / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)
