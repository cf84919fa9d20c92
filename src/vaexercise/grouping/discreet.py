"""A rule in a sentence about a named person: what it looks at is said only where that is nobody's secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.contradictions import quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from vaexercise.grouping.rules.base import Asked

_OPEN = frozenset(
    (
        "country",
        "delegation",
        "delegation type",
        "delegation_type",
        "expertise",
        "function",
        "language",
        "languages",
        "org_type",
        "organisation",
        "organisation type",
        "organization",
        "preassigned",
        "region",
        "role",
        "state",
        "table",
    )
)
"""What stands on a badge. Of any other column a rule may look at nobody knows whether it is private."""


def discreet(number: int, asked: Asked, private: Collection[str] = ()) -> str:
    """The rule by its number, from 1, and in words only if it looks at nothing private.

    `private` are columns that the workshop calls sensitive besides those that always may be.
    """
    hidden = {column.casefold() for column in private}
    columns = {column.strip().casefold() for column in _columns(asked)}
    return quoted(number, asked) if columns <= _OPEN - hidden else f"rule {number}"


def _columns(asked: Asked) -> list[str]:
    """The columns that a rule looks at; a room is chosen by what people require."""
    by: str = getattr(asked.rule, "by", "")
    needs = ["access"] if asked.rule.rule == "room" else []
    return [*needs, *([by] if by else []), *getattr(asked.rule, "where", {})]
