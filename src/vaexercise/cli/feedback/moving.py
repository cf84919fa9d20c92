"""`feedback move`: points that were entered in the wrong place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.feedback.noun import app
from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption


@app.command()
def move(
    codes: Annotated[list[str], typer.Argument(help="The codes of points, such as G2-Q3-04.")],
    to: Annotated[str, typer.Option("--to", help="The question where they belong, by its code or id.")] = "",
    to_group: Annotated[str, typer.Option("--to-group", help="The group that said them: a number, or plenary.")] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Put points under the question or group where they belong. Codes stay; all are moved, or none."""
    from vaexercise.cli import say
    from vaexercise.cli.feedback.finding import question_named
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.model.groups import group_name
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.relocating import named_points, relocate_all

    if not to and not to_group:
        raise Refused(reason="Say where to: --to Q4, --to-group 2, or both. Nothing was moved.")
    opened = open_workshop(workshop, by=by, command="feedback move")
    chosen = opened.session(session)
    said, questions = Feedback(opened, chosen), tuple(opened.exercise(chosen).walk())
    question = question_named(questions, to) if to else None
    group = group_named(opened, chosen, to_group) if to_group else ""
    for before, after in relocate_all(said, named_points(said, codes), question, group):
        name = next(q.code or q.id for q in questions if q.id == after.question)
        already = (before.question, before.group) == (after.question, after.group)
        where = f"{group_name(after.group)}, {name}"
        say.result(f"{before.code}: {'already' if already else 'now'} under {where}")
