"""`workshop purge`: everybody's data go once the time is over that they are kept for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import WorkshopOption
from vaexercise.cli.workshop.noun import app

if TYPE_CHECKING:
    from vaexercise.workshop.people.forgetting import Traces
    from vaexercise.workshop.people.purging import Going


@app.command()
def purge(
    workshop: WorkshopOption = Path(),
    early: Annotated[str, typer.Option("--early", help="Why it is done before retention_days are over.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase the data of all participants for good: names, attributes, consent, pictures. Seats and counts stay."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import agreed, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.people import purging

    opened = open_workshop(workshop, command="workshop purge")
    found = purging.check_may_purge(opened, early)
    rest = purging.remains(opened)
    say.note(f"For good, and no undo brings it back: {_counted(found)}.")
    say.note("Seats, counts and what groups said stay; tables of who took part lose what they counted.")
    if not yes and not agreed("Type yes to erase: "):
        raise Refused(reason="Nothing was erased. With --yes nothing is asked.")
    held = purging.purge(opened, found, early)
    say.result(f"Erased: {_counted(found)}.")
    _tell_rest(rest)
    if held:
        say.result("Somebody is typing in this workshop: their file is done by the first command after they end.")
    say.note("Not reached: reports made before, other copies, zips and sticks. Merged, copies lose the same.")


def _counted(found: Going) -> str:
    from vaexercise.model.text import counted

    people = counted(found.people, "participant with all attributes", "participants with all attributes")
    pictures = counted(found.pictures, "picture of the day", "pictures of the day")
    names = counted(found.names, "name")
    return f"{people}; {pictures}, with who agreed to them; {names} of people who typed, confirmed or approved"


def _tell_rest(rest: Traces) -> None:
    """Where names still are, and only people can say what is to become of it."""
    from vaexercise.cli import say

    for point in rest.mentions:
        say.result(f"{point.code} mentions a name. Decide: change it, or vaexercise feedback withdraw {point.code}")
    for what in rest.beside:
        say.result(f"The {what} mentions a name. Decide: change it, or delete it.")
    for name in rest.files:
        say.result(f"{name} still holds a name. Make it anew, or delete it.")
