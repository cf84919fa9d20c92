"""`feedback enter`: the conversation with a rapporteur."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vaexercise.cli.feedback.noun import GroupOption, app
from vaexercise.cli.options import (
    ByOption,
    LanguageOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)

if TYPE_CHECKING:
    from vaexercise.capture.console import Console
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


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
