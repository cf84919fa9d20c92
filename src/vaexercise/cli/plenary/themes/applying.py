"""`plenary themes apply`: decisions about points from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.themes.noun import app


@app.command()
def apply(
    file: Annotated[
        Path, typer.Argument(help="A CSV with the columns theme and code, or JSON; - reads standard input.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    encoding: Annotated[str, typer.Option("--encoding", help="The file's encoding, if it is guessed wrong.")] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Sort points as a file says: all of it, or nothing. What it does not name stays; twice changes nothing."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import read_file
    from vaexercise.cli.plenary.themes import common
    from vaexercise.cli.plenary.themes.decisions import read_decisions
    from vaexercise.model.text import counted
    from vaexercise.workshop.plenary.applying_themes import apply_themes

    themes = common.opened(workshop, session, by=by, command="apply")
    points = [point for sorting in common.sortings(themes) for point in sorting.points]
    known = {word.casefold(): p.id for p in points for word in (p.code.partition(" ")[0], p.id)}
    wanted = read_decisions(read_file(file), file.name, encoding, known)
    done = apply_themes(themes.workshop, themes.session, wanted, dry_run=dry_run)
    would = "would be " if dry_run else ""
    for question, title in done.opened:
        say.result(f"{question}: theme “{title}” {would or 'is '}opened")
    if done.decided:
        say.result(f"{counted(len(done.decided), 'point')} {would}sorted: {', '.join(done.decided)}")
    if not done.opened and not done.decided:
        say.result("Nothing to change: all of it is decided so already.")
    for note in done.notes:
        say.note(note)
