"""Who is drawn into groups, in an order that does not depend on random ids."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_STATED = "not stated"
"""How a missing value of an attribute is shown; it is a value of its own."""

LISTS = ("languages", "language")
"""The attributes that may hold several values, the more telling name first."""

ACCESS = ("access", "access requirements", "access_requirements", "accessibility")
"""The attributes that hold what people require, the most telling name first."""

SUPPORT = ("support_pair", "support pair", "paired_with", "paired with")
"""Columns in which people who belong together share a word, or one names the other."""

_UNCOUNTED = frozenset(
    [
        "observer",
        "staff",
        "secretariat",
        "assistant",
        "personal assistant",
        "observateur",
        "observatrice",
        "personnel",
        "secrétariat",
        "assistante",
        "observador",
        "observadora",
        "secretaría",
        "asistente",
    ]
)
_INTERPRETERS = frozenset(("interpreter", "interprète", "intérprete"))
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[;,/|،；，、]")  # noqa: RUF001  lists are written in many scripts


class Member(NamedTuple):
    """A person to be seated, with whatever attributes the rules look at."""

    id: str
    name: str
    attributes: Mapping[str, str] = MappingProxyType({})


def value_of(member: Member, attribute: str) -> str:
    """What the member has in this column, or the empty string."""
    return member.attributes.get(attribute, "").strip()


def values_of(member: Member, attribute: str) -> tuple[str, ...]:
    """All values of a list attribute (languages), else the one value; always at least one, perhaps empty."""
    whole = value_of(member, attribute)
    if attribute.casefold() not in LISTS:
        return (whole,)
    return parts_of(whole)


def parts_of(whole: str) -> tuple[str, ...]:
    """The entries of a list in one cell, each once; at least one, perhaps empty."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, _BETWEEN.split(whole))))) or ("",)


def of_meaning(member: Member, *names: str) -> str:
    """The value of the first of these columns that is filled, however the column's name is capitalised."""
    for name in names:
        if value := value_of(member, name):
            return value
    found = {key.casefold(): value.strip() for key, value in member.attributes.items() if not key.islower()}
    return next((found[name] for name in names if found.get(name)), "")


def is_interpreter(member: Member) -> bool:
    """Whether the member's function in the room is to interpret."""
    return not _INTERPRETERS.isdisjoint(_WORD.findall(of_meaning(member, "function").casefold()))


def is_counted(member: Member) -> bool:
    """Whether the member takes part for themselves.

    Observers, staff, interpreters and assistants have a seat like everybody, but are not counted where a rule
    speaks of shares and numbers of people.
    """
    return not is_interpreter(member) and of_meaning(member, "function").casefold() not in _UNCOUNTED


def shown(value: str, longest: int = 60) -> str:
    """A value or name inside a sentence: never empty, never longer than a line."""
    return f"{value[: longest - 1]}…" if len(value) > longest else value or NOT_STATED


def listed(names: list[str], most: int = 6) -> str:
    """Names inside a sentence, the first `most` of them."""
    said = ", ".join(map(shown, names[:most]))
    return f"{said} and {len(names) - most} more" if len(names) > most else said


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"
