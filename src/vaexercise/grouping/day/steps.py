"""The way from one seating to another, as things that people do: move, or change places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster


@dataclass(frozen=True, kw_only=True)
class Step:
    """One person who moves, or two who change places; the first goes from group `start` to group `end`, from 1.

    What is not `needed` is worth its while for the balance.
    """

    people: tuple[str, ...]
    start: int
    end: int
    needed: bool
    sentence: str


def steps_between(
    roster: Roster, before: Sequence[int], after: Sequence[int], order: Sequence[int], *, needed: bool
) -> tuple[Step, ...]:
    """The steps from one seating to the other, people coming as in `order`.

    Where one goes from here to there and another from there to here, they change places.
    """
    waiting = [person for person in order if before[person] != after[person]]
    found = []
    while waiting:
        one = waiting.pop(0)
        way = before[one], after[one]
        two = next((person for person in waiting if (after[person], before[person]) == way), None)
        if two is not None:
            waiting.remove(two)
        found.append(_step(roster, (one,) if two is None else (one, two), way, needed=needed))
    return tuple(found)


def _step(roster: Roster, people: Sequence[int], way: tuple[int, int], *, needed: bool) -> Step:
    names = [shown(name) for name in roster.names(people)]
    start, end = way[0] + 1, way[1] + 1
    said = (
        f"{names[0]} moves from Group {start} to Group {end}."
        if len(names) == 1
        else f"{names[0]} (Group {start}) and {names[1]} (Group {end}) change places."
    )
    ids = tuple(roster.members[person].id for person in people)
    return Step(people=ids, start=start, end=end, needed=needed, sentence=said)
