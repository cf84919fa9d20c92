"""Bytes to text when nobody says how the letters were stored: by their mark, as UTF-8, else a guess that is told."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.errors import Problem, Problems

if TYPE_CHECKING:
    from collections.abc import Iterable

GUESSED = ("cp1252", "cp1251", "cp1256", "mac-roman", "cp1250")
"""What is considered when a file is not UTF-8; the first of equally good ones is taken."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FAMILIAR = {
    "cp1252": "éèêëàâçîïôùûüöäßñáíóúãõåøæœÉÈÀÇÎÔÜÖÄÑÁÍÓÚÅØ",
    "mac-roman": "éèêëàâçîïôùûüöäßñáíóúãõåøæœÉÈÀÇÎÔÜÖÄÑÁÍÓÚÅØ",
    "cp1250": "ąćęłńóśźżčďěňřšťůžýáéíúôőűăâîşţđöüäĄĆĘŁŃÓŚŹŻČĎŇŘŠŤŽÁÉÍÝŐŰĂÎŞŢĐÖÜÄ",
    "cp1251": "".join(map(chr, range(0x410, 0x450))) + "ёЁіїєґІЇЄҐ№",
    "cp1256": "".join(map(chr, range(0x621, 0x653))) + "پچژگکیھہں،؛؟",
}
_QUOTING = "’‘“”„«»–—…°€\u00a0\u200c\u200d\u200e\u200f"  # noqa: RUF001  quotation marks of several languages
_LINES_LOOKED_AT = 300
_WORDS_SHOWN = 3
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True)
class Decoded:
    """Text and what was assumed about it: `notice` is empty if there was nothing to assume."""

    text: str
    encoding: str
    notice: str = ""


def decode(data: bytes, file: str, encoding: str = "") -> Decoded:
    """The text of a file. Raises `Problems` if it cannot be text, or not in the `encoding` asked for."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if encoding or marked:
        return _decoded_as(data, file, encoding or marked)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _decoded_as(data: bytes, file: str, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except LookupError:
        sentence = "there is no encoding {encoding}. Known are utf-8, utf-16, {guessed}"
    except ValueError:
        sentence = "its letters are not stored as {encoding}. Leave --encoding out, or try utf-8, utf-16, {guessed}"
    facts = {"encoding": encoding, "guessed": ", ".join(GUESSED)}
    raise Problems([Problem(sentence, facts, file=file)])


def _guessed(data: bytes) -> Decoded:
    fitting = {name: text for name in GUESSED if (text := _try(data, name)) is not None}
    best = max(fitting, key=lambda name: _likeliness(fitting[name], name))
    words = [word for word in _WORD.findall(fitting[best]) if not word.isascii()]
    return Decoded(fitting[best], best, told(best, words))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _likeliness(text: str, encoding: str) -> int:
    """How much the letters beyond ASCII look like words: familiar ones count, misplaced ones count against."""
    lines = [line for line in text.splitlines() if not line.isascii()][:_LINES_LOOKED_AT]
    sample = f" {' '.join(lines)} "
    familiar = frozenset(_FAMILIAR[encoding])
    triples = zip(sample, sample[1:], sample[2:], strict=False)
    return sum(_fits(before, char, after, familiar) for before, char, after in triples if char > "\x7f")


def _fits(before: str, char: str, after: str, familiar: frozenset[str]) -> int:
    if char in _QUOTING:
        return 1
    if not char.isalpha():
        return -3
    score = 3 if char in familiar else 0
    latin = char < "\u0250"
    for beside in (before, after):
        if beside.isalpha() and (beside < "\u0250") != latin:
            score -= 4  # two scripts in one word
        elif latin and beside > "\x7f" and beside.isalpha():
            score -= 2  # accented letters seldom touch
    capital_inside = (before.islower() and char.isupper()) or (char.islower() and after.isupper())
    return score - 4 * capital_inside


def told(encoding: str, words: Iterable[str]) -> str:
    """The sentence that says which encoding was assumed, with three of the words to check it by."""
    shown = ", ".join(f'"{word:.40}"' for word in list(dict.fromkeys(words))[:_WORDS_SHOWN])
    reads = f" It reads {shown}." if shown else ""
    others = ", ".join(name for name in GUESSED if name != encoding)
    return (
        f"The file does not say how its letters are stored; {encoding} was assumed.{reads} "
        f"If that is wrong, say --encoding with another one: {others}."
    )
