"""`workshop history` and `workshop undo`: what was recorded, and taking it back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import JsonOption, PlainOption, PrivateOption, SessionOption, WorkshopOption
from vaexercise.cli.workshop.noun import app

MOST_SAID = 20
"""Lines of what was undone that are shown."""


@app.command()
def history(
    slot: Annotated[
        str, typer.Argument(help="Only what happened to this slot or below it, or to a code: G1-Q1-01, G1-Q2.")
    ] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: Annotated[str, typer.Option("--group", help="Only what is of this group: a number, or plenary.")] = "",
    since: Annotated[
        str, typer.Option("--since", help="Only from this date or time on, such as 2012-05-22T14:00.")
    ] = "",
    private: PrivateOption = False,
    plain: PlainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show what was recorded, when and by whom, oldest first."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.workshop.log import history as records

    opened = open_workshop(workshop)
    chosen = opened.session(session) if session or group else None
    key = group_named(opened, chosen, group) if chosen and group else ""
    of = chosen.id if chosen else ""
    found = records.history(opened, slot=slot, session=of, group=key, since=since, private=private)
    if as_json:
        say.data([event._asdict() for event in found])
        return
    rows = [(at, event.by, event.what, event.content) for at, event in zip(records.times(found), found, strict=True)]
    say.table(("When", "By", "What", "Content"), rows, plain=plain)


@app.command()
def undo(
    workshop: WorkshopOption = Path(),
    steps: Annotated[int, typer.Option("--steps", min=1, help="How many steps to take back.")] = 1,
    sitting: Annotated[str, typer.Option("--sitting", help="Only of this sitting; unsaid, of all.")] = "",
) -> None:
    """Take back the last step: what one command, or one Enter in a conversation, has saved. History keeps it."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.log import undoing
    from vaexercise.workshop.log.wording import Wording

    opened = open_workshop(workshop, command="workshop undo")
    chosen = undoing.steps(opened, sitting)[:steps]
    if len(chosen) < steps:
        raise Refused(reason=f"There are {len(chosen)} steps to undo here, not {steps}. Nothing was undone.")
    wording = Wording(opened)
    said = [f"{wording.slot(r.slot)}: {wording.content(r.slot, r.body)}" for step in chosen for r in step.revisions]
    undoing.undo(opened, chosen)
    for line in said[:MOST_SAID]:
        say.result(f"Undone: {line}")
    if len(said) > MOST_SAID:
        say.result(f"and {len(said) - MOST_SAID} more.")
