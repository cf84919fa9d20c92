"""`feedback status` and `feedback show`: how far the groups are, and what they said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vaexercise.cli.feedback.noun import GroupOption, app
from vaexercise.cli.options import JsonOption, LanguageOption, PlainOption, SessionOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question


@app.command()
def status(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    plain: PlainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show how far each group is."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.overview import progress

    opened = open_workshop(workshop)
    found = progress(opened, opened.session(session))
    if as_json:
        say.data([row.plain() for row in found])
        return
    columns = ("Group", "Questions", "Points", "Headlines", "Open", "Incomplete")
    rows = [
        (
            row.name,
            f"{row.done} of {row.asked}",
            str(row.points),
            str(row.stars),
            ", ".join(row.open),
            ", ".join(row.incomplete),
        )
        for row in found
    ]
    say.table(columns, rows, plain=plain)


@app.command()
def show(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    language: LanguageOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what was said, with its codes: by all groups, or by one."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.feedback import Feedback
    from vaexercise.workshop.overview import answering

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    said = Feedback(opened, chosen)
    exercise = said.complete(opened.exercise(chosen))
    keys = (group_named(opened, chosen, group),) if group else answering(opened, chosen)
    found = [
        (question, response)
        for question in exercise.walk()
        for response in said.responses([question], keys)
        if response.state != "open"
    ]
    if as_json:
        say.data([to_plain(response) for _, response in found])
        return
    shown = None
    for question, response in found:
        if question is not shown:
            say.result(f"\n{question.code} {question.prompt_in(language or exercise.language)}".rstrip())
            shown = question
        _show_response(question, response, language or exercise.language)


def _show_response(question: Question, response: Response, language: str) -> None:
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name

    if response.answer:
        say.result(f"  {response.code}  {question.in_words(response.answer.values, language)}")
    for point in response.points:
        star = " (headline)" if point.star else ""
        say.result(f"  {point.code}  {question.in_words(point.values, language)}{star}")
    if response.state != "answered":
        say.result(f"  {group_name(response.group)}: {response.state.replace('-', ' ')}")
