"""`workshop backup`, `workshop restore` and `workshop hand-out`: copies to take along."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import SessionOption, WorkshopOption
from vaexercise.cli.workshop.noun import app


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The zip to write, for example on a stick.")],
    workshop: WorkshopOption = Path(),
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write a copy of the workshop into one file. Others may go on typing meanwhile."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.model.text import counted
    from vaexercise.workshop.copies import backup as copies

    if not file.absolute().parent.is_dir():
        raise Refused(reason=f"There is no folder {file.parent}. Is the stick in? Nothing was written.")
    if file.exists() and not force:
        raise Refused(reason=f"{file} is there already. Choose another name, or say --force.")
    count = copies.backup(open_workshop(workshop), file)
    say.result(
        f"Wrote {file}: {counted(count, 'file')}. Its participants' data are in it: keep it as you keep the folder."
    )


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A zip that `workshop backup` wrote.")],
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
) -> None:
    """Make a workshop's folder again from a copy."""
    from vaexercise.cli import say
    from vaexercise.model.text import counted
    from vaexercise.workshop.copies.backup import restore as bring_back

    say.result(f"Made {folder}: {counted(bring_back(file, folder), 'file')}.")
    say.note(f"Next: vaexercise workshop check --workshop {folder}")


@app.command(name="hand-out")
def hand_out(
    folder: Annotated[Path, typer.Argument(help="The folder to make, for example on a stick.")],
    group: Annotated[str, typer.Option("--group", help="Whose answers will be typed there: a number, or plenary.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
) -> None:
    """Make a copy for one group's laptop, with the names of its members and nothing else about anybody."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, hint, open_workshop
    from vaexercise.model.groups import PLENARY, group_name
    from vaexercise.model.text import counted
    from vaexercise.workshop.copies import handing_out

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    key = group_named(opened, chosen, group)
    made = handing_out.hand_out(opened, chosen, key, folder)
    people = counted(made.people, "member")
    say.result(f"Made {folder} for {group_name(key)}: {people}, {counted(made.points, 'point')} so far.")
    if made.people:
        say.note("Their names are in it, and nothing else about them: keep it as you keep this folder.")
    others = "the words that the plenary chooses from" if key == PLENARY else "nothing"
    say.note(f"Of other groups it holds {others}.")
    if not made.seats:
        say.note("Who sits where stayed here: a rule of the draw names people, or what is private.")
    say.note("On the laptop, in that folder: vaexercise feedback enter")
    say.note(f"When it comes back: {hint(opened, f'workshop merge {shlex.quote(str(folder))}')}")
