"""`feedback import`: what a group wrote elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.feedback.noun import app
from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A YAML file: group, by, answers. - reads standard input.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Take in a group's feedback from a file. Nothing is recorded if anything in it is wrong."""
    from vaexercise.capture.sheet import SheetReader, record_sheet, writer
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop, read_file
    from vaexercise.definitions import source
    from vaexercise.model.groups import group_name
    from vaexercise.model.text import counted
    from vaexercise.workshop import seating
    from vaexercise.workshop.feedback import Feedback

    document = source.load(read_file(file), str(file))
    opened = open_workshop(workshop, by=by or writer(document), command="feedback import")
    chosen = opened.session(session)
    said = Feedback(opened, chosen)
    count = seating.group_count(opened, chosen)
    sheet = SheetReader(opened.exercise(chosen), count, said.offered).read(document)
    taken = record_sheet(said, sheet)
    added = counted(taken.added, "point") + " added" + (f", {taken.known} there already" if taken.known else "")
    say.result(f"{group_name(sheet.group)}: {added}; {counted(taken.answers, 'answer')} set.")
