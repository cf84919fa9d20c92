"""A rule in a sentence about a named person: what it looks at is said only where that is nobody's secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.contradictions import quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from vaexercise.grouping.rules.base import Asked
    from vaexercise.model.rules import Rule

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
    return quoted(number, asked) if is_open(asked.rule, private) else f"rule {number}"


def is_open(rule: Rule, private: Collection[str] = ()) -> bool:
    """Whether a rule looks at nothing but what stands on a badge, and at none of the `private` columns."""
    hidden = {column.casefold() for column in private}
    return {column.strip().casefold() for column in _columns(rule)} <= _OPEN - hidden


def _columns(rule: Rule) -> list[str]:
    """The columns that a rule looks at; a room is chosen by what people require."""
    by: str = getattr(rule, "by", "")
    needs = ["access"] if rule.rule == "room" else []
    return [*needs, *([by] if by else []), *getattr(rule, "where", {})]
