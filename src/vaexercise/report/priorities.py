"""What came of votes: who voted, by which rule, and every item with what it got."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import group_name
from vaexercise.plenary.sentences import turnout
from vaexercise.report.model import Section
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.plenary.priorities import Voted
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Block


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
    return [Section(heading="Priorities", anchor="priorities"), *votes]


def _blocks(vote: Voted) -> Iterator[Block]:
    yield own(" ".join(vote.sentences))
    if vote.turnouts:
        of = (f"{group_name(key)}: {turnout(voters, people)}" for key, (voters, people) in vote.turnouts.items())
        yield own(f"{'; '.join(of)}.")
    yield from (replace(grid, title="What each item got") if grid.title == vote.title else grid for grid in vote.grids)
