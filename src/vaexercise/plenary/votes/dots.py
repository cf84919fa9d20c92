"""Dot voting: everybody has the same number of dots and puts them on what matters most.

Definition. A person has b dots (usually a third of the number of items, rounded up, and at most 5) and puts at most
c of them on one item (usually 2). Dots may be kept. The total of an item is the sum of its dots; the highest total
comes first and equal totals tie. So the totals add up to the dots that were spent, at most b times the voters.

Source: the method is common practice and has no single author; the usual budget, the cap and equal places for ties
are choices made here. What it assumes is that like items were merged before, for they would split each other's dots.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from vaexercise.errors import Refused, Unreadable
from vaexercise.model.text import counted
from vaexercise.model.vote import Standing
from vaexercise.plenary.votes.method import BLANK, Method, shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vaexercise.model.vote import Choices, Given, MethodName, Papers, Tally

MOST = 5
CAP = 2


def usual_budget(items: int) -> int:
    """A dot for every three items, begun ones counted, and at most 5."""
    return min(MOST, -(-items // 3))


class Dots(Method):
    """Dots on items."""

    name: ClassVar[MethodName] = "dots"
    measure: ClassVar[str] = "dots"
    example: ClassVar[str] = "Type the number of an item for each dot: 1 1 3 puts two dots on item 1 and one on item 3."

    def _limits(self, budget: int, cap: int) -> tuple[int, int]:
        has = budget or usual_budget(len(self.items))
        most = min(cap or CAP, has)
        if has > most * len(self.items):
            fit = most * len(self.items)
            raise Refused(
                reason=f"{counted(has, 'dot')} do not fit on {counted(len(self.items), 'item')} with at most {most} "
                f"on one: {fit} do. Say a smaller --budget or a larger --cap. Nothing was opened."
            )
        return has, most

    @property
    def rule(self) -> str:
        """How people vote and what decides."""
        each = f"Each person has {counted(self.budget, 'dot')}"
        most = f", at most {self.cap} on one item" if self.cap < self.budget else ", which may be on one item"
        if self.budget == 1:
            most = ""
        return f"{each}{most}. The most dots come first; equal numbers tie."

    def read(self, line: str) -> Given:
        """`1 1 3`, or `1:2 3`: two dots on item 1, one on item 3."""
        dots: Counter[str] = Counter()
        for number, *times in self.numbers(line, ":="):
            if len(times) > 1:
                raise Unreadable(advice=f"Not understood: “{number}:{':'.join(map(str, times))}”. {self.example}")
            dots[self.item(number)] += times[0] if times else 1
        return tuple(dots.items())

    def _wrong(self, choices: Choices) -> Iterator[str]:
        for item, dots in choices.items():
            if not 0 <= dots <= self.cap:
                yield f"item {self.number(item)} has {counted(dots, 'dot')}, and may have 0 to {self.cap}"
        spent, counting = sum(choices.values()), sum(min(dots, self.cap) for dots in choices.values())
        if counting > self.budget:
            yield f"{counted(spent, 'dot')} in all, and each person has {self.budget}"

    def _wrong_tally(self, tally: Tally) -> Iterator[str]:
        """More than the voters had, in all or for one item. The rest can be dealt out within the rules."""
        for item, dots in tally.sums.items():
            most = self.cap * tally.voters
            if not 0 <= dots <= most:
                people = counted(tally.voters, "person", "people")
                yield f"item {self.number(item)} has {counted(dots, 'dot')}, and {people} had {most} for it"
        spent, had = sum(tally.sums.values()), self.budget * tally.voters
        if spent > had:
            yield f"{counted(spent, 'dot')} in all, and {counted(tally.voters, 'person', 'people')} had {had}"

    def standings(self, papers: Papers) -> dict[str, Standing]:
        """The total of each item, its share of all dots, and how many put a dot on it."""
        given = [*papers.ballots, *(tally.sums for tally in papers.tallies)]
        totals = {item: sum(one.get(item, 0) for one in given) for item in self.items}
        part = shares(totals)
        voters = {item: sum(one.get(item, 0) > 0 for one in papers.ballots) for item in self.items}
        known = not papers.tallies
        return {
            item: Standing(Fraction(total), part[item], voters[item] if known else None)
            for item, total in totals.items()
        }

    def words(self, choices: Choices, titles: Mapping[str, str]) -> str:
        """`2 dots on item 1 Data; 1 dot on item 3 Funding; 1 dot kept`."""
        put = [
            f"{counted(choices[i], 'dot')} on item {self.number(i)} {titles[i]}" for i in self.items if choices.get(i)
        ]
        kept = self.budget - sum(choices.values())
        return "; ".join([*(put or [BLANK]), *([f"{counted(kept, 'dot')} kept"] if kept else [])])
