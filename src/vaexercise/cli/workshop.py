"""`vaexercise workshop`: a workshop's folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, PlainOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()


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
    from vaexercise.workshop.overview import standing

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
    """Verify every line of the log. Exit code 1 if anything is wrong."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Exit
    from vaexercise.record.check import faults

    opened = open_workshop(workshop)
    found = faults(opened.log)
    if as_json:
        say.data({"revisions": len(opened.fold.revisions), "faults": [fault._asdict() for fault in found]})
    else:
        for fault in found:
            say.result(f"log/{fault.file}, line {fault.line}: {fault.reason}")
        count = len(opened.fold.revisions)
        say.result(
            f"{count} lines read, {len(found)} wrong." if found else f"{count} lines read and verified: all whole."
        )
    if found:
        raise typer.Exit(Exit.CONTENT)


@app.command()
def history(
    slot: Annotated[str, typer.Argument(help="Only what happened to this slot, or below it.")] = "",
    workshop: WorkshopOption = Path(),
    plain: PlainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show what was recorded, when and by whom, oldest first."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop

    opened = open_workshop(workshop)
    rows = _history(opened, slot)
    if as_json:
        say.data([dict(zip(("at", "by", "slot", "content", "id"), row, strict=True)) for row in rows])
        return
    say.table(("When", "By", "Slot", "Content"), [row[:4] for row in rows], plain=plain)


def _history(workshop: Workshop, slot: str) -> list[tuple[str, str, str, str, str]]:
    import json

    found = [
        r
        for r in workshop.fold.revisions.values()
        if (r.slot == slot or r.slot.startswith(f"{slot}/") or not slot)
        and not (r.slot.startswith("sitting/") and not slot)
    ]
    who = {
        sitting.removeprefix("sitting/"): str(body.get("by", "")) for sitting, body in workshop.fold.slots("sitting/")
    }
    found.sort(key=lambda r: (r.at, r.sitting, r.n))
    return [
        (
            r.at,
            who.get(r.sitting, ""),
            r.slot,
            "erased" if r.erased else json.dumps(r.body, ensure_ascii=False) if r.body else "deleted",
            r.id,
        )
        for r in found
    ]
