"""Who sits where on the day, as rules see it: only people with a seat are there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from vaexercise.grouping.roster import Offer, Roster, named_by, roster_of
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.rules.base import Asked
from vaexercise.model.rules import Apart, Fixed, Rule, Together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.grouping.member import Member

Groups = tuple[tuple[str, ...], ...]
"""Ids of people, group by group."""


@dataclass(frozen=True, kw_only=True)
class Seated:
    """Everybody with a seat and every rule as it bears on them.

    `seating` is the group of each person of the roster, from 0. Groups count as large as they are.
    """

    roster: Roster
    asked: tuple[Asked, ...]
    seating: tuple[int, ...]

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many people really sit in each group."""
        return sizes_of(self.seating, self.roster.groups)

    @cached_property
    def faults(self) -> tuple[int, ...]:
        """What is wrong by each rule, in its own terms."""
        return tuple(0 if not_applied(rule) else rule.faults(self.seating, self.sizes) for rule in self.asked)

    def at(self, seating: Sequence[int]) -> Seated:
        """The same people in other seats."""
        return replace(self, seating=tuple(seating))


def seated(
    members: Sequence[Member], groups: Sequence[Sequence[str]], rules: Sequence[Rule], rooms: Sequence[Offer] = ()
) -> Seated:
    """The people of `groups`; ids that no member has are passed over, and of two seats the first counts."""
    where = seats_of(groups)
    present = [member for member in members if member.id in where]
    roster = roster_of(present, max(1, len(groups)), rules, rooms)
    return Seated(
        roster=roster,
        asked=ask_all(rules, roster),
        seating=tuple(where[member.id] for member in roster.members),
    )


def seats_of(groups: Sequence[Sequence[str]]) -> dict[str, int]:
    """The group of each id, from 0."""
    found: dict[str, int] = {}
    for number, group in enumerate(groups):
        for person in group:
            found.setdefault(person, number)
    return found


def sizes_of(seating: Sequence[int], groups: int) -> tuple[int, ...]:
    """How many people sit in each of `groups` groups."""
    sizes = [0] * groups
    for group in seating:
        sizes[group] += 1
    return tuple(sizes)


def groups_of(roster: Roster, seating: Sequence[int]) -> Groups:
    """The ids in each group, sorted as the roster is."""
    found: list[list[str]] = [[] for _ in range(roster.groups)]
    for member, group in zip(roster.members, seating, strict=True):
        found[group].append(member.id)
    return tuple(map(tuple, found))


def not_applied(asked: Asked) -> str:
    """Why a rule says nothing about these seats, or the empty string."""
    if asked.skipped:
        return asked.skipped
    if not asked.reasons or asked.terms or asked.seats or asked.blocks or asked.domains:
        return ""
    return "whom it names has no seat" if named_by(asked.rule) else asked.reasons[0]


def settled(rules: Sequence[Rule], *circles: Sequence[Member]) -> tuple[Rule, ...]:
    """The rules with ids for names, each looked up in the first circle of people where one person alone has it.

    So a rule goes on meaning the same people when a namesake arrives or leaves.
    """
    known = [Roster(tuple(circle), 1) for circle in circles]

    def id_of(word: str) -> str:
        found = (roster.members[places[0]].id for roster in known if len(places := roster.called(word)) == 1)
        return next(found, word)

    return tuple(_settled(rule, {word: id_of(word) for word in named_by(rule)}) for rule in rules)


def _settled(rule: Rule, ids: Mapping[str, str]) -> Rule:
    if isinstance(rule, (Apart, Together)):
        return replace(rule, people=tuple(ids[word] for word in rule.people))
    return replace(rule, person=ids[rule.person]) if isinstance(rule, Fixed) and rule.person else rule
