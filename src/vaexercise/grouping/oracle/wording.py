"""Conflicts in words: who, which rule and where it stands, and what is possible instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import counted, listed, shown
from vaexercise.grouping.oracle.contradictions import quoted
from vaexercise.grouping.oracle.demands import Among, Block, Count, Demand, Talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.grouping.rules.base import Asked


_MOST_NAMES = 20


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one rule contributes to a conflict: its number from 1, where it stands, whom it means there, in words."""

    number: int
    rule: str
    origin: str
    people: tuple[str, ...] = ()
    said: str = ""


def parts_of_conflict(roster: Roster, asked: Sequence[Asked], clash: Sequence[Demand]) -> tuple[Part, ...]:
    """One part per rule, in the order of the rules, with the names of the people."""
    return tuple(
        Part(
            number=number + 1,
            rule=asked[number].label,
            origin=asked[number].rule.origin,
            people=tuple(roster.names(dict.fromkeys(p for d in clash if d.rule == number for p in _meant(d)))),
            said="; ".join(_sayings(roster, asked[number], [d for d in clash if d.rule == number])),
        )
        for number in sorted({demand.rule for demand in clash})
    )


def _meant(demand: Demand) -> tuple[int, ...]:
    """Whom it takes by name; of how many of a kind a group has, nobody."""
    if isinstance(demand, Talk):
        return demand.needy
    return () if isinstance(demand, Count) and not demand.distance else demand.people


def _sayings(roster: Roster, asked: Asked, demands: Sequence[Demand]) -> list[str]:
    rule = quoted(demands[0].rule + 1, asked)
    seats: dict[frozenset[int], list[int]] = {}
    for demand in demands:
        if isinstance(demand, Among):
            seats.setdefault(demand.groups, []).extend(demand.people)
    said = [
        f"{names(roster, who)} {'sits' if len(who) == 1 else 'sit'} in {groups_in_words(groups)} by {rule}"
        for groups, who in seats.items()
    ]
    said += [_saying(roster, demand, rule) for demand in demands if not isinstance(demand, Among)]
    return list(dict.fromkeys(said))


def _saying(roster: Roster, demand: Demand, rule: str) -> str:
    who = names(roster, _meant(demand))
    if isinstance(demand, Block):
        return f"{who} sit together by {rule}"
    if isinstance(demand, Talk):
        return f"{who} can work in the language of their group, or through interpreters there, by {rule}"
    if isinstance(demand, Count) and demand.distance:
        return f"{who} sit apart by {rule}"
    return rule


def worded(
    roster: Roster, clash: Sequence[Demand], parts: Sequence[Part], instead: Sequence[str], *, minimal: bool
) -> str:
    """The conflict as sentences: what clashes, what to do, what is possible."""
    doubt = "" if minimal else " (perhaps not all of this is in the way)"
    return " ".join([f"{_upper(_clash(roster, clash, parts))}{doubt}.", *map(_upper, instead)])


def _clash(roster: Roster, clash: Sequence[Demand], parts: Sequence[Part]) -> str:
    said = "; ".join(part.said for part in parts)
    people = tuple(dict.fromkeys(person for demand in clash for person in demand.people))
    crowd = f"{counted(len(people), 'person', 'people')} ({names(roster, people)})"
    groups = {demand.groups for demand in clash if isinstance(demand, Among)}
    if len(clash) == 1 and isinstance(clash[0], Block):
        seats = counted(max(roster.sizes), "seat", "seats")
        by = said.removeprefix(f"{names(roster, people)} sit together ")
        return f"{crowd} are to sit together {by}, but a group has {seats}: ask for fewer groups or drop a rule"
    if len(clash) == 1:
        return f"this cannot be, however people are seated: {said}"
    if len(groups) == 1 and len(people) == len(clash) == sum(isinstance(demand, Among) for demand in clash):
        only = next(iter(groups))
        seats = counted(sum(roster.sizes[group] for group in only), "seat", "seats")
        has = "has" if len(only) == 1 else "have"
        where = groups_in_words(only).replace(" or ", " and ")
        return f"{where} {has} {seats}, but {crowd} are to sit there: {said}: free some of them"
    return f"these cannot all hold: {said}: drop one of them"


def names(roster: Roster, people: Sequence[int]) -> str:
    """People in a sentence: two joined by `and`, more in a list."""
    found = roster.names(people)
    return " and ".join(map(shown, found)) if len(found) == 2 else listed(found, _MOST_NAMES)  # noqa: PLR2004  one and another


def groups_in_words(groups: frozenset[int]) -> str:
    """Groups in a sentence, counted from 1."""
    said = [f"Group {group + 1}" for group in sorted(groups)]
    return " or ".join(filter(None, [", ".join(said[:-1]), *said[-1:]])) or "no group"


def _upper(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
