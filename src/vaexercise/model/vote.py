"""Votes of the plenary: what is voted on and how, what ballots say, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple

MethodName = Literal["dots", "agreement", "ngt", "ranking"]
VoteState = Literal["open", "closed", "revealed"]

Given = tuple[tuple[str, int], ...]
"""Pairs of an item and what it got, as somebody wrote them: an item may be unknown, or be there twice."""

Choices = Mapping[str, int]
"""What a ballot gives the items that it names: dots, a score from 0 to 10, or a place from 1."""

FEWEST = 5
"""A group of fewer ballots is not shown apart: its table would tell what single people chose."""


class VoteItem(NamedTuple):
    """Something that is voted on: a theme, by its id and the title it had, or an option of the vote's own."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Vote:
    """What is voted on, and how. `name` is the number that people call it by; `question` is that of its themes.

    `budget` and `cap` are what a person may give in all and to one item, 0 where the method has no such thing.
    `run` counts how often it was started, from 1; `revealed` is how many had voted when it was revealed, and
    `counted` are the revisions of the ballots that counted then.
    """

    id: str
    name: str
    title: str
    method: MethodName
    items: tuple[VoteItem, ...]
    budget: int = 0
    cap: int = 0
    state: VoteState = "open"
    question: str = ""
    place: int = 1
    run: int = 1
    revealed: int = 0
    counted: tuple[str, ...] = ()

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each item by its id, in the order of the vote."""
        return dict(self.items)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Votes of several people, counted by hand: `sums` of dots or points by item.

    For agreement, `scores` instead: for each item how many people gave 0, 1 … 10.
    """

    voters: int
    sums: Mapping[str, int] = field(default_factory=dict)
    scores: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class Papers(NamedTuple):
    """All that was cast: ballots, and tallies of ballots that were counted by hand."""

    ballots: tuple[Choices, ...] = ()
    tallies: tuple[Tally, ...] = ()

    @property
    def voters(self) -> int:
        """How many people voted."""
        return len(self.ballots) + sum(tally.voters for tally in self.tallies)


class Spread(NamedTuple):
    """How scores from 0 to 10 lie: how many gave each, median, quartiles, and `in`, `out`, `split` or `open`."""

    counts: tuple[int, ...]
    lower: Fraction
    median: Fraction
    upper: Fraction
    verdict: Literal["in", "out", "split", "open"]

    @property
    def n(self) -> int:
        """How many scores there are."""
        return sum(self.counts)


class Standing(NamedTuple):
    """What an item got. `score` is what places go by: dots, points, or a median; None if nobody judged it.

    `share` is its part of all that was given; of agreement, the part of its scores that are 7 or more. `voters`
    are those who gave it something, None where a tally does not tell.
    """

    score: Fraction | None
    share: Fraction | None
    voters: int | None
    spread: Spread | None = None


class Turnout(NamedTuple):
    """How many voted, and how many may; `people` is 0 where that is not known."""

    voters: int
    people: int


@dataclass(frozen=True, kw_only=True)
class VoteRow:
    """What came of one item.

    `number` is that on the ballot paper; `place` is `1`, `2=` … or empty; `groups` has its standing in each group.
    `even` is the average of the groups' shares, in which each group counts alike, None without groups. `divided`
    says that groups disagree: their medians are 3 or more apart, or it is in for one and out for another.
    """

    item: str
    number: int
    title: str
    place: str
    whole: Standing
    groups: Mapping[str, Standing] = field(default_factory=dict)
    even: Fraction | None = None
    divided: bool = False


@dataclass(frozen=True, kw_only=True)
class VoteResult:
    """What came of a vote: `rows` best first, ties beside each other in the order of the ballot paper.

    `rule` says in words how places came about, `measure` what `score` counts. `turnouts` are those of the groups.
    Of a ranking, `pairwise[a][b]` is how many put a before b, `condorcet` the item that wins against every other
    (empty if none does), `concordance` Kendall's W. `notices` are what a reader has to know.
    """

    id: str
    name: str
    title: str
    question: str
    method: MethodName
    rule: str
    measure: str
    turnout: Turnout
    turnouts: Mapping[str, Turnout] = field(default_factory=dict)
    rows: tuple[VoteRow, ...] = ()
    pairwise: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    condorcet: str = ""
    concordance: Fraction | None = None
    notices: tuple[str, ...] = ()

    @property
    def groups_shown(self) -> bool:
        """Whether groups may be shown apart: there are some, and none of them is so small that it tells who."""
        return bool(self.turnouts) and all(turnout.voters >= FEWEST for turnout in self.turnouts.values())
