"""`plenary check`: whether every sentence and number of the summary points back to what was said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vaexercise.cli.options import JsonOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.workshop.checking import Checked


@app.command()
def check(workshop: WorkshopOption = Path(), session: SessionOption = "", as_json: JsonOption = False) -> None:
    """Check that everything adds up: sums, sources, numbers, quotes, themes, votes and actions."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Exit
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop import checking

    opened = open_workshop(workshop)
    found = checking.check(opened, opened.session(session))
    if as_json:
        faults = [fault._asdict() for fault in found.faults]
        sums = {**to_plain(found.sums), "adds_up": found.sums.adds_up}
        say.data({"faults": faults, "notices": list(found.notices), "sums": sums, "sentences": found.sentences})
    else:
        _tell(found)
    if found.faults:
        raise typer.Exit(Exit.CONTENT)


def _tell(found: Checked) -> None:
    from vaexercise.cli import say
    from vaexercise.model.text import counted

    for fault in found.faults:
        say.lines(str(fault))
    for notice in found.notices:
        say.note(f"Notice: {notice}")
    if found.faults:
        say.note(f"{counted(len(found.faults), 'fault')} in the summary.")
        return
    sentences = counted(found.sentences, "sentence")
    say.lines(f"Everything adds up: {found.sums}. {sentences}, each with its sources. {found.sums.once}".rstrip())
