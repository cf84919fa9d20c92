"""The register of actions: which are overdue, and which may say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.plenary.dates import understood
from vaexercise.plenary.ranking import confidence
from vaexercise.plenary.similarity import Matcher, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from vaexercise.model.action import Action

SUGGESTED = ("near-identical", "likely")
"""How sure one has to be to suggest that two say the same."""


class Overdue(NamedTuple):
    """An action that should have been done, and how many days ago."""

    action: Action
    days: int


class Alike(NamedTuple):
    """Two actions that may be the same: how sure one may be, the words they share, and whether only one denies."""

    one: Action
    other: Action
    confidence: str
    shared: tuple[str, ...]
    denies: bool


def overdue(actions: Iterable[Action], on: date) -> list[Overdue]:
    """The actions still waited for whose last day is before that date, the longest overdue first."""
    dated = [(action, due.last) for action in actions if action.waited_for and (due := understood(action.by_now))]
    found = [Overdue(action, (on - last).days) for action, last in dated if last < on]
    return sorted(found, key=lambda late: (-late.days, late.action.code))


def undated(actions: Iterable[Action]) -> list[Action]:
    """The actions still waited for of which nobody can say whether they are overdue."""
    return [action for action in actions if action.waited_for and not action.private and not understood(action.by_now)]


def alike(actions: Sequence[Action]) -> list[Alike]:
    """Pairs of actions that may be the same, the surest first; a person decides.

    Those that were joined to another, and private ones, are left out. Raises `Refused` for more than 1,000.
    """
    by_code = {action.code: action for action in actions if action.what and not action.under}
    matcher = Matcher(Statement(code, "", a.what, a.language, a.gloss) for code, a in by_code.items())
    found = [(pair, word) for pair in matcher.pairs() if (word := confidence(pair.score)) in SUGGESTED]
    return [
        Alike(by_code[a], by_code[b], word, matcher.reason(a, b), matcher.differs_in_negation(a, b))
        for (a, b, _), word in found
    ]
