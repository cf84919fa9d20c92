"""What came of votes, as a report shows it: who voted, what came first, ties as ties, and the rule in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid
from vaexercise.model.vote import FEWEST
from vaexercise.plenary.votes.telling import exact, grids, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.vote import VoteResult, VoteRow


@dataclass(frozen=True, kw_only=True)
class Placed:
    """An item of a vote and what it got. `place` is `1`, `2=` … or empty; `divided` says that groups disagree on it."""

    item: str
    number: int
    title: str
    place: str
    score: str
    divided: bool = False

    @property
    def rank(self) -> int:
        """The place as a number, 0 for none."""
        return int(self.place.rstrip("=") or 0)


@dataclass(frozen=True, kw_only=True)
class Scored:
    """How many gave an item each score from 0 to 10; never of fewer than five ballots."""

    number: int
    title: str
    counts: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Voted:
    """What came of one vote. `turnouts` has, for each group, how many voted and how many may.

    `sentences` say who voted and by which rule, and name no group; groups stand in `turnouts` and in the columns of
    `grids` that are marked as such. `scores` says how scores from 0 to 10 lie. `people` is 0 where nobody knows how
    many may vote.
    """

    id: str
    name: str
    title: str
    question: str
    measure: str
    voters: int
    people: int
    placed: tuple[Placed, ...] = ()
    sentences: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    scores: tuple[Scored, ...] = ()
    turnouts: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def voted(result: VoteResult) -> Voted:
    """A vote that was revealed. Where a group is so small that its table would tell who, groups stay together."""
    scores = tuple(_scored(result.rows))
    return Voted(
        id=result.id,
        name=result.name,
        title=result.title,
        question=result.question,
        measure=result.measure,
        voters=result.turnout.voters,
        people=result.turnout.people,
        placed=tuple(_placed(row, apart=result.groups_shown) for row in result.rows),
        sentences=tuple(_without_groups(result)),
        grids=tuple(grids(result, scores=not scores)),
        scores=scores,
        turnouts={key: (turnout.voters, turnout.people) for key, turnout in result.turnouts.items()},
    )


def _without_groups(result: VoteResult) -> Iterator[str]:
    """All sentences but the second where groups voted, which names them."""
    for place, sentence in enumerate(sentences(result)):
        if place != 1 or not result.turnouts:
            yield sentence


def _scored(rows: Iterable[VoteRow]) -> Iterator[Scored]:
    for row in rows:
        lies = row.whole.spread
        if lies and lies.n >= FEWEST:
            yield Scored(number=row.number, title=row.title, counts=lies.counts)


def _placed(row: VoteRow, *, apart: bool) -> Placed:
    return Placed(
        item=row.item,
        number=row.number,
        title=row.title,
        place=row.place if row.whole.score else "",
        score=exact(row.whole.score),
        divided=row.divided and apart,
    )
