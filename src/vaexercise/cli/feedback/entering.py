"""`feedback enter`: the conversation with a rapporteur."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.feedback.noun import GroupOption, app, session_and_group
from vaexercise.cli.options import (
    ByOption,
    LanguageOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)

if TYPE_CHECKING:
    from vaexercise.capture.consoles.console import Console
    from vaexercise.capture.talk import Talk
    from vaexercise.workshop.workshop import Workshop


@app.command()
def enter(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    by: ByOption = "",
    started: Annotated[
        str, typer.Option("--started", help="When the group began, such as 14:05; unsaid, at its first entry.")
    ] = "",
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Answer the questions for a group, line by line. Each Enter is saved; start again to go on."""
    from vaexercise.capture.consoles.console import console
    from vaexercise.capture.conversation import Conversation
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.answers import clock

    with console(plain=plain, width=width or 0) as terminal:
        opened = open_workshop(workshop, by=by, command="feedback enter")
        talk = begin(opened, session, group, terminal, language=language, by=by)
        if started:
            clock.start(opened, talk.feedback.session, talk.group, started)
        Conversation(talk).run()


def begin(
    opened: Workshop,
    session: str,
    group: str,
    terminal: Console,
    *,
    language: str = "",
    by: str = "",
    via: str = "terminal",
) -> Talk:
    """A conversation's beginning: what was not said is asked for; who types, only of a person at a terminal."""
    from vaexercise.capture.beginning import completed_name, who
    from vaexercise.capture.talk import Talk
    from vaexercise.cli.opening import say_language
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.signing import refuse_if_signed
    from vaexercise.workshop.people.membership import member_names, rapporteur_name

    chosen, key = session_and_group(opened, session, group, terminal)
    refuse_if_signed(opened, chosen, key)
    members = member_names(opened, chosen, key)
    name = completed_name(by, members)
    if not name and sys.stdin.isatty():
        name = who(members, rapporteur_name(opened, chosen, key), terminal)
        terminal.say(f"{name} types." if name else "Nobody's name stands beside what is typed.")
    if name != by:
        opened.hand_over(name)
    said = Feedback(opened, chosen)
    say_language(opened.exercise(chosen), language)
    return Talk(said, key, terminal, members=members, language=language, via=via)
