"""Numbers as people write them before what they count: digits of any script, words of six languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {word: number for number, word in enumerate((*_UNITS, *_TEENS))}
_ENGLISH |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_TIMES = {"hundred": 100, "thousand": 1000}
_FRENCH = "deux trois quatre cinq six sept huit neuf dix onze douze"
_SPANISH = "dos tres cuatro cinco seis siete ocho nueve diez once doce"
_PORTUGUESE = "dois|duas três|tres quatro cinco seis sete oito nove dez onze doze"
_RUSSIAN = (
    "два|две|двух три|трёх|трех четыре|четырёх|четырех пять|пяти шесть|шести семь|семи восемь|восьми "
    "девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати"
)
_ARABIC = (
    "اثنان|اثنين|اثنتان|اثنتين ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثماني|ثمانية|ثمان تسع|تسعة عشر|عشرة "
    "أحد\u00a0عشر|إحدى\u00a0عشرة اثنا\u00a0عشر|اثنتا\u00a0عشرة"
)


def _from_two(words: str) -> dict[str, int]:
    """Words for 2 to 12, the forms of one with bars between."""
    forms = enumerate(words.split(" "), start=2)
    return {form.replace("\u00a0", " "): number for number, several in forms for form in several.split("|")}


_OTHER: Mapping[str, dict[str, int]] = {
    "fr": _from_two(_FRENCH),
    "es": _from_two(_SPANISH),
    "pt": _from_two(_PORTUGUESE),
    "ru": _from_two(_RUSSIAN),
    "ar": _from_two(_ARABIC),
}
_VALUES = {word: number for words in _OTHER.values() for word, number in words.items()}
_DUALS = {"مجموعتان": "group", "مجموعتين": "group", "نقطتان": "point", "نقطتين": "point"}
"""Arabic words that say by their ending that there are two."""

BEFORE, AFTER = r"(?<![\w.,#-])", r"(?![\w-])"
DIGITS = r"\d+(?:[.,]\d+)*"
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:])}))?|{'|'.join(reversed((*_UNITS, *_TEENS)))})"
_HUNDREDS = rf"(?:(?:{_SMALL}|a)\s+hundred(?:\s+(?:and\s+)?{_SMALL})?)"
_THOUSANDS = rf"(?:(?:{_HUNDREDS}|{_SMALL}|a)\s+thousand(?:\s+(?:and\s+)?(?:{_HUNDREDS}|{_SMALL}))?)"
SPELT = rf"{_THOUSANDS}|{_HUNDREDS}|{_SMALL}"
"""English number words, such as `thirty-seven` and `a hundred and two`."""


def _any_of(words: Mapping[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


NUMBER = rf"{BEFORE}({DIGITS}|{SPELT}|{_any_of(_VALUES)}){AFTER}"
"""One number in digits or words."""

BARE = re.compile(rf"{BEFORE}({DIGITS}){AFTER}")
"""One number in digits, whatever it counts."""

NOUNS: Mapping[str, Mapping[str, str]] = {
    "group": {
        "en": "groups?",
        "fr": "groupes?",
        "es": "grupos?",
        "pt": "grupos?",
        "ru": r"групп\w{0,3}",
        "ar": "(?:ال)?مجموع(?:ة|ات)",
    },
    "point": {
        "en": "(?:Borda )?points?",
        "fr": "points?",
        "es": "puntos?",
        "pt": "pontos?",
        "ru": r"пункт\w{0,3}",
        "ar": "نق(?:طة|اط)",
    },
    "theme": {
        "en": "themes?",
        "fr": "thèmes?",
        "es": "temas?",
        "pt": "temas?",
        "ru": r"тем\w",
        "ar": "موضوع|مواضيع",
    },
    "action": {"en": "actions?", "fr": "actions?", "es": "acci(?:ón|ones)", "pt": "aç(?:ão|ões)", "ru": r"действи\w+"},
    "person": {
        "en": "people|persons?|voters?|participants?",
        "fr": "personnes?|participante?s?|votante?s?",
        "es": "personas?|participantes?|votantes?",
        "pt": "pessoas?|participantes?|votantes?",
        "ru": r"человек\w*|людей|участник\w*",
        "ar": r"شخص|أشخاص|مشارك\w{0,2}",
    },
    "vote": {
        "en": "votes?|ballots?",
        "fr": "votes?|voix|bulletins?",
        "es": "votos?",
        "pt": "votos?",
        "ru": r"голос\w{0,3}",
        "ar": "صوت|أصوات",
    },
    "dot": {"en": "dots?"},
    "open": {"en": r"open(?=\s*[,.;)]|\s+and\b|$)"},
    "started": {"en": r"started(?=\s*[,.;)]|\s+and\b|$)"},
    "done": {"en": r"done(?=\s*[,.;)]|\s+and\b|$)"},
    "dropped": {"en": r"dropped(?=\s*[,.;)]|\s+and\b|$)"},
}
"""What is counted, and how it is called in each language."""

NOUN = "|".join(f"(?P<{name}>{'|'.join(words.values())})" for name, words in NOUNS.items())


def counted_in(language: str) -> re.Pattern[str]:
    """A number in digits, or in words of a language, before one of its nouns."""
    nouns = "|".join(f"(?P<{name}>{words[language]})" for name, words in NOUNS.items() if language in words)
    spelt = rf"both(?:\s+of)?(?:\s+the)?|a dozen|{SPELT}" if language == "en" else _any_of(_OTHER[language])
    return re.compile(rf"{BEFORE}({DIGITS}|{spelt}){AFTER}\s+(?:working )?(?:{nouns})\b", re.IGNORECASE)


COUNTED = tuple(map(counted_in, ("en", *_OTHER)))
TWO = re.compile(rf"{BEFORE}({'|'.join(_DUALS)}){AFTER}")
SAYS_NO_NUMBER = frozenset({"dos"})
"""A number in Spanish, and `of the` in Portuguese."""


def noun_of(found: re.Match[str]) -> str:
    """What a match counts; empty if it has no noun."""
    named = next((name for name, words in found.groupdict().items() if words), "")
    return named or _DUALS.get(found[1], "")


def value(number: str) -> str:
    """A number as digits: thousands are not set apart, digits of any script are read."""
    word = " ".join(number.casefold().split())
    if word.startswith("both") or word in _DUALS:
        return "2"
    if word == "a dozen":
        return "12"
    if word in _VALUES:
        return str(_VALUES[word])
    if word[:1].isalpha():
        return str(_spelt(word))
    return "".join(str(int(c)) if c.isdecimal() else "." for c in _GROUPED.sub("", word))


_GROUPED = re.compile(r"[.,](?=\d{3}(?:\D|$))")


def _spelt(words: str) -> int:
    whole = part = 0
    for word in words.replace("-", " ").split():
        if word == "thousand":
            whole, part = whole + _TIMES[word] * (part or 1), 0
        elif word == "hundred":
            part = _TIMES[word] * (part or 1)
        else:
            part += _ENGLISH.get(word, 0)
    return whole + part
