"""What the commands on votes share: the noun they belong to, below `plenary`, and what they say of a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.session import Session
    from vaexercise.model.vote import Vote
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()

VoteArgument = Annotated[str, typer.Argument(metavar="VOTE", help="The vote, by its number; unsaid, the only one.")]
VotersGroupOption = Annotated[str, typer.Option("--group", help="Whose ballots: the number of a group.")]


def group_of(opened: Workshop, chosen: Session, word: str) -> str:
    """The key of the group that a word means; empty for the whole room. Raises `Unknown`."""
    from vaexercise.cli.opening import group_named
    from vaexercise.model.groups import PLENARY

    key = group_named(opened, chosen, word) if word else ""
    return "" if key == PLENARY else key


def lines(sentences: Iterable[str]) -> None:
    """Print sentences; on a terminal, broken between words."""
    import shutil
    import sys
    import textwrap

    from vaexercise.cli import say

    width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 0
    for sentence in sentences:
        say.result(textwrap.fill(sentence, width) if width else sentence)


def about(vote: Vote) -> Iterator[str]:
    """What is voted on, and how: for people who are about to vote."""
    from vaexercise.plenary.votes import method_of

    yield f"Vote {vote.name}. {vote.title}"
    yield from (f"{number} {item.title}" for number, item in enumerate(vote.items, start=1))
    yield method_of(vote).rule
