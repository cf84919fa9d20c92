"""Agreement from 0 to 10: everybody says of each item how far they agree.

Definition. The median is the middle score, or the average of the two middle ones. Quartiles are by the same rule
(definition 2 of Hyndman and Fan): with the n scores in order x1 … xn and q = n/4 or 3n/4, the quartile is the average
of x_q and x_(q+1) if q is whole, else x at q rounded up. The distribution is shown, never a mean.

An item is *in* if at least 70 % of its scores are 7 or more and less than 15 % are 3 or less; *out* if it is the
other way round; *split* if at least 30 % lie at each end; else *open*. Two groups are divided on an item if their
medians are 3 or more apart, or if it is in for one of them and out for another.

Sources: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996),
361-365. The rule of 70 % and 15 % is that of Delphi studies on scales of 1 to 9 (7-9 and 1-3; P. R. Williamson
et al., The COMET Handbook, Trials 18 (2017), suppl. 3, 280). To apply it to 0 to 10, and *split*, are choices made
here.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Literal

from vaexercise.errors import Unreadable
from vaexercise.model.text import counted
from vaexercise.model.vote import Spread, Standing
from vaexercise.plenary.votes.method import BLANK, Method, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.vote import Choices, Given, MethodName, Papers, Tally

HIGHEST = 10
LOW, HIGH = 3, 7
APART = 3
_NO_SCORE = "-"


def quartile(scores: Sequence[int], which: int) -> Fraction:
    """Of scores in order, at least one: the lower quartile (1), the median (2) or the upper quartile (3)."""
    whole, rest = divmod(which * len(scores), 4)
    return Fraction(scores[whole]) if rest else Fraction(scores[whole - 1] + scores[whole], 2)


def verdict(counts: Sequence[int]) -> Literal["in", "out", "split", "open"]:
    """What a distribution of scores, as counts of 0 to 10, amounts to; compared in whole numbers."""
    n, low, high = sum(counts), sum(counts[: LOW + 1]), sum(counts[HIGH:])
    if 100 * high >= 70 * n and 100 * low < 15 * n:
        return "in"
    if 100 * low >= 70 * n and 100 * high < 15 * n:
        return "out"
    return "split" if 100 * min(low, high) >= 30 * n else "open"


def spread(counts: Sequence[int]) -> Spread | None:
    """How scores lie, given how many gave 0 to 10; None if nobody gave any."""
    scores = [score for score, n in enumerate(counts) for _ in range(n)]
    if not scores:
        return None
    return Spread(tuple(counts), quartile(scores, 1), quartile(scores, 2), quartile(scores, 3), verdict(counts))


def divided(groups: Iterable[Spread]) -> bool:
    """Whether any two groups disagree."""
    return any(
        abs(one.median - other.median) >= APART or {one.verdict, other.verdict} == {"in", "out"}
        for one, other in combinations(groups, 2)
    )


class Agreement(Method):
    """Scores from 0 to 10; an item may be left without."""

    name: ClassVar[MethodName] = "agreement"
    measure: ClassVar[str] = "median"
    example: ClassVar[str] = (
        "Type item:score, such as 1:8 2:5, or one score from 0 to 10 for every item in order; - for no score."
    )

    @property
    def rule(self) -> str:
        """How people vote and what decides."""
        return (
            "Each person gives each item 0 (no) to 10 (fully). The highest median comes first; equal medians tie. "
            f"In: 70 % or more gave {HIGH} or more, and fewer than 15 % gave {LOW} or less. Out: the other way round. "
            "Split: 30 % or more at each end. Else open. (This rule is published for scales of 1 to 9.)"
        )

    def read(self, line: str) -> Given:
        """`1:8 2:5`, or a score for every item in order, `-` for none."""
        if ":" in line or "=" in line:
            pairs = self.numbers(line, ":=")
            if any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004  item and score
                raise Unreadable(advice=f"Each score needs its item. {self.example}")
            return tuple((self.item(number), score) for number, score in pairs)
        words = words_of(line)
        if len(words) != len(self.items):
            given = counted(len(words), "score")
            raise Unreadable(advice=f"{given} for {counted(len(self.items), 'item')}. {self.example}")
        scored = {item: word for item, word in zip(self.items, words, strict=True) if word != _NO_SCORE}
        scores = self.numbers(" ".join(scored.values()))
        return tuple((item, score) for item, (score,) in zip(scored, scores, strict=True))

    def _wrong(self, choices: Choices) -> Iterator[str]:
        for item, score in choices.items():
            if not 0 <= score <= HIGHEST:
                yield f"item {self.number(item)} has {score}, and scores are 0 to {HIGHEST}"

    def _wrong_tally(self, tally: Tally) -> Iterator[str]:
        for item, counts in tally.scores.items():
            if len(counts) != HIGHEST + 1 or min(counts) < 0:
                yield f"item {self.number(item)} needs a number of people for each score from 0 to {HIGHEST}"
            elif sum(counts) > tally.voters:
                people = counted(tally.voters, "person", "people")
                yield f"item {self.number(item)} has {sum(counts)} scores of {people}"

    def standings(self, papers: Papers) -> dict[str, Standing]:
        """How the scores of each item lie; its share is the part that is 7 or more."""
        return {item: _standing(self._counts(papers, item)) for item in self.items}

    def _counts(self, papers: Papers, item: str) -> list[int]:
        given = [ballot[item] for ballot in papers.ballots if item in ballot]
        tallies = [tally.scores[item] for tally in papers.tallies if item in tally.scores]
        return [given.count(score) + sum(counts[score] for counts in tallies) for score in range(HIGHEST + 1)]

    def words(self, choices: Choices, titles: Mapping[str, str]) -> str:
        """`8 for item 1 Data; no score for 2 Funding`."""
        if not choices:
            return BLANK
        put = [f"{choices[i]} for item {self.number(i)} {titles[i]}" for i in self.items if i in choices]
        left = [item for item in self.items if item not in choices]
        return "; ".join([*put, *([f"no score for {self.listed(left, titles)}"] if left else [])])


def _standing(counts: Sequence[int]) -> Standing:
    found = spread(counts)
    if found is None:
        return Standing(None, None, 0)
    return Standing(found.median, Fraction(sum(counts[HIGH:]), found.n), found.n, found)
