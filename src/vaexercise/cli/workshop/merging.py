"""`workshop merge` and `workshop conflicts`: what was entered in several copies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import JsonOption, PrivateOption, WorkshopOption
from vaexercise.cli.workshop.noun import app


@app.command()
def merge(
    others: Annotated[list[Path], typer.Argument(help="Other copies of this workshop: folders, or zips of them.")],
    workshop: WorkshopOption = Path(),
) -> None:
    """Take in what was entered in other copies. In any order, as often as you like; nothing is overwritten."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.copies.merging import take_in
    from vaexercise.workshop.log.conflicts import conflicts
    from vaexercise.workshop.log.wording import counts
    from vaexercise.workshop.pictures.attachments import missing

    opened = open_workshop(workshop, command="workshop merge")
    known = {conflict.slot for conflict in conflicts(opened)}
    for other in others:
        merged = take_in(opened, other)
        said = counts(r for r in merged.added if not r.slot.startswith("sitting/"))
        say.result(f"{other}: {said or 'nothing new'}.")
        for damage in merged.damage:
            say.note(f"{other}: log/{damage.file}, line {damage.line}: {damage.reason}. The rest was taken in.")
    for one in missing(opened):
        say.note(f"The file of a picture is not here: attachments/{one.kept.file}. Merge with the copy that has it.")
    for conflict in conflicts(opened):
        if conflict.slot not in known:
            say.result(f"{conflict.name}: {len(conflict.versions)} versions.")
    if conflicts(opened):
        say.note("Look at them with `vaexercise workshop conflicts`.")


@app.command(name="conflicts")
def conflicts_(workshop: WorkshopOption = Path(), private: PrivateOption = False, as_json: JsonOption = False) -> None:
    """List what has several versions, made apart. All are kept until a person settles it."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.log.conflicts import conflicts

    found = conflicts(open_workshop(workshop), private=private)
    if as_json:
        say.data([{"slot": c.slot, "code": c.code, "name": c.name, "versions": c.versions} for c in found])
        return
    for conflict in found:
        say.result(f"{conflict.name}: {len(conflict.versions)} versions")
        for number, (version, made) in enumerate(zip(conflict.versions, conflict.made, strict=True), start=1):
            say.result(f"  {number}. {version}  [{made}]")
        say.result(f"  Settle: vaexercise feedback settle {conflict.code or conflict.slot} --keep NUMBER\n")
    say.note("Nothing is in conflict." if not found else f"{len(found)} unsettled.")
