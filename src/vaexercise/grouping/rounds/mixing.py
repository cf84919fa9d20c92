"""Who meets whom over several rounds: counts, what is proved, and one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vaexercise.grouping.fair import pairs
from vaexercise.grouping.member import counted
from vaexercise.grouping.rounds.company import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.rounds.company import Times
    from vaexercise.grouping.searching.costs import Ints


@dataclass(frozen=True, kw_only=True)
class Mixing:
    """How new people are to each other.

    `pairs` people meet for the first time in these rounds, no plan can have more than `at_most`. `repeats` are
    meetings of pairs that have met already, no plan can have fewer than `least`. `longest` is how often the
    same two people meet at most, earlier meetings included, and `often` how many people have somebody with
    whom they meet that often. With a `cap`, `over` counts meetings of pairs beyond it; no plan can have fewer
    than `least_over`.
    """

    rounds: int
    pairs: int
    at_most: int
    repeats: int
    least: int
    longest: int
    often: int
    cap: int = 0
    over: int = 0
    least_over: int = 0

    @property
    def proved(self) -> bool:
        """Whether no plan can have fewer repeats."""
        return self.repeats == self.least

    @property
    def sentence(self) -> str:
        """All of this in words."""
        met = f"{counted(self.pairs, 'pair meets', 'pairs meet')} for the first time, of at most {self.at_most}"
        repeats = counted(self.repeats, "meeting is a repeat", "meetings are repeats")
        gap = "as few as can be (proved)" if self.proved else f"best found, at least {self.least} cannot be avoided"
        return f"Mixing: {met}; {repeats}, {gap}.{self._longest}{self._over}"

    @property
    def _over(self) -> str:
        if not self.over:
            return ""
        gap = "as few as can be (proved)" if self.over == self.least_over else "best found"
        over = counted(self.over, "meeting goes", "meetings go")
        return f" {over} beyond the cap of {counted(self.cap, 'time', 'times')}, {gap}."

    @property
    def _longest(self) -> str:
        if self.longest <= 1:
            return ""
        people = counted(self.often, "person shares", "people share")
        return f" {people} a group with somebody {self.longest} times, nobody more often."


def mixing_of(seatings: Sequence[Ints], met: Times | None, least: int, cap: int = 0, least_over: int = 0) -> Mixing:
    """Counted anew from who sits where; `least` and `least_over` are bounds."""
    people = len(seatings[0])
    total = sum(sum(map(pairs, np.bincount(seating).tolist())) for seating in seatings)
    if len(seatings) == 1 and met is None:
        alone = int(total == 0)
        return Mixing(
            rounds=1, pairs=total, at_most=total, repeats=0, least=0, longest=1 - alone, often=_paired(seatings[0])
        )
    times = np.zeros((people, people), np.uint8) if met is None else met.copy()
    for seating in seatings:
        count(times, seating, 1)
    new = (int(np.count_nonzero(times)) - (0 if met is None else int(np.count_nonzero(met)))) // 2
    longest = int(times.max())
    return Mixing(
        rounds=len(seatings),
        pairs=new,
        at_most=total - least,
        repeats=total - new,
        least=least,
        longest=longest,
        often=int((times == longest).any(1).sum()) if longest else 0,
        cap=cap,
        over=int((times[times > cap].astype(int) - cap).sum()) // 2 if cap else 0,
        least_over=least_over,
    )


def _paired(seating: Ints) -> int:
    sizes = np.bincount(seating)
    return int(sizes[sizes > 1].sum())
