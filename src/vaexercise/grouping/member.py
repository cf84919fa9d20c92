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
    return tuple(dict.fromkeys(filter(None, map(str.strip, _BETWEEN.split(whole))))) or ("",)


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
