"""Each rule of a draw in one sentence for readers, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.plenary.method import Ruled

_BY_COLUMN: Mapping[str, str] = {
    "spread": to_say("People are spread evenly over the groups by “{column}”."),
    "no_isolate": to_say("Nobody is the only one in a group with their “{column}”."),
    "apart": to_say("People with the same “{column}” sit in different groups."),
    "together": to_say("People with the same “{column}” sit in one group."),
    "fixed": to_say("Whoever has a group in “{column}” sits there."),
}
_BARE: Mapping[str, str] = {
    "language": to_say("Every group has a language that all its members work in, or interpreters."),
    "room": to_say("Whoever requires it sits in a room that offers it."),
}


def rule_words(rule: Ruled) -> str:
    """The rule; people are counted and never named."""
    if rule.people:
        return _of_people(rule)
    if rule.where:
        return _of_number(rule)
    if rule.rule in _BARE:
        return say(_BARE[rule.rule])
    return say(_BY_COLUMN.get(rule.rule, to_say("A rule about “{column}”.")), column=_said(rule.by))


def _of_people(rule: Ruled) -> str:
    if rule.rule == "apart":
        return count(rule.people, "{n} named person sits apart.", "{n} people who are named sit in different groups.")
    if rule.rule == "together":
        return count(rule.people, "{n} named person sits together.", "{n} people who are named sit in one group.")
    return count(rule.people, "{n} person keeps the seat given before.", "{n} people keep the seats given before.")


def _of_number(rule: Ruled) -> str:
    kinds = "; ".join(f"{_said(column)}: {value}" for column, value in rule.where.items())
    if rule.rule == "at_most":
        return count(
            rule.n,
            "Every group has at most {n} person of “{kinds}”.",
            "Every group has at most {n} people of “{kinds}”.",
            kinds=kinds,
        )
    return count(
        rule.n,
        "Every group has at least {n} person of “{kinds}”.",
        "Every group has at least {n} people of “{kinds}”.",
        kinds=kinds,
    )


def strength(rule: Ruled) -> str:
    """Whether it had to hold."""
    return say("must hold") if rule.hard else say("as far as possible")


def became(rule: Ruled) -> str:
    """What became of it, and what of that is proved."""
    if rule.state == "skipped":
        return say("not applied: the list does not have what it looks at")
    if not rule.faults:
        return say("kept") if rule.hard else say("kept: none can do better (proved)")
    if rule.optimal:
        return count(
            rule.faults,
            "{n} exception; no draw can have fewer (proved)",
            "{n} exceptions; no draw can have fewer (proved)",
        )
    return count(rule.faults, "{n} exception; the best found, not proved", "{n} exceptions; the best found, not proved")


def _said(column: str) -> str:
    return column.replace("_", " ").strip()
