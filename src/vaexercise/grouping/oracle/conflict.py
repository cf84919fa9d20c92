"""A smallest set of demands that cannot all be met: without any one of them, the others can."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.board import OutOfBudgetError
from vaexercise.grouping.oracle.demands import Block, Count, Demand, Talk
from vaexercise.grouping.oracle.tongues import Plan, solved

if TYPE_CHECKING:
    from collections.abc import Sequence


STEPS = 20_000
"""Steps of the oracle for one question; after them the answer is: not found, not proved."""


def core(sizes: Sequence[int], demands: Sequence[Demand]) -> tuple[list[Demand], bool]:
    """The conflict among demands that cannot all be met, and whether it is proved to be minimal.

    A deletion filter: first halves are left out, then ever smaller parts, then people one by one.
    """
    kept = _touching(sizes, list(demands))
    proved = True
    step = max(1, len(kept) // 2)
    while step:
        place = 0
        while place < len(kept):
            fewer = kept[:place] + kept[place + step :]
            state = meets(sizes, fewer)
            if state is False:
                kept = fewer
            else:
                proved = proved and (state or step > 1)
                place += step
        step //= 2
    if len(kept) > 1 or any(isinstance(demand, Talk) for demand in kept):
        kept = _fewest_people(sizes, kept)
    return kept, proved


def plan_of(sizes: Sequence[int], demands: Sequence[Demand]) -> tuple[bool | None, Plan | None]:
    """True with a plan, False where none can be, None where neither was found."""
    try:
        plan = solved(sizes, demands, STEPS)
    except OutOfBudgetError:
        return None, None
    return plan is not None, plan


def meets(sizes: Sequence[int], demands: Sequence[Demand]) -> bool | None:
    """Whether all demands can be met, as far as that was found out."""
    return plan_of(sizes, demands)[0]


def _touching(sizes: Sequence[int], demands: list[Demand]) -> list[Demand]:
    """The demands of people who are linked to each other, if those alone cannot be met."""
    leader = list(range(len(demands)))
    first: dict[int, int] = {}
    for number, demand in enumerate(demands):
        for person in demand.people:
            one, two = _root(leader, first.setdefault(person, number)), _root(leader, number)
            leader[two] = one
    linked: dict[int, list[Demand]] = {}
    for number, demand in enumerate(demands):
        linked.setdefault(_root(leader, number), []).append(demand)
    parts = sorted(linked.values(), key=len) if len(linked) > 1 else []
    return next((part for part in parts if len(part) > 1 and meets(sizes, part) is False), demands)


def _root(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _fewest_people(sizes: Sequence[int], demands: list[Demand]) -> list[Demand]:
    """The same demands, of only as many people as it takes."""
    for place, demand in enumerate(demands):
        able = _removable(demand)
        step = max(1, len(able) // 2)
        while step:
            begin = 0
            while begin < len(able):
                left_out = able[begin : begin + step]
                trial = [*demands[:place], _without(demands[place], left_out), *demands[place + 1 :]]
                if len(able) - len(left_out) >= _least(demand) and meets(sizes, trial) is False:
                    demands, able = trial, able[:begin] + able[begin + step :]
                else:
                    begin += step
            step //= 2
    return demands


def _removable(demand: Demand) -> tuple[int, ...]:
    if isinstance(demand, Talk):
        return demand.needy
    named = isinstance(demand, Block) or (isinstance(demand, Count) and demand.distance)
    return demand.people if named else ()


def _without(demand: Demand, people: tuple[int, ...]) -> Demand:
    """The demand without these people; of languages as if they had the one that most have."""
    if isinstance(demand, Talk):
        return replace(demand, speech=demand.speech.eased(people))
    return replace(demand, people=tuple(person for person in demand.people if person not in people))


def _least(demand: Demand) -> int:
    return 1 if isinstance(demand, Talk) else 2
