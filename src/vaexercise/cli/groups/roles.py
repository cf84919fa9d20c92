"""`groups roles`: who facilitates, reports and keeps the time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.groups.noun import RoundOption, app, drawn_group, person_named
from vaexercise.cli.options import SessionOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.workshop.people.moving import Seating


@app.command()
def roles(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    turn: RoundOption = 1,
    group: Annotated[str, typer.Option("--group", help="With --set: the group.")] = "",
    give: Annotated[
        list[str] | None, typer.Option("--set", help="Give a role: rapporteur=NAME. Repeat for several.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Record the roles that are proposed.")] = False,
) -> None:
    """Show who has which role in each group: those recorded, else a proposal with its reasons."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.model.groups import group_name
    from vaexercise.workshop.people import roles as tasks
    from vaexercise.workshop.people.moving import Seating

    opened = open_workshop(workshop, command="groups roles")
    seating = Seating(opened, opened.session(session), turn)
    if give:
        _give(seating, group, turn, give)
    if accept:
        tasks.accept(seating)
    for key in seating.seats:
        say.result(f"{group_name(key)}:")
        for line in tasks.lines(seating, key):
            say.result(f"  {line}")


def _give(seating: Seating, group: str, turn: int, words: list[str]) -> None:
    from vaexercise.errors import Refused
    from vaexercise.workshop.people import roles as tasks

    key = drawn_group(seating.workshop, seating.session, group, turn)
    given: dict[str, str] = {}
    for word in words:
        role, equals, name = word.partition("=")
        if not equals:
            raise Refused(reason=f"--set {word}: write a role, =, and a name, such as --set rapporteur=Ada.")
        given[role.strip()] = person_named(seating.workshop, name.strip()).id
    tasks.give(seating, key, given)
