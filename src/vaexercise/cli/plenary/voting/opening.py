"""`plenary vote open` and `vote reopen`: what is voted on, and how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.voting.noun import VoteArgument, about, app, lines

if TYPE_CHECKING:
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


@app.command(name="open")
def open_(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    question: Annotated[str, typer.Option("--question", help="Vote on the themes of this question, such as Q1.")] = "",
    item: Annotated[list[str] | None, typer.Option("--item", help="Vote on this; repeat for each item.")] = None,
    method: Annotated[
        Literal["dots", "agreement", "ngt", "ranking"],
        typer.Option("--method", help="dots; agreement from 0 to 10; ngt (everybody's top 5); ranking."),
    ] = "dots",
    budget: Annotated[
        int, typer.Option("--budget", min=0, help="Dots a person has, or items a person names (ngt); 0 for the usual.")
    ] = 0,
    cap: Annotated[int, typer.Option("--cap", min=0, help="Most dots on one item; 0 for the usual 2.")] = 0,
    title: Annotated[str, typer.Option("--title", help="What the vote is called.")] = "",
    anyway: Annotated[bool, typer.Option("--anyway", help="Even if points are not sorted into themes yet.")] = False,
    by: ByOption = "",
) -> None:
    """Open a vote on themes, or on items of its own. It is secret until it is revealed."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import hint, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.plenary.votes import Votes, Wanted

    if bool(question) == bool(item):
        raise Refused(reason="Say what is voted on: --question Q1, or --item A --item B. Nothing was opened.")
    opened = open_workshop(workshop, by=by, command="plenary vote open")
    chosen = opened.session(session)
    asked = _question(opened, chosen, question) if question else None
    wanted = Wanted(question=asked, options=tuple(item or ()), method=method, budget=budget, cap=cap, title=title)
    vote = Votes(opened, chosen).open(wanted, anyway=anyway)
    lines(about(vote))
    say.note(f"Type ballots in: {hint(opened, f'plenary vote enter {vote.name}')}")


def _question(opened: Workshop, chosen: Session, word: str) -> Question:
    """The question with that code or id, of those whose points become themes. Raises `Unknown`."""
    from vaexercise.errors import Unknown
    from vaexercise.model.question import named
    from vaexercise.workshop.plenary.sortings import sortable

    questions = sortable(opened, chosen)
    if found := named(questions, word):
        return found
    known = ", ".join(question.code or question.id for question in questions) or "none"
    raise Unknown(kind="question with themes", name=f"{word:.40}", hint=f"Questions with themes are: {known}.")


@app.command()
def reopen(
    vote: VoteArgument = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    again: Annotated[
        bool, typer.Option("--again", help="From the start: its ballots are set aside, its themes taken as they are.")
    ] = False,
    by: ByOption = "",
) -> None:
    """Take ballots once more in a vote that is closed; or vote again from the start."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary.ballots import cast
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop, by=by, command="plenary vote reopen")
    chosen = opened.session(session)
    votes = Votes(opened, chosen)
    found = votes.named(vote)
    before = cast(opened, chosen, found).voters[""]
    found = votes.reopen(found, again=again)
    lines(about(found))
    is_open = f"Vote {found.name} is open again"
    say.note(
        f"{is_open}, and the ballots it had are set aside: {before}." if again else f"{is_open}; ballots: {before}."
    )
