"""Nominal group technique: everybody names the k most important items, in order.

Definition. The first choice of a person earns k points, the next k - 1, and so on; with k = 5 the fifth earns 1.
Somebody who names fewer than k gives the points of the first places. The total of an item is the sum of its points;
it stands beside the number of people who named it, for few who care much and many who care a little differ.

Source: A. L. Delbecq and A. H. Van de Ven, A group process model for problem identification and program planning,
Journal of Applied Behavioral Science 7 (1971), 466-492.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from vaexercise.errors import Refused
from vaexercise.model.text import counted
from vaexercise.model.vote import Standing
from vaexercise.plenary.votes.method import BLANK, Method, shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vaexercise.model.vote import Choices, Given, MethodName, Papers, Tally

TOP = 5


class NominalGroup(Method):
    """The top `budget` items of everybody."""

    name: ClassVar[MethodName] = "ngt"
    measure: ClassVar[str] = "points"
    example: ClassVar[str] = "Type the numbers of the items, the most important first: 3 1 2"

    def _limits(self, budget: int, cap: int) -> tuple[int, int]:
        top = budget or min(TOP, len(self.items))
        if cap:
            raise Refused(reason="ngt has no --cap: nobody names an item twice. Nothing was opened.")
        if top > len(self.items):
            raise Refused(
                reason=f"Nobody can name {top} of {counted(len(self.items), 'item')}. "
                f"Say --budget 1 to {len(self.items)}. Nothing was opened."
            )
        return top, 0

    @property
    def rule(self) -> str:
        """How people vote and what decides."""
        if self.budget == 1:
            return "Each person names 1 item, which gets 1 point. The most points come first; equal numbers tie."
        return (
            f"Each person names up to {self.budget} items in order: the first gets {self.budget} points, the next "
            f"{self.budget - 1}, down to 1. The most points come first; equal numbers tie."
        )

    def read(self, line: str) -> Given:
        """`3 1 2`: item 3 first."""
        return tuple((self.item(number), place) for place, (number,) in enumerate(self.numbers(line), start=1))

    def _wrong(self, choices: Choices) -> Iterator[str]:
        if len(choices) > self.budget:
            yield f"{len(choices)} items are named, and each person names up to {self.budget}"
        elif sorted(choices.values()) != list(range(1, len(choices) + 1)):
            places = ", ".join(map(str, sorted(choices.values())))
            yield f"the places are {places}: they must be 1, 2, 3 and so on, each once"

    def _wrong_tally(self, tally: Tally) -> Iterator[str]:
        """Of one item, of two together, and so on, more points than the voters had to give."""
        if any(points < 0 for points in tally.sums.values()):
            yield "points cannot be below 0"
        had = [n * tally.voters for n in accumulate([*range(self.budget, 0, -1)])]
        most = accumulate(sorted(tally.sums.values(), reverse=True))
        for together, points in enumerate(most, start=1):
            allowed = had[min(together, self.budget) - 1]
            if points > allowed:
                whose = "one item has" if together == 1 else f"{together} items together have"
                yield f"{whose} {points} points, and {counted(tally.voters, 'person', 'people')} had {allowed} for that"
                return

    def standings(self, papers: Papers) -> dict[str, Standing]:
        """The points of each item, its share of all points, and how many named it."""
        given = [{item: self.budget + 1 - place for item, place in ballot.items()} for ballot in papers.ballots]
        points = [*given, *(tally.sums for tally in papers.tallies)]
        totals = {item: sum(one.get(item, 0) for one in points) for item in self.items}
        part = shares(totals)
        named = {item: sum(item in one for one in given) for item in self.items}
        known = not papers.tallies
        return {
            item: Standing(Fraction(total), part[item], named[item] if known else None)
            for item, total in totals.items()
        }

    def words(self, choices: Choices, titles: Mapping[str, str]) -> str:
        """`5 points for item 3 Funding; 4 points for item 1 Data`."""
        order = sorted(choices, key=lambda item: choices[item])
        put = (f"{counted(self.budget + 1 - choices[i], 'point')} for item {self.number(i)} {titles[i]}" for i in order)
        return "; ".join(put) or BLANK
