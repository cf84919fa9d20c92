"""`workshop new`, `workshop status` and `workshop check`: the folder, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, WorkshopOption
from vaexercise.cli.workshop.noun import app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.workshop.workshop import Workshop


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    exercise: Annotated[
        list[str], typer.Option("--exercise", help="An exercise, by its id or its file; repeat for several sessions.")
    ],
    title: Annotated[str, typer.Option("--title", help="The workshop's title; unsaid, the exercise's.")] = "",
    dates: Annotated[str, typer.Option("--dates", help="When it takes place, for example 22 May 2012.")] = "",
    place: Annotated[str, typer.Option("--place", help="Where it takes place.")] = "",
) -> None:
    """Make a workshop's folder, with its own copy of each exercise."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import hint, open_workshop
    from vaexercise.definitions import library
    from vaexercise.model.text import clean_line, in_language
    from vaexercise.workshop import folder as folders

    paths = [library.find(name, [library.shipped()]) for name in exercise]
    first, *_ = [library.load(path) for path in paths]
    named = clean_line(title) or in_language(first.title, first.language)
    details = {"dates": clean_line(dates), "place": clean_line(place), "language": first.language}
    folders.create(
        folder, named, [library.entry(path) for path in paths], {key: value for key, value in details.items() if value}
    )
    opened = open_workshop(folder, command="workshop new")
    say.result(f"Made the workshop “{named}” in {folder}.")
    say.note(f"Its title, dates, place and rooms are in {folder / folders.SETTINGS}; change them there.")
    say.note(f"Next: {hint(opened, 'participants import FILE.csv')}")


@app.command()
def status(workshop: WorkshopOption = Path(), as_json: JsonOption = False) -> None:
    """Show where the workshop stands and what comes next."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import hint, open_workshop
    from vaexercise.workshop.standing import standing

    opened = open_workshop(workshop)
    found = standing(opened)
    if as_json:
        say.data(found.plain())
        return
    for line in found.lines():
        say.result(line)
    say.result(f"Next: {hint(opened, found.next)}")


@app.command()
def check(workshop: WorkshopOption = Path(), as_json: JsonOption = False) -> None:
    """Verify every line of the log, and that nothing points nowhere. Exit code 1 if anything is wrong."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Exit
    from vaexercise.record.check import Places, faults
    from vaexercise.workshop.log.references import broken_references

    opened = open_workshop(workshop)
    places = Places(opened.log)
    found = [*faults(opened.log, places), *broken_references(opened, places)]
    notices = _notices(opened)
    count = len(opened.fold.revisions)
    if as_json:
        say.data({"revisions": count, "faults": [fault._asdict() for fault in found], "notices": notices})
    else:
        for notice in notices:
            say.note(f"Notice: {notice}")
        for fault in found:
            say.result(f"log/{fault.file}, line {fault.line}: {fault.reason}")
        say.result(
            f"{count} lines read, {len(found)} wrong." if found else f"{count} lines read and verified: all whole."
        )
    if found:
        raise typer.Exit(Exit.CONTENT)


def _notices(opened: Workshop) -> list[str]:
    """What breaks no line of the log, and yet what the workshop promises."""
    from vaexercise.workshop.people.purging import reminder
    from vaexercise.workshop.plenary.publishing import list_beside_promise

    said = [list_beside_promise(opened, session) for session in opened.sessions]
    return list(dict.fromkeys(filter(None, [*said, reminder(opened), *_left_files(opened)])))


def _left_files(opened: Workshop) -> Iterator[str]:
    """Pictures that were taken back, whose files are still there."""
    from vaexercise.workshop.pictures.attachments import taken_back

    for one in taken_back(opened):
        erase = f"vaexercise workshop attachments --remove {one.id}"
        yield f"The picture {one.id} was taken back, and its file is still there. Erase it: {erase}"
