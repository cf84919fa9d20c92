"""`vaexercise workshop`: a workshop's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import JsonOption, PlainOption, SessionOption, WorkshopOption

app = typer.Typer()

MOST_SAID = 20
"""Lines of what was undone that are shown."""


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
    """Verify every line of the log, and that nothing points nowhere. Exit code 1 if anything is wrong."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Exit
    from vaexercise.record.check import Places, faults
    from vaexercise.workshop.references import broken_references

    opened = open_workshop(workshop)
    places = Places(opened.log)
    found = [*faults(opened.log, places), *broken_references(opened, places)]
    count = len(opened.fold.revisions)
    if as_json:
        say.data({"revisions": count, "faults": [fault._asdict() for fault in found]})
    else:
        for fault in found:
            say.result(f"log/{fault.file}, line {fault.line}: {fault.reason}")
        say.result(
            f"{count} lines read, {len(found)} wrong." if found else f"{count} lines read and verified: all whole."
        )
    if found:
        raise typer.Exit(Exit.CONTENT)


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
    plain: PlainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show what was recorded, when and by whom, oldest first."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.workshop import history as records

    opened = open_workshop(workshop)
    chosen = opened.session(session) if session or group else None
    key = group_named(opened, chosen, group) if chosen and group else ""
    found = records.history(opened, slot=slot, session=chosen.id if chosen else "", group=key, since=since)
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
    from vaexercise.workshop import undoing
    from vaexercise.workshop.wording import Wording

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


@app.command()
def merge(
    others: Annotated[list[Path], typer.Argument(help="Other copies of this workshop: folders, or zips of them.")],
    workshop: WorkshopOption = Path(),
) -> None:
    """Take in what was entered in other copies. In any order, as often as you like; nothing is overwritten."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.conflicts import conflicts
    from vaexercise.workshop.merging import take_in
    from vaexercise.workshop.wording import counts

    opened = open_workshop(workshop, command="workshop merge")
    known = {conflict.slot for conflict in conflicts(opened)}
    for other in others:
        merged = take_in(opened, other)
        said = counts(r for r in merged.added if not r.slot.startswith("sitting/"))
        say.result(f"{other}: {said or 'nothing new'}.")
        for damage in merged.damage:
            say.note(f"{other}: log/{damage.file}, line {damage.line}: {damage.reason}. The rest was taken in.")
    for conflict in conflicts(opened):
        if conflict.slot not in known:
            say.result(f"{conflict.name}: {len(conflict.versions)} versions.")
    if conflicts(opened):
        say.note("Look at them with `vaexercise workshop conflicts`.")


@app.command(name="conflicts")
def conflicts_(workshop: WorkshopOption = Path(), as_json: JsonOption = False) -> None:
    """List what has several versions, made apart. All are kept until a person settles it."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.conflicts import conflicts

    found = conflicts(open_workshop(workshop))
    if as_json:
        say.data([{"slot": c.slot, "code": c.code, "name": c.name, "versions": c.versions} for c in found])
        return
    for conflict in found:
        say.result(f"{conflict.name}: {len(conflict.versions)} versions")
        for number, (version, made) in enumerate(zip(conflict.versions, conflict.made, strict=True), start=1):
            say.result(f"  {number}. {version}  [{made}]")
        say.result(f"  Settle: vaexercise feedback settle {conflict.code or conflict.slot} --keep NUMBER\n")
    say.note("Nothing is in conflict." if not found else f"{len(found)} unsettled.")


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
    from vaexercise.workshop import backup as copies

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
    from vaexercise.workshop.backup import restore as bring_back

    say.result(f"Made {folder}: {counted(bring_back(file, folder), 'file')}.")
    say.note(f"Next: vaexercise workshop check --workshop {folder}")
