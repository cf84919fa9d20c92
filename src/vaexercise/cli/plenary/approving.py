"""`plenary approve`: the summary is final as it stands; what is changed later makes it a draft again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.model.edition import Approval


@app.command()
def approve(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: Annotated[str, typer.Option("--by", help="Who approves it; printed on every page that is not public.")] = "",
    note: Annotated[str, typer.Option("--note", help="What is to be known of it, such as which meeting did.")] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why it is approved, though faults are left.")] = "",
    show: Annotated[bool, typer.Option("--show", help="Only say whether it is approved; change nothing.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Approve the summary as it stands now, after the day and its corrections. Approved already, it says so."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.report.approved import plain
    from vaexercise.workshop.plenary import approvals, approving, checking
    from vaexercise.workshop.plenary.summary import synthesis

    opened = open_workshop(workshop, by="" if show else by, command="plenary approve")
    chosen = opened.session(session)
    if show:
        found = approvals.approval(opened, chosen, lambda: synthesis(opened, chosen))
    else:
        found = approving.approve(opened, chosen, by=by, note=note, reason=reason)
        for notice in checking.check(opened, chosen).notices:
            say.note(f"Notice: {notice}")
    if as_json:
        say.data(plain(found))
    else:
        _tell(found)


def _tell(found: Approval) -> None:
    from vaexercise.cli import say
    from vaexercise.report.approved import status

    say.result(f"{status(found) or 'Draft: nothing was recorded yet'}.")
    if found.state == "changed" and found.on:
        say.note(f"What changed: vaexercise workshop history --since {found.on.isoformat()}")
    if found.state == "approved":
        say.note("Every page of the summary says so: vaexercise plenary summary --output summary.html")
    else:
        say.note("When it is right: vaexercise plenary check, then vaexercise plenary approve --by NAME")
