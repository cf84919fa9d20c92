"""`plenary vote close` and `vote reveal`: no more ballots, and what came of them."""

from __future__ import annotations

from pathlib import Path

from vaexercise.cli.options import ByOption, JsonOption, PlainOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.voting.noun import VoteArgument, app
from vaexercise.cli.plenary.voting.showing import tell


@app.command()
def close(
    vote: VoteArgument = "", workshop: WorkshopOption = Path(), session: SessionOption = "", by: ByOption = ""
) -> None:
    """Take no more ballots. What they say stays secret until it is revealed."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import hint, open_workshop
    from vaexercise.model.text import counted
    from vaexercise.plenary.votes.telling import few
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop, by=by, command="plenary vote close")
    votes = Votes(opened, opened.session(session))
    found = votes.named(vote, ("open",))
    voters = votes.close(found)
    say.result(f"Vote {found.name} is closed, with {counted(voters, 'ballot')}.")
    if not voters:
        command = hint(opened, f"plenary vote reopen {found.name}")
        say.note(f"So there is nothing to reveal. To take ballots after all: {command}")
        return
    if warning := few(voters):
        say.note(warning)
    say.note(f"Show what came of it: {hint(opened, f'plenary vote reveal {found.name}')}")


@app.command()
def reveal(
    vote: VoteArgument = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Close a vote and show what came of it: turnout, totals, groups, ties, and the rule in words."""
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop, by=by, command="plenary vote reveal")
    votes = Votes(opened, opened.session(session))
    tell(votes.reveal(votes.named(vote, ("open", "closed"))), as_json=as_json, plain=plain)
