"""The arithmetic of votes: one file per method, exact, and independent of the order of ballots and items.

Each file states its definition and where it comes from. Numbers are ints and fractions; nothing is rounded before
it is shown, and a tie is a tie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.plenary.votes.agreement import Agreement
from vaexercise.plenary.votes.dots import Dots
from vaexercise.plenary.votes.ngt import NominalGroup
from vaexercise.plenary.votes.ranking import Ranking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.vote import Vote
    from vaexercise.plenary.votes.method import Method

METHODS: Mapping[str, type[Method]] = {each.name: each for each in (Dots, Agreement, NominalGroup, Ranking)}
"""Every method by its name."""


def method_of(vote: Vote) -> Method:
    """How a vote is counted."""
    return METHODS[vote.method]([item.id for item in vote.items], vote.budget, vote.cap)
