"""What can be seen to be impossible before any search, by name."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from vaexercise.errors import Impossible
from vaexercise.grouping.member import Member, counted, listed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.grouping.rules.base import Asked
    from vaexercise.grouping.units import Unit


def refuse(reasons: Sequence[str]) -> None:
    """Raises `Impossible` with all of the reasons, if there are any."""
    if reasons:
        raise Impossible(reasons="\n".join(f"{reason[0].upper()}{reason[1:]}." for reason in reasons))


def wrong_numbers(members: Sequence[Member], groups: int) -> list[str]:
    """Too few people or groups, or two people with one id."""
    if not members:
        return ["there is nobody on the list: import or add participants first"]
    if groups < 1:
        return [f"{groups} groups were asked for: ask for at least 1"]
    if groups > len(members):
        return [f"{counted(groups, 'group', 'groups')} for {counted(len(members), 'person', 'people')}: ask for fewer"]
    doubled = [name for name, times in Counter(member.id for member in members).items() if times > 1]
    return [f"several people have the id {shown(doubled[0])}: give each their own"] if doubled else []


def quoted(number: int, asked: Asked) -> str:
    """A rule inside a sentence, by its number and in words."""
    return f"rule {number} ({asked.label})"


def contradictions(roster: Roster, asked: Sequence[Asked], units: Sequence[Unit]) -> list[str]:
    """A sentence for each contradiction among the hard rules; empty if none can be seen."""
    wrong = [f"{quoted(n, rule)}: {reason}" for n, rule in enumerate(asked, 1) for reason in rule.reasons]
    return [*wrong, *_two_seats(roster, asked, units), *_too_many(roster, asked, units), *_pulled(roster, asked, units)]


def _two_seats(roster: Roster, asked: Sequence[Asked], units: Sequence[Unit]) -> Iterator[str]:
    seats: dict[int, dict[int, str]] = {}
    for number, rule in enumerate(asked, 1):
        for person, group in rule.seats if rule.rule.is_hard else ():
            seats.setdefault(person, {}).setdefault(group, quoted(number, rule))
    for unit in units:
        said = {g: f"{_name(roster, p)} sits in Group {g + 1} by {by}" for p in unit.people for g, by in _of(seats, p)}
        if len(said) > 1:
            tie = f", but {_bound(asked, unit)} keeps them together" if len(unit.people) > 1 else ""
            yield f"{' and '.join(said.values())}{tie}: drop one of them"


def _of(seats: dict[int, dict[int, str]], person: int) -> list[tuple[int, str]]:
    return list(seats.get(person, {}).items())


def _too_many(roster: Roster, asked: Sequence[Asked], units: Sequence[Unit]) -> Iterator[str]:
    largest = max(roster.sizes)
    for unit in units:
        if len(unit.people) > largest:
            names = listed(roster.names(unit.people))
            yield (
                f"{len(unit.people)} people ({names}) are to sit together by {_bound(asked, unit)}, "
                f"but a group has {counted(largest, 'seat', 'seats')}: ask for fewer groups or drop a rule"
            )
    placed: dict[int, list[int]] = {}
    for unit in units:
        if unit.group is not None:
            placed.setdefault(unit.group, []).extend(unit.people)
    for group, people in sorted(placed.items()):
        if len(people) > roster.sizes[group]:
            yield (
                f"Group {group + 1} has {counted(roster.sizes[group], 'seat', 'seats')}, but {len(people)} people "
                f"are fixed to it ({listed(roster.names(people))}): free some of them"
            )


def _pulled(roster: Roster, asked: Sequence[Asked], units: Sequence[Unit]) -> Iterator[str]:
    """Pairs that hard rules keep apart although others put them into one group."""
    unit_of = {person: number for number, unit in enumerate(units) for person in unit.people}
    for number, rule in enumerate(asked, 1):
        if rule.rule.rule != "apart" or not rule.rule.is_hard:
            continue
        for one, two in (pair for term in rule.terms for pair in combinations(_held(term.people, unit_of), 2)):
            first, second = units[unit_of[one]], units[unit_of[two]]
            names = f"{quoted(number, rule)}: {_name(roster, one)} and {_name(roster, two)}"
            if first is second:
                yield f"{names} are kept together by {_bound(asked, first)}: drop one of the rules"
            elif first.group is not None and first.group == second.group:
                yield f"{names} are both fixed to Group {first.group + 1}: fix one elsewhere or drop the rule"


def _held(people: tuple[int, ...], unit_of: dict[int, int]) -> list[int]:
    return [person for person in people if person in unit_of]


def _bound(asked: Sequence[Asked], unit: Unit) -> str:
    inside = set(unit.people)
    found = [quoted(n, rule) for n, rule in enumerate(asked, 1) if any(inside.issuperset(b) for b in rule.blocks)]
    return " and ".join(found)


def _name(roster: Roster, person: int) -> str:
    return shown(roster.members[person].name)
