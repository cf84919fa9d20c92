"""People into working groups for several rounds, with new neighbours in each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.digest import digest_of, digest_of_rounds
from vaexercise.grouping.drawn import ENGINE, Drawn
from vaexercise.grouping.member import counted
from vaexercise.grouping.oracle.contradictions import refuse
from vaexercise.grouping.outcome import broken, outcome
from vaexercise.grouping.ready import made_ready
from vaexercise.grouping.rounds.bounds import beyond_cap, fewest_repeats
from vaexercise.grouping.rounds.company import OFTEN
from vaexercise.grouping.rounds.joint import Task
from vaexercise.grouping.rounds.mixing import Mixing
from vaexercise.grouping.rounds.portfolio import plans
from vaexercise.grouping.searching.costs import tables_of
from vaexercise.grouping.units import hopes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.grouping.ready import Ready
    from vaexercise.grouping.roster import Offer, Roster
    from vaexercise.grouping.rounds.company import Times
    from vaexercise.grouping.rounds.portfolio import Lean, Plan
    from vaexercise.grouping.searching.costs import Ints
    from vaexercise.grouping.units import Unit
    from vaexercise.model.rules import Rule

MOST_ROUNDS, MOST_EFFORT = 100, 9
MOST_TO_MIX = 20_000
"""Up to so many people it is remembered who has met whom."""


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """A draw for each round, and who meets whom.

    `other` is the other end of a trade-off: with fewer repeats and less balance, or more balance and more
    repeats; None if one plan is best in both.
    """

    rounds: tuple[Drawn, ...]
    mixing: Mixing
    other: Rounds | None = None


def assign_rounds(  # noqa: PLR0913  each says one thing about the draw
    members: Sequence[Member],
    groups: int,
    rules: Sequence[Rule],
    seed: int,
    *,
    rounds: int = 1,
    effort: int = 1,
    met: Iterable[tuple[str, str]] = (),
    cap: int = 0,
    lean: Lean = "balance",
    rooms: Sequence[Offer] = (),
) -> Rounds:
    """`rounds` seatings in which all hard rules hold, with balance first and then as few repeats as were found.

    `met` are pairs of ids of people who met before, once for each time; ids of people who are not here are
    ignored. No pair should meet more than `cap` times, 0 being no cap. `lean` says what comes first where
    balance and new neighbours cannot both be had. `effort` is 1 to 9; more is never worse. The same people,
    rules, rooms and seed give the same groups on every machine, whatever ids people have and in whatever order they
    come. Raises `Impossible`, with all that is wrong, where hard rules contradict each other or could not be kept.
    """
    refuse(_wrong_numbers(len(members), rounds, effort, cap))
    ready = made_ready(members, groups, rules, rooms)
    times = _times(ready.roster, met)
    if times is not None or rounds > 1:
        refuse(_too_many(len(members)))
    task = _task(ready, rounds, times, cap)
    found = plans(task, seed, effort, lean)
    digest = digest_of(ready.roster, rules)
    if rounds > 1 or times is not None or effort > 1:
        digest = digest_of_rounds(digest, times, rounds=rounds, effort=effort, cap=cap, lean=lean)
    best, opposite = (min(found, key=lambda plan: plan.key(end)) for end in (lean, _opposite(lean)))
    for seating in best.seatings:
        refuse(broken(ready.asked, seating.tolist(), ready.roster.sizes))
    other = None if _as_good(best, opposite) else _rounds(ready, opposite, seed, digest, None)
    return _rounds(ready, best, seed, digest, other)


def _wrong_numbers(people: int, rounds: int, effort: int, cap: int) -> list[str]:
    wrong = []
    if not 1 <= rounds <= MOST_ROUNDS:
        wrong.append(f"{rounds} rounds were asked for: ask for 1 to {MOST_ROUNDS}")
    if not 1 <= effort <= MOST_EFFORT:
        wrong.append(f"the effort is {effort}: give 1 to {MOST_EFFORT}")
    if cap < 0:
        wrong.append(f"the same people may sit together {cap} times: give 0 for no limit, or at least 1")
    return wrong if people else []


def _too_many(people: int) -> list[str]:
    if people <= MOST_TO_MIX:
        return []
    return [f"{counted(people, 'person', 'people')} in several rounds: up to {MOST_TO_MIX} can be mixed"]


def _opposite(lean: Lean) -> Lean:
    return "mixing" if lean == "balance" else "balance"


def _as_good(one: Plan, two: Plan) -> bool:
    """Whether there is no trade-off to show between two plans."""
    alike = (one.faults, one.mixing.repeats) == (two.faults, two.mixing.repeats)
    return alike or (one.broken, one.mixing.over) != (two.broken, two.mixing.over)


def _times(roster: Roster, met: Iterable[tuple[str, str]]) -> Times | None:
    """How often each pair has met before, (n, n); None if nobody has."""
    known = [(roster.by_id[a], roster.by_id[b]) for a, b in met if a in roster.by_id and b in roster.by_id and a != b]
    if not known:
        return None
    refuse(_too_many(len(roster.members)))
    times = np.zeros((len(roster.members), len(roster.members)), np.uint8)
    for one, two in known:
        times[one, two] = times[two, one] = min(int(times[one, two]) + 1, OFTEN - MOST_ROUNDS)
    return times


def _task(ready: Ready, rounds: int, times: Times | None, cap: int) -> Task:
    sizes = ready.roster.sizes
    mixes = rounds > 1 or times is not None
    task = Task(
        asked=ready.asked,
        tables=tables_of(ready.roster, ready.asked),
        units=ready.units,
        hopes=hopes_of(ready.asked, ready.units),
        rounds=rounds,
        met=times,
        cap=cap,
        least=fewest_repeats(sizes, rounds, times, _ties(ready.units)) if mixes else 0,
        least_over=beyond_cap(sizes, rounds, cap),
    )
    return replace(task, fallback=replace(task, units=ready.fallback, hopes=())) if ready.fallback else task


def _ties(units: Sequence[Unit]) -> set[tuple[int, int]]:
    """Pairs that hard rules keep in one group."""
    seated: dict[int, list[int]] = {}
    for unit in units:
        if unit.group is not None:
            seated.setdefault(unit.group, []).extend(unit.people)
    together = [*(unit.people for unit in units), *map(sorted, seated.values())]
    return {(min(pair), max(pair)) for people in together for pair in combinations(people, 2)}


def _rounds(ready: Ready, plan: Plan, seed: int, digest: str, other: Rounds | None) -> Rounds:
    return Rounds(
        rounds=tuple(_drawn(ready, seating, seed, digest) for seating in plan.seatings),
        mixing=plan.mixing,
        other=other,
    )


def _drawn(ready: Ready, seating: Ints, seed: int, digest: str) -> Drawn:
    roster, places = ready.roster, seating.tolist()
    seated: list[list[str]] = [[] for _ in range(roster.groups)]
    for member, group in zip(roster.members, places, strict=True):
        seated[group].append(member.id)
    return Drawn(
        groups=tuple(map(tuple, seated)),
        engine=ENGINE,
        seed=seed,
        input=digest,
        outcomes=tuple(outcome(rule, places, roster.sizes) for rule in ready.asked),
    )
