"""One file per rule: what it asks of which people, in numbers that the search understands.

Adding a rule is adding a file whose name is the rule's, with a function `ask`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vaexercise.grouping.member import shown
from vaexercise.grouping.rules.base import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Rule

HEAVIEST = 1000
"""The largest weight: sums of costs then stay whole numbers that a float64 holds exactly."""


def ask_all(rules: Sequence[Rule], roster: Roster) -> tuple[Asked, ...]:
    """Every rule as it bears on these people, in the order of the rules."""
    return tuple(ask(rule, roster) for rule in rules)


def ask(rule: Rule, roster: Roster) -> Asked:
    """One rule as it bears on these people; skipped where nobody has the column it looks at."""
    absent = [column for column in _columns(rule) if not roster.has(column)]
    if absent:
        return Asked(
            rule=rule, label=rule.rule.replace("_", " "), skipped=f"the list has nothing under {shown(absent[0])}"
        )
    asked: Asked = import_module(f"{__name__}.{rule.rule}").ask(rule, roster)
    if rule.weight is not None and not 0 <= rule.weight <= HEAVIEST:
        return Asked(rule=rule, label=asked.label, reasons=(f"its weight is {rule.weight}: give 0 to {HEAVIEST}",))
    return asked


def _columns(rule: Rule) -> list[str]:
    by: str = getattr(rule, "by", "")
    return [*([by] if by else []), *getattr(rule, "where", {})]
