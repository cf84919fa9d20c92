"""`plenary vote tally`, `vote import` and `vote spoil`: votes counted by hand, ballots out of a file, taken out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.voting.noun import VotersGroupOption, app, group_of


@app.command()
def tally(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[VOTE] ITEM=SUM...",
            help="What each item got, as 1=9 2=5; of agreement how many gave what, as 1=7:3,8:5.",
        ),
    ],
    voters: Annotated[int, typer.Option("--voters", min=1, help="How many people voted.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: VotersGroupOption = "",
    by: ByOption = "",
) -> None:
    """Record votes that were counted by hand: tokens, or hands held up."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary.voting.reading import read_tally
    from vaexercise.model.text import counted
    from vaexercise.workshop.plenary import casting
    from vaexercise.workshop.plenary.ballots import whose
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop, by=by, command="plenary vote tally")
    chosen = opened.session(session)
    vote = Votes(opened, chosen).named("" if "=" in words[0] else words[0], ("open",))
    given = read_tally(vote, words if "=" in words[0] else words[1:], voters)
    saved = casting.add_tally(opened, chosen, vote, group_of(opened, chosen, group), given)
    people = counted(voters, "person", "people")
    say.result(f"Saved: the votes of {people}{whose(saved.group)}, as ballot {saved.number} of vote {vote.name}.")
    say.note(f"If it was counted wrong: vaexercise plenary vote spoil {saved.number} --vote {vote.name}")


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A CSV with the columns ballot, group (if known), and one per item.")],
    vote: Annotated[str, typer.Option("--vote", help="The vote, by its number; unsaid, the only one.")] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: VotersGroupOption = "",
    encoding: Annotated[str, typer.Option("--encoding", help="The file's encoding, if it is guessed wrong.")] = "",
    by: ByOption = "",
) -> None:
    """Take in ballots from a file. Nothing is recorded if any is wrong; the same file twice adds nothing."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop, read_file
    from vaexercise.cli.plenary.voting.reading import Reader
    from vaexercise.model.text import counted
    from vaexercise.people.table import read_table
    from vaexercise.workshop.people import seating
    from vaexercise.workshop.plenary import casting
    from vaexercise.workshop.plenary.votes import Votes

    table = read_table(read_file(file), file.name, encoding)
    for notice in table.notices:
        say.note(notice)
    opened = open_workshop(workshop, by=by, command="plenary vote import")
    chosen = opened.session(session)
    found = Votes(opened, chosen).named(vote, ("open",))
    reader = Reader(found, table, group_of(opened, chosen, group), seating.group_count(opened, chosen))
    done = casting.add_sheets(opened, chosen, found, reader.sheets())
    say.result(f"{counted(done.added, 'ballot')} added to vote {found.name}, {done.known} there already.")
    if done.spoilt:
        say.note(f"{counted(done.spoilt, 'ballot')} spoilt since, not added again.")


@app.command()
def spoil(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The ballot, by the number it was saved under.")],
    vote: Annotated[str, typer.Option("--vote", help="The vote, by its number; unsaid, the only one.")] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Take a ballot out of the count, as long as the vote is not revealed."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary import casting
    from vaexercise.workshop.plenary.ballots import whose
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop, by=by, command="plenary vote spoil")
    chosen = opened.session(session)
    found = Votes(opened, chosen).named(vote, ("open", "closed"))
    paper = casting.spoil(opened, chosen, found, number)
    say.result(f"Ballot {paper.number}{whose(paper.group)} is spoilt and does not count in vote {found.name}.")
