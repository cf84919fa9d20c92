"""Who moves as one, and who has a seat already: hard `together` and `fixed` rules merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.rules.base import Asked


@dataclass(frozen=True, kw_only=True)
class Unit:
    """People who sit in one group, in roster order; `group` counts from 0, or is None where it is free."""

    people: tuple[int, ...]
    group: int | None = None


def units_of(people: int, asked: Sequence[Asked]) -> tuple[Unit, ...]:
    """All blocks and fixed people, the largest first. Of contradicting seats the first counts."""
    leader = list(range(people))
    for rule in asked:
        for block in rule.blocks:
            _merge(leader, block)
    seats = dict(reversed(hard_seats(asked)))
    members: dict[int, list[int]] = {}
    for person in range(people):
        members.setdefault(_find(leader, person), []).append(person)
    units = (
        Unit(people=tuple(block), group=next((seats[p] for p in block if p in seats), None))
        for block in members.values()
        if len(block) > 1 or block[0] in seats
    )
    return tuple(sorted(units, key=lambda unit: (-len(unit.people), unit.people)))


def hopes_of(asked: Sequence[Asked], units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Hints, and what soft rules would like as units, the heaviest first; each person once, none who is in a unit."""
    taken = {person for unit in units for person in unit.people}
    hints = dict(seat for rule in asked for seat in rule.hints if seat[0] not in taken)
    taken |= hints.keys()
    hopes = [Unit(people=(person,), group=group) for person, group in hints.items()]
    for rule in sorted((rule for rule in asked if not rule.rule.is_hard), key=lambda rule: -rule.weight):
        sets = [term.people for term in rule.terms] if rule.rule.rule == "together" else []
        alone = [Unit(people=(person,), group=group) for person, group in rule.seats]
        for unit in (*alone, *(Unit(people=people) for people in sets)):
            if taken.isdisjoint(unit.people):
                taken.update(unit.people)
                hopes.append(unit)
    return tuple(hopes)


def hard_seats(asked: Sequence[Asked]) -> list[tuple[int, int]]:
    """(person, group from 0) of every hard `fixed` rule."""
    return [seat for rule in asked if rule.rule.is_hard for seat in rule.seats]


def _find(leader: list[int], person: int) -> int:
    while leader[person] != person:
        leader[person] = leader[leader[person]]
        person = leader[person]
    return person


def _merge(leader: list[int], block: Sequence[int]) -> None:
    first = _find(leader, block[0])
    for person in block[1:]:
        leader[_find(leader, person)] = first
