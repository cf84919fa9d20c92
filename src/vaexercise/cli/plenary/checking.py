"""`plenary check`: whether every sentence and number of the summary points back to what was said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.workshop.plenary.checking import Checked
    from vaexercise.workshop.plenary.identifying import Finding
    from vaexercise.workshop.workshop import Workshop


@app.command()
def check(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    public: Annotated[
        bool, typer.Option("--public", help="Look, too, for what would break the promise of a public summary.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check that everything adds up: sums, sources, numbers, quotes, themes, votes and actions."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Exit
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.plenary import checking
    from vaexercise.workshop.plenary.publishing import list_beside_promise

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    found = checking.check(opened, chosen)
    breaks = _breaks(opened, chosen) if public else []
    if public and (warning := list_beside_promise(opened, chosen)):
        found = found._replace(notices=(*found.notices, warning))
    if as_json:
        faults = [fault._asdict() for fault in found.faults]
        sums = {**to_plain(found.sums), "adds_up": found.sums.adds_up}
        more = {"public": [one._asdict() for one in breaks]} if public else {}
        notices = list(found.notices)
        say.data({"faults": faults, "notices": notices, "sums": sums, "sentences": found.sentences, **more})
    else:
        _tell(found, len(breaks))
        for one in breaks:
            say.lines(f"{one.code or one.place}: {one.kind}: {one.words}. {one.advice}")
        if public and not breaks:
            say.lines("Nothing was found that breaks what a public summary promises. Read it all the same.")
    if found.faults or breaks:
        raise typer.Exit(Exit.CONTENT)


def _breaks(workshop: Workshop, session: Session) -> list[Finding]:
    """What breaks the promise of the workshop's level; `plenary identifiers` lists the rest."""
    from vaexercise.workshop.plenary.identifying import identifiers
    from vaexercise.workshop.plenary.publishing import promised

    return [one for one in identifiers(workshop, session, promised(workshop, session)) if one.breaks]


def _broken(number: int) -> str:
    return "1 thing is broken" if number == 1 else f"{number} things are broken"


def _tell(found: Checked, breaks: int) -> None:
    from vaexercise.cli import say
    from vaexercise.model.text import counted

    for fault in found.faults:
        say.lines(str(fault))
    for notice in found.notices:
        say.note(f"Notice: {notice}")
    if found.faults:
        say.note(f"{counted(len(found.faults), 'fault')} in the summary.")
        return
    if breaks:
        say.note(f"All sums and sources are right. Of what a public summary promises, {_broken(breaks)}.")
        return
    sentences = counted(found.sentences, "sentence")
    say.lines(f"Everything adds up: {found.sums}. {sentences}, each with its sources. {found.sums.once}".rstrip())
