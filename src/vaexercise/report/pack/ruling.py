"""The rules of a draw as sentences for whoever runs the exercise. Nobody is named in them."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Language, NoIsolate, Room, Rule, Spread, Together

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = {
    "org_type": to_say("type of organisation"),
    "survivor_or_opd": to_say("survivor or from an organisation of persons with disabilities"),
    "support_pair": to_say("support pair"),
}
"""What columns are called whose own name is no word."""


@singledispatch
def sentence(rule: Rule) -> str:
    """The rule as a sentence."""
    raise TypeError(rule)


@sentence.register
def _(rule: Spread) -> str:
    return say("People are spread evenly over the groups: {attribute}.", attribute=_named(rule.by))


@sentence.register
def _(rule: NoIsolate) -> str:
    return say("Nobody is the only one of their kind in a group: {attribute}.", attribute=_named(rule.by))


@sentence.register
def _(rule: AtLeast) -> str:
    return count(
        rule.n,
        "Each group has at least {n} person with: {values}.",
        "Each group has at least {n} people with: {values}.",
        values=_values(rule.where),
    )


@sentence.register
def _(rule: AtMost) -> str:
    return count(
        rule.n,
        "Each group has at most {n} person with: {values}.",
        "Each group has at most {n} people with: {values}.",
        values=_values(rule.where),
    )


@sentence.register
def _(rule: Apart) -> str:
    if rule.by:
        return say("Those who have the same {attribute} sit in different groups.", attribute=_named(rule.by))
    return say("People who are named in the exercise sit in different groups.")


@sentence.register
def _(rule: Together) -> str:
    if rule.by:
        return say("Those who have the same {attribute} sit in one group.", attribute=_named(rule.by))
    return say("People who are named in the exercise sit in one group.")


@sentence.register
def _(rule: Fixed) -> str:
    if rule.by:
        return say("Whoever has a number in the column {column} sits in that group.", column=rule.by)
    return say("Somebody who is named in the exercise sits in group {number}.", number=rule.group)


@sentence.register
def _(rule: Language) -> str:
    if rule.need == "shared":
        return say("Each group has a language that all its members work in.")
    return say("Each group has a language that all its members work in, or interpreters for those who do not.")


@sentence.register
def _(rule: Room) -> str:
    return say("Whoever needs it sits in a room that offers: {need}.", need=_named(rule.need))


def _named(column: str) -> str:
    return say(_WORDS[column]) if column in _WORDS else column.replace("_", " ")


def _values(where: Mapping[str, str]) -> str:
    return ", ".join(f"{_named(column)} = {value}" for column, value in where.items())
