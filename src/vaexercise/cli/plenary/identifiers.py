"""`plenary identifiers`: what may tell who somebody is, before a summary is published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, PlainOption, SessionOption, WidthOption, WorkshopOption
from vaexercise.cli.plenary.levels import LevelOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.workshop.plenary.identifying import Finding


@app.command()
def identifiers(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    level: LevelOption = "",
    breaking: Annotated[bool, typer.Option("--breaking", help="Only what breaks the promise of the level.")] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """List names, organisations, states, addresses and the like in what would be published, and what to do."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary.levels import level_named
    from vaexercise.errors import Exit
    from vaexercise.model.text import counted
    from vaexercise.workshop.plenary.identifying import identifiers as look

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    wanted = level_named(opened, chosen, level)
    found = [one for one in look(opened, chosen, wanted) if one.breaks or not breaking]
    if as_json:
        say.data([one._asdict() for one in found])
    else:
        heads = ("Code", "Where", "What", "Words", "Breaks", "What to do")
        say.table(heads, [_row(one) for one in found], plain=plain, width=width)
    broken = sum(one.breaks for one in found)
    are = "breaks" if broken == 1 else "break"
    say.note(f"Level {wanted}: {counted(len(found), 'thing')} found, of which {broken} {are} what it promises.")
    say.note("Nobody's way of speaking, and no story that others know, can be found by a program: read it, too.")
    if broken:
        raise typer.Exit(Exit.CONTENT)


def _row(one: Finding) -> tuple[str, ...]:
    return one.code, one.place, one.kind, one.words, "yes" if one.breaks else "no", one.advice
