"""`vaexercise feedback`: what the groups say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import (
    ByOption,
    JsonOption,
    LanguageOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)

if TYPE_CHECKING:
    from vaexercise.capture.console import Console
    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()

GroupOption = Annotated[str, typer.Option("--group", help="The group: a number, or plenary.")]


@app.command()
def enter(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    by: ByOption = "",
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Answer the questions for a group, line by line. Each Enter is saved; start again to go on."""
    from vaexercise.capture.console import console
    from vaexercise.capture.conversation import Conversation
    from vaexercise.cli.opening import group_named, open_workshop, say_language
    from vaexercise.workshop.feedback import Feedback

    terminal = console(plain=plain, width=width or 0)
    opened = open_workshop(workshop, by=by, command="feedback enter")
    chosen = opened.session(session)
    key = group_named(opened, chosen, group or _asked_group(terminal))
    members = _names(opened, chosen, key)
    exercise = opened.exercise(chosen)
    say_language(exercise, language)
    Conversation(Feedback(opened, chosen), exercise, key, terminal, members=members, language=language).run()


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


def _asked_group(terminal: Console) -> str:
    from vaexercise.errors import Refused

    try:
        return terminal.ask("Which group? ")
    except EOFError as error:
        raise Refused(reason="\nNo group was named. Name it: --group 2, or --group plenary.") from error


def _names(workshop: Workshop, session: Session, group: str) -> list[str]:
    from vaexercise.workshop import people, seating

    found = seating.draws(workshop, session)
    if len(found) != 1:
        return []
    names = {person.id: person.name for person in people.participants(workshop)}
    members = seating.seats(workshop, session, *found[0]).get(group, ())
    return [names[member] for member in members if member in names]


@app.command()
def settle(
    name: Annotated[str, typer.Argument(help="The code of a point, or the slot that `workshop conflicts` shows.")],
    keep: Annotated[int, typer.Option("--keep", help="The number of the version to keep.")],
    workshop: WorkshopOption = Path(),
    by: ByOption = "",
) -> None:
    """Settle what has several versions, made apart. The others stay in history."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.conflicts import settle as settle_conflict

    conflict = settle_conflict(open_workshop(workshop, by=by, command="feedback settle"), name, keep)
    say.result(f"{conflict.name}: {conflict.versions[keep - 1]}")
