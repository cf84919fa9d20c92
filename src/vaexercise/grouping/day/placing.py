"""Where somebody who comes late fits best, while everybody else stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.errors import Refused, Unknown
from vaexercise.grouping.day.effects import Effect, changes, in_words
from vaexercise.grouping.day.seated import seated, seats_of, settled
from vaexercise.grouping.discreet import discreet
from vaexercise.grouping.member import counted, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vaexercise.grouping.day.seated import Seated
    from vaexercise.grouping.member import Member
    from vaexercise.grouping.roster import Offer
    from vaexercise.grouping.rules.base import Asked
    from vaexercise.model.rules import Rule

UNEVEN = 2
"""So many people more than the smallest a group may have before its size counts more than soft rules."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A group, from 1, for somebody without a seat.

    `broken` is how many hard rules do not hold then, `cost` the faults of soft rules by weight, `size` the people
    in the group with the newcomer. The sentence says why, and tells nothing private about the newcomer; `effects`
    are for who decides, since together with a name they may.
    """

    group: int
    broken: int
    cost: int
    size: int
    sentence: str
    effects: tuple[Effect, ...]


def best_group(
    person: str,
    members: Sequence[Member],
    groups: Sequence[Sequence[str]],
    rules: Sequence[Rule],
    rooms: Sequence[Offer] = (),
    *,
    private: Collection[str] = (),
) -> tuple[Choice, ...]:
    """Every group, the best first, for the member with the id `person`, who has no seat; nobody else moves.

    First come groups where fewest hard rules are broken, then those that would not be over two people larger than
    the smallest, then those where soft rules lose least; among equals the smallest, then the lowest number.
    `private` are further columns that no sentence about a person may name. Raises `Unknown` if no member has the
    id, `Refused` if they have a seat.
    """
    newcomer = next((member for member in members if member.id == person), None)
    if newcomer is None:
        raise Unknown(kind="person", name=shown(person), hint="Use an id of somebody on the list.")
    where = seats_of(groups)
    if person in where:
        raise Refused(reason=f"{shown(newcomer.name)} sits in Group {where[person] + 1} already: move them instead.")
    if not groups:
        raise Refused(reason="There are no groups yet: assign people to groups first.")
    meant = settled(rules, [member for member in members if member.id in where], members)
    words = in_words(members, groups, rules, rooms)
    was = seated(members, groups, meant, rooms)
    there = seated(members, ((*groups[0], person), *groups[1:]), meant, rooms)
    place = there.roster.by_id[person]
    tried = [there.at([*there.seating[:place], group, *there.seating[place + 1 :]]) for group in range(len(groups))]
    called = [discreet(number, asked, private) for number, asked in enumerate(words, 1)]
    choices = [_choice(number, was, now, words, called) for number, now in enumerate(tried, 1)]
    smallest = min(was.sizes)
    return tuple(sorted(choices, key=lambda choice: _rank(choice, smallest)))


def _rank(choice: Choice, smallest: int) -> tuple[int, ...]:
    faults = sum(effect.after for effect in choice.effects if effect.hard)
    return choice.broken, faults, max(0, choice.size - smallest - UNEVEN), choice.cost, choice.size, choice.group


def _choice(number: int, was: Seated, now: Seated, words: Sequence[Asked], called: Sequence[str]) -> Choice:
    found = changes(words, was, now)
    size = now.sizes[number - 1]
    return Choice(
        group=number,
        broken=sum(effect.hard and effect.after > 0 for effect in found),
        cost=sum(rule.weight * effect.after for rule, effect in zip(now.asked, found, strict=True) if not effect.hard),
        size=size,
        sentence=_sentence(number, found, called, size, was.sizes),
        effects=found,
    )


def _sentence(number: int, found: Sequence[Effect], called: Sequence[str], size: int, sizes: Sequence[int]) -> str:
    breaking = [name for effect, name in zip(found, called, strict=True) if effect.change == "breaks"]
    weaker = [name for effect, name in zip(found, called, strict=True) if effect.change == "weaker"]
    better = [name for effect, name in zip(found, called, strict=True) if effect.change == "better"]
    parts = [
        f"breaks {_and(breaking)}" if breaking else "breaks no hard rule",
        *([f"weakens {_and(weaker)}"] if weaker else [] if breaking else ["weakens nothing"]),
        *([f"helps {_and(better)}"] if better else []),
    ]
    smallest = " in what is now the smallest group" if size - 1 == min(sizes) < max(sizes) else ""
    return f"Group {number} {_and(parts)}; {counted(size, 'person', 'people')} then{smallest}."


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
