"""What the columns of a list mean, whatever they are called.

A header is compared without case, accents and punctuation. One that nobody here knows is still kept, as
an attribute under its own name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from vaexercise.people.headers import KNOWN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_SENSITIVE = frozenset({"survivor", "disability", "survivor_or_opd", "access", "support_pair"})
_SENSITIVE_WORDS = re.compile(
    r"\b(surviv|sobreviv|superviv|disab|handicap|accessib|accesib|acessib|impairment|wheelchair|fauteuil|discapac|"
    r"deficien|инвалид|выживш|пострадавш)|اعاقه|اعاقة|الناجي|ពិការ|រងគ្រោះ"
)
"""Beginnings of words that make a column of unknown meaning sensitive: "Type of disability"."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_PART_OF_THE_LETTER = (7, 9)
"""Combining classes of marks that make another letter of one, not an accent: Khmer subscripts, Indic dots."""
_PARTS = re.compile(r"[/|(),\n\r]| - | – ")
_SHOWN, _MOST_SHOWN = 40, 20
"""How much of a header a sentence shows, in characters; how many headers."""
_FULL_NAME = {"name", "first_name", "last_name"}


def fold(text: str) -> str:
    """Text for comparing headers: no case, accents or punctuation, words a space apart."""
    if text.isascii():
        return _NOT_LETTERS.sub(" ", text.casefold()).strip()
    return " ".join("".join(map(_folded, unicodedata.normalize("NFKD", text))).casefold().split())


def _folded(char: str) -> str:
    """A letter with the marks that belong to it; accents and what nobody sees vanish, all else is a space."""
    accent = unicodedata.combining(char) not in (0, *_PART_OF_THE_LETTER)
    kind = unicodedata.category(char)
    if accent or kind == "Cf":
        return ""
    return char if char.isalnum() or kind in {"Mn", "Mc"} else " "


@cache
def _meanings() -> Mapping[str, str]:
    return {fold(word): known for known, words in KNOWN.items() for word in (known, *(words.split(", ")))}


@lru_cache(maxsize=4096)
def meaning(header: str) -> str:
    """The known meaning of a header, such as `first_name` or `access`; empty if it has none.

    Of a header in two languages ("Pays / Country") or with a remark ("Name (as in passport)") the parts count.
    """
    if header in KNOWN:
        return header
    meanings = _meanings()
    whole = meanings.get(fold(header), "")
    if whole:
        return whole
    first, *others = [meanings.get(fold(part), "") for part in _parts(header)]
    found = {first, *filter(None, others)}
    if found <= _FULL_NAME:
        return first if len(found) == 1 else "name"
    return first if found == {first} else ""


def _parts(header: str) -> list[str]:
    return _PARTS.split(header)[:8]


def is_sensitive(header: str, extra: Collection[str] = ()) -> bool:
    """Whether a column must never stand on a printed list: survival, disability, access, support, and `extra` names."""
    meant = {meaning(header), *(meaning(part) for part in _parts(header))}
    if meant & _SENSITIVE or _SENSITIVE_WORDS.search(fold(header)):
        return True
    return any(same_column(header, name) for name in extra)


def same_column(header: str, name: str) -> bool:
    """Whether a column is the one that `name` asks for, by its words or by its known meaning."""
    return bool(name) and (fold(header) == fold(name) != "" or meaning(header) == (meaning(name) or name))


def own_name(headers: Iterable[str], name: str) -> str:
    """The header that `name` asks for: that very header, else the first with the same meaning, else empty."""
    return _own_name(tuple(headers), name)


@lru_cache(maxsize=4096)
def _own_name(headers: tuple[str, ...], name: str) -> str:
    return name if name in headers else next((header for header in headers if same_column(header, name)), "")


def understood(headers: Sequence[str]) -> dict[str, str]:
    """The headers that have a known meaning, with it. Of several with one meaning, only the one that is used."""
    known = {header: meaning(header) for header in headers}
    return {header: meant for header, meant in known.items() if meant and own_name(headers, meant) == header}


def told(headers: Sequence[str]) -> Iterator[str]:
    """Sentences that say which columns were understood, and which are kept for what they are.

    One that is called by the known name already needs no word.
    """
    known = understood(headers)
    others = [(header, fold(meant)) for header, meant in known.items() if fold(header) != fold(meant)]
    read = [f"{_short(header)} = {meant}" for header, meant in others]
    if read:
        yield f"Understood: {_listed(read)}."
    if kept := [_short(header) for header in headers if header not in known]:
        yield f"Kept under their own names: {_listed(kept)}."


def _short(header: str) -> str:
    """A header to stand in a list: cut if it is long, in quotation marks if it holds what separates the list."""
    text = header if len(header) <= _SHOWN else f"{header[: _SHOWN - 1]}…"
    return f'"{text}"' if "," in text or "=" in text else text


def _listed(words: Sequence[str]) -> str:
    more = [f"and {len(words) - _MOST_SHOWN} more"] if len(words) > _MOST_SHOWN else []
    return ", ".join([*words[:_MOST_SHOWN], *more])


def find(attributes: Mapping[str, str], name: str) -> str:
    """The value of the attribute with that own name, else of the one whose meaning it is, else empty."""
    return attributes.get(own_name(attributes, name), "")
