"""`feedback settle`: what has several versions, made apart."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.feedback.noun import app
from vaexercise.cli.options import ByOption, WorkshopOption


@app.command()
def settle(
    name: Annotated[str, typer.Argument(help="The code of a point, or the slot that `workshop conflicts` shows.")],
    keep: Annotated[int, typer.Option("--keep", help="The number of the version to keep.")],
    workshop: WorkshopOption = Path(),
    by: ByOption = "",
) -> None:
    """Settle what has several versions, made apart. The others stay in history."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.log.conflicts import settle as settle_conflict

    conflict = settle_conflict(open_workshop(workshop, by=by, command="feedback settle"), name, keep)
    say.result(f"{conflict.name}: {conflict.versions[keep - 1]}")
