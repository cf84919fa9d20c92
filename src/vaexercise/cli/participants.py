"""`vaexercise participants`: who takes part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, PlainOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.people.roll import Intake

app = typer.Typer()


@app.command(name="import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="A list as CSV or as a spreadsheet (.xlsx, .ods, .xls). - reads standard input.")
    ],
    workshop: WorkshopOption = Path(),
    encoding: Annotated[str, typer.Option("--encoding", help="The file's encoding, if it is guessed wrong.")] = "",
    sheet: Annotated[
        str, typer.Option("--sheet", help="The sheet of a spreadsheet, by name or number, if another one is read.")
    ] = "",
    partial: Annotated[
        bool, typer.Option("--partial", help="Import the rows that are right, leave the others.")
    ] = False,
) -> None:
    """Take in a list of participants. Known people are brought up to date; nobody is removed."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import hint, open_workshop, read_file
    from vaexercise.errors import Exit, Problems
    from vaexercise.people import columns, table
    from vaexercise.workshop.people import intake

    opened = open_workshop(workshop, command="participants import")
    name = "standard input" if str(file) == "-" else file.name
    try:
        read = table.read_table(read_file(file), name, encoding, sheet)
    except Problems as error:
        say.note(str(error))
        say.note("Nothing was imported. Mend the file, and import it again.")
        raise typer.Exit(Exit.CONTENT) from None
    found = intake.read(opened, read)
    for notice in (*found.notices, *columns.told(read.headers)):
        say.note(notice)
    if read.sheets_left and not sheet:
        say.note("Another sheet is read with --sheet and its name.")
    if found.problems and not (partial and found.entries):
        say.note(str(Problems(found.problems)))
        say.note(_refusal(found))
        raise typer.Exit(Exit.CONTENT)
    done = intake.record(opened, found)
    if found.problems:
        say.note(str(Problems(found.problems)))
    say.result(f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged.")
    say.note(f"Next: {hint(opened, 'groups assign')}")


def _refusal(found: Intake) -> str:
    """What came of a list with problems, and what can be done."""
    from vaexercise.model.text import counted

    said = f"{counted(len(found.problems), 'problem')}: nothing was imported. Mend the file"
    if not found.entries:
        return f"{said}: no row of it could be taken."
    people = counted(len(found.entries), "person", "people")
    return f"{said}, or take the rows that are right ({people}) with --partial."


@app.command(name="list")
def list_(workshop: WorkshopOption = Path(), as_json: JsonOption = False, plain: PlainOption = False) -> None:
    """List the participants. Sensitive attributes are not shown."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.model.text import counted
    from vaexercise.people.columns import find
    from vaexercise.workshop.people.participants import participants, people_elsewhere

    opened = open_workshop(workshop)
    people, elsewhere = participants(opened), people_elsewhere(opened)
    if as_json:
        say.data([{"id": p.id, "name": p.name, **p.attributes} for p in people])
        return
    shown = ("state", "organisation", "role", "languages")
    rows = [(p.name, *(find(p.attributes, name) for name in shown), p.id) for p in people]
    say.table(("Name", "State", "Organisation", "Role", "Languages", "Id"), rows, plain=plain)
    more = f" {len(elsewhere)} more are known in the whole workshop, not on this laptop." if elsewhere else ""
    say.note(f"{counted(len(people), 'participant')}.{more}")


@app.command()
def add(
    name: Annotated[str, typer.Option("--name", help="The person's name.")],
    workshop: WorkshopOption = Path(),
    values: Annotated[
        list[str] | None, typer.Option("--set", help="An attribute, as attribute=value; repeat for several.")
    ] = None,
) -> None:
    """Add one person."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.people import intake

    opened = open_workshop(workshop, command="participants add")
    person = intake.add(opened, name, values or [])
    say.result(f"Added {person.name} ({person.id}).")


@app.command()
def forget(
    person: Annotated[str, typer.Argument(help="A name, part of one, or an id.")],
    workshop: WorkshopOption = Path(),
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a person's name and attributes for good. Their seat and all counts stay."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import agreed, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.people import forgetting
    from vaexercise.workshop.people import participants as people

    opened = open_workshop(workshop, command="participants forget")
    found = people.find_person(people.participants(opened), person)
    traces = forgetting.traces(opened, found)
    if not yes:
        say.note(f"{found.name} ({found.id}) will be erased for good; no undo brings it back.")
        if not agreed("Type yes to erase: "):
            raise Refused(reason="Nothing was erased. With --yes nothing is asked.")
    held = forgetting.forget(opened, traces)
    say.result(f"Erased {found.id}: name and attributes are gone from the log; seat and counts stay.")
    for point in traces.mentions:
        say.result(f"{point.code} mentions the name. Decide: change or delete it with `vaexercise feedback enter`.")
    for what in traces.beside:
        say.result(f"The {what} mentions the name. Decide: change it, or delete it.")
    for name in traces.files:
        say.result(f"{name} still holds the name. Make it anew, or change it.")
    if held:
        say.result("Somebody is typing in this workshop: their file is done by the first command after they end.")
    say.note("Not reached: other copies, zips and sticks. Merging with them is safe: the erasure wins there, too.")
