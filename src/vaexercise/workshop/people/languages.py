"""Which languages people speak, by code, however a list names them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.people.columns import find, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from vaexercise.model.people import Participant

_SEPARATORS = re.compile(r"[,;/|،；，、]")  # noqa: RUF001  lists are written in many scripts
_CODES = {
    "en": "english anglais ingles английский الانجليزية",
    "fr": "french francais frances французский الفرنسية",
    "es": "spanish espagnol espanol castellano castilian испанский الاسبانية",
    "ar": "arabic arabe арабский العربية عربي",
    "ru": "russian russe ruso русский الروسية",
    "pt": "portuguese portugais portugues португальский البرتغالية",
    "km": "khmer cambodian jemer cambodgien",
    "zh": "chinese chinois chino mandarin китайский الصينية",
    "fa": "persian farsi dari persan persa",
    "de": "german allemand aleman deutsch",
    "am": "amharic",
    "bg": "bulgarian",
    "bn": "bengali bangla",
    "el": "greek",
    "he": "hebrew",
    "hi": "hindi",
    "hy": "armenian",
    "ja": "japanese japonais japones",
    "ka": "georgian",
    "ko": "korean coreen coreano",
    "ku": "kurdish",
    "lo": "lao laotian",
    "my": "burmese",
    "ne": "nepali",
    "ps": "pashto",
    "si": "sinhala sinhalese",
    "sr": "serbian",
    "ta": "tamil",
    "tg": "tajik",
    "th": "thai",
    "ti": "tigrinya",
    "uk": "ukrainian",
    "ur": "urdu",
}
_BY_NAME = {fold(name): code for code, names in _CODES.items() for name in names.split()}


def code_of(language: str) -> str:
    """The code of a language that is given by its code or by its name; of `fr-CA`, that of French."""
    word = fold(language)
    first = word.partition(" ")[0]
    return _BY_NAME.get(word) or _BY_NAME.get(first) or first


def spoken_by(people: Iterable[Participant]) -> Mapping[str, int]:
    """How many people speak each language, by its code; empty if nobody says."""
    given = (find(person.attributes, "languages") for person in people)
    return Counter(
        code for words in given for code in {code_of(part) for part in _SEPARATORS.split(words) if part.strip()}
    )


def speaking(people: Iterable[Participant], languages: Collection[str]) -> int:
    """How many people speak any of these languages, by their codes."""
    given = (find(person.attributes, "languages") for person in people)
    return sum(any(code_of(part) in languages for part in _SEPARATORS.split(words) if part.strip()) for words in given)


def rare(people: Sequence[Participant], used: Collection[str]) -> list[str]:
    """Those of the languages `used` that at most one of these people speaks; none if nobody says what they speak."""
    known = spoken_by(people)
    return [language for language in sorted(used) if known and language and known.get(code_of(language), 0) <= 1]
