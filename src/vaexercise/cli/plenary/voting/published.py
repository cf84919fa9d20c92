"""What came of a vote, as far as it may leave the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.cli.plenary.voting.noun import lines

if TYPE_CHECKING:
    from vaexercise.plenary.synthesis import Synthesis


def tell_public(public: Synthesis, name: str, *, as_json: bool, plain: bool) -> None:
    """Print the vote of that number: in sum, never by group, and without numbers if fewer than five voted."""
    from vaexercise.cli import say
    from vaexercise.model.plain import to_plain

    vote = next(vote for vote in public.votes if vote.name == name)
    if as_json:
        say.data(to_plain(vote))
        return
    for grid in vote.grids:
        say.table(grid.columns, grid.rows, plain=say.plain_wanted(plain), title=grid.title)
        lines([grid.note, ""] if grid.note else ())
    lines(vote.sentences)
