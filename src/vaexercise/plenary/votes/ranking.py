"""Ranking: everybody puts the items in order; ties are allowed, and items left out share the last place.

Definitions, with n items and m ballots:

- *Rank.* Items that a ballot ties share the average of the places they fill: two tied for the places 2 and 3 have
  rank 5/2 each. Items left out are tied for the last places. So the ranks of a ballot always add up to n(n+1)/2.
- *Borda.* A ballot gives an item n minus its rank points: one for each item below it and a half for each it is tied
  with. The points of a ballot add up to n(n-1)/2, and those of all ballots to m n(n-1)/2.
- *Pairwise.* p(a, b) is the number of ballots with a before b; p(a, b) + p(b, a) + ties = m. The *Condorcet winner*
  is the item with p(a, b) > p(b, a) for every other b. There is none, or one.
- *Kendall's W.* With R the sum of ranks of an item, S the sum of squares of R around their mean m(n+1)/2, and T the
  sum of t³ - t over all ties of t items in all ballots, W = 12 S / (m² (n³ - n) - m T). It lies between 0 and 1 (by
  the triangle inequality for the centred ballots), and is 1 only if all ballots are alike. Undefined (None) for
  fewer than two ballots, and if no ballot tells items apart.

Sources: D. Black, Partial justification of the Borda count, Public Choice 28 (1976), 1-15, for ties and items left
out; H. P. Young, Condorcet's theory of voting, American Political Science Review 82 (1988), 1231-1244; M. G. Kendall
and B. Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939), 275-287, and S. Siegel
and N. J. Castellan, Nonparametric Statistics (1988), chapter 9, for the correction for ties.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from vaexercise.model.vote import Standing
from vaexercise.plenary.votes.method import BLANK, Method, shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.vote import Choices, Given, MethodName, Papers


def ranks(items: Sequence[str], ballot: Choices) -> dict[str, Fraction]:
    """The rank of every item on a ballot, of which only the order of places counts."""
    last = 1 + max(ballot.values(), default=0)
    places = [ballot.get(item, last) for item in items]
    return {
        item: Fraction(2 * sum(other < place for other in places) + places.count(place) + 1, 2)
        for item, place in zip(items, places, strict=True)
    }


def borda(items: Sequence[str], ballots: Sequence[Choices]) -> dict[str, Fraction]:
    """The Borda points of each item."""
    given = [ranks(items, ballot) for ballot in ballots]
    return {item: sum((len(items) - rank[item] for rank in given), Fraction(0)) for item in items}


def pairwise(items: Sequence[str], ballots: Sequence[Choices]) -> dict[str, dict[str, int]]:
    """For each item, how many ballots put it before each other one."""
    given = [ranks(items, ballot) for ballot in ballots]
    return {a: {b: sum(rank[a] < rank[b] for rank in given) for b in items if b != a} for a in items}


def condorcet(table: Mapping[str, Mapping[str, int]]) -> str:
    """The item that more ballots put before than behind each other one; empty if there is none."""
    return next((a for a, row in table.items() if row and all(n > table[b][a] for b, n in row.items())), "")


def concordance(items: Sequence[str], ballots: Sequence[Choices]) -> Fraction | None:
    """Kendall's W, corrected for ties: how far the ballots agree, from 0 to 1."""
    n, m = len(items), len(ballots)
    given = [ranks(items, ballot) for ballot in ballots]
    ties = sum(t**3 - t for rank in given for t in Counter(rank.values()).values())
    most = m * m * (n**3 - n) - m * ties
    if m < 2 or most == 0:  # noqa: PLR2004  one person agrees with nobody
        return None
    middle = Fraction(m * (n + 1), 2)
    around = sum(((sum(rank[item] for rank in given) - middle) ** 2 for item in items), Fraction(0))
    return 12 * around / most


class Ranking(Method):
    """Items in order, the most important first."""

    name: ClassVar[MethodName] = "ranking"
    measure: ClassVar[str] = "Borda points"
    example: ClassVar[str] = "Type the numbers of the items, the most important first: 3,1,2. A tie is 3,1=2."

    @property
    def rule(self) -> str:
        """How people vote and what decides."""
        return (
            "Each person puts the items in order. An item earns a point for each item below it, and half a point for "
            "each it is tied with (Borda); items left out share the last place. The most points come first; equal "
            "numbers tie."
        )

    def read(self, line: str) -> Given:
        """`3,1=2`: item 3 first, then 1 and 2 tied."""
        tiers = enumerate(self.numbers(line, "="), start=1)
        return tuple((self.item(number), place) for place, tier in tiers for number in tier)

    def _wrong(self, choices: Choices) -> Iterator[str]:
        if any(place < 1 for place in choices.values()):
            yield "places begin with 1"

    def standings(self, papers: Papers) -> dict[str, Standing]:
        """The Borda points of each item, its share of all points, and how many gave it a place."""
        points = borda(self.items, papers.ballots)
        part = shares(points)
        return {
            item: Standing(points[item], part[item], sum(item in ballot for ballot in papers.ballots))
            for item in self.items
        }

    def words(self, choices: Choices, titles: Mapping[str, str]) -> str:
        """`first: 3 Funding; then: 1 Data, 2 Rights, tied; left out: 4 Law`."""
        if not choices:
            return BLANK
        said: list[str] = []
        for place in sorted(set(choices.values())):
            tied = [item for item in self.items if choices.get(item) == place]
            together = ", tied" if len(tied) > 1 else ""
            said.append(f"{'then' if said else 'first'}: {self.listed(tied, titles)}{together}")
        left = [item for item in self.items if item not in choices]
        return "; ".join([*said, *([f"left out: {self.listed(left, titles)}"] if left else [])])
