"""What came of votes: who voted, by which rule, and every item with what it got."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import count, say
from vaexercise.model.groups import group_name
from vaexercise.model.vote import FEWEST
from vaexercise.plenary.sentences import turnout
from vaexercise.report.model import Bars, Paragraph, Section
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.plenary.priorities import Voted
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Block

_MEDIAN = "median"
"""The measure of agreement: how scores lie says more than bars of it would."""


def priorities(synthesis: Synthesis) -> list[Section]:
    """The votes that were revealed; nothing without one."""
    if not synthesis.votes:
        return []
    votes = [
        Section(
            heading=vote.title, label=f"V{vote.name}", level=3, anchor=f"vote-{number}", blocks=tuple(_blocks(vote))
        )
        for number, vote in enumerate(synthesis.votes, start=1)
    ]
    return [Section(heading=say("Priorities"), anchor="priorities"), *votes]


def _blocks(vote: Voted) -> Iterator[Block]:
    yield own(" ".join(vote.sentences))
    if vote.turnouts:
        of = (f"{group_name(key)}: {turnout(voters, people)}" for key, (voters, people) in vote.turnouts.items())
        yield own(f"{'; '.join(of)}.")
    for grid in vote.grids:
        yield replace(grid, title=say("What each item got")) if grid.title == vote.title else grid
    yield from _drawn(vote)


def _drawn(vote: Voted) -> Iterator[Bars | Paragraph]:
    """What each item got as bars, where that is a number of things; how many gave each score."""
    if vote.measure != _MEDIAN and vote.placed and all(item.score.isdecimal() for item in vote.placed):
        got = tuple((f"{item.number} {item.title}", int(item.score)) for item in vote.placed)
        yield Bars(title=say("The items beside each other"), heading=say("Item"), rows=got, unit=vote.measure)
    for item in vote.scores:
        title = say("How many gave each score: {number} {title}", number=item.number, title=item.title)
        counts = tuple((str(score), number) for score, number in enumerate(item.counts))
        yield Bars(title=title, heading=say("Score"), rows=counts, unit=say("people"))
    few = len(vote.placed) - len(vote.scores) if vote.scores else 0
    if few:
        yield own(
            count(
                few,
                "Of {n} item, how many gave each score is not shown: there are fewer than {fewest} scores.",
                "Of {n} items, how many gave each score is not shown: there are fewer than {fewest} scores each.",
                fewest=FEWEST,
            )
        )
