"""One plain sentence per rule: kept, or broken by how much, or why it was skipped; and what is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.drawn import Outcome
from vaexercise.grouping.member import counted
from vaexercise.grouping.oracle.contradictions import quoted, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.rules.base import Asked, Seating


def outcome(asked: Asked, seating: Seating, sizes: Sequence[int]) -> Outcome:
    """What became of a rule, counted anew from who sits where."""
    label = f"{asked.label[0].upper()}{asked.label[1:]}"
    if asked.skipped:
        return Outcome(rule=asked.label, state="skipped", sentence=f"{label}: not applied: {asked.skipped}.")
    faults, least = asked.faults(seating, sizes), asked.least(sizes)
    detail = asked.detail(seating, sizes)
    if not faults:
        proved = "" if asked.rule.is_hard else ", optimal (proved)"
        said = f"{label}: {asked.kept}{proved}.{detail}"
        return Outcome(rule=asked.label, state="kept", sentence=said, optimal=True)
    proved = "best found"
    if faults == least:
        proved = "no draw can do better (proved)"
    elif asked.only_checked:
        proved = "checked only, not searched for"
    said = f"{label}: {counted(faults, *asked.fault)}; {proved}.{detail}"
    return Outcome(rule=asked.label, state="broken", sentence=said, faults=faults, optimal=faults == least)


def broken(asked: Sequence[Asked], seating: Seating, sizes: Sequence[int]) -> list[str]:
    """A sentence for each hard rule that the search could not keep."""
    return [
        sentence(
            f"{quoted(number, rule)} could not be kept: {counted(faults, *rule.fault)} (not found, not proved): "
            "try another seed, or loosen a rule"
        )
        for number, rule in enumerate(asked, 1)
        if rule.rule.is_hard and not rule.skipped and not rule.only_checked and (faults := rule.faults(seating, sizes))
    ]
