"""`feedback sign-off` and `feedback reopen`: a group confirms what it said, or takes that back with a reason."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.feedback.noun import GroupOption, app, session_and_group
from vaexercise.cli.options import ByOption, LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


@app.command(name="sign-off")
def sign_off(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    confirmed_by: Annotated[str, typer.Option("--confirmed-by", help="Who confirms, for the group.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="The group has heard it and confirms; ask nothing.")] = False,
    private: Annotated[bool, typer.Option("--private", help="Read private points aloud, too.")] = False,
    language: LanguageOption = "",
    by: ByOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Read back to a group what it said, and record that it confirms. Then it changes only with a reason."""
    from vaexercise.capture.consoles.console import console
    from vaexercise.cli.opening import open_workshop
    from vaexercise.model.groups import group_name
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.readback import Readback
    from vaexercise.workshop.answers.signing import record_sign_off

    with console(plain=plain, width=width or 0) as terminal:
        opened = open_workshop(workshop, by=by, command="feedback sign-off")
        chosen, key = session_and_group(opened, session, group, terminal)
        if _is_signed(opened, chosen, key, terminal):
            return
        read = Readback(Feedback(opened, chosen), key)
        for line in (*read.told(language, private=private), *read.missing(), *read.summary()):
            terminal.say(line)
        name = _confirmation(opened, chosen, key, terminal, name=confirmed_by, yes=yes)
        record_sign_off(opened, chosen, key, name, read.counts, read.lines)
        terminal.say(f"\n{group_name(key)} has signed off; {name} confirmed it.")
        _after(opened, terminal)


def _is_signed(opened: Workshop, session: Session, group: str, terminal: Console) -> bool:
    """Say that a group has signed off already; not if something came in since, which it may confirm anew."""
    from vaexercise.model.groups import group_name
    from vaexercise.model.text import counted
    from vaexercise.workshop.answers.signing import sign_off as recorded
    from vaexercise.workshop.when import at

    found = recorded(opened, session, group)
    if found is None:
        return False
    by = f", confirmed by {found.by}" if found.by else ""
    terminal.say(f"{group_name(group)} has signed off already, {at(found.at)}{by}.")
    if found.changed:
        terminal.say(f"{counted(found.changed, 'change')} came in since, so here is all of it once more.\n")
    return not found.changed


def _confirmation(opened: Workshop, session: Session, group: str, terminal: Console, *, name: str, yes: bool) -> str:
    """The name of who confirms, asked for on a terminal. Raises `Refused` if nobody does."""
    from vaexercise.errors import Refused
    from vaexercise.model.text import clean_line
    from vaexercise.workshop.people.membership import member_names

    asked = sys.stdin.isatty() and not (yes and name)
    try:
        if asked and not yes and not _agrees(terminal):
            raise Refused(reason="Nothing was signed off. Go on with: vaexercise feedback enter")
        if asked and not name:
            return _who(terminal, member_names(opened, session, group))
    except EOFError as error:
        raise Refused(reason="\nNothing was signed off.") from error
    return clean_line(name)


def _agrees(terminal: Console) -> bool:
    """Whether the answer is yes; it is asked again until it is yes or no, in whole or by its first letter."""
    while True:
        typed = terminal.ask("\nDoes the group confirm? yes or no> ", choices=("yes", "no")).strip().casefold()
        if typed and ("yes".startswith(typed) or "no".startswith(typed)):
            return typed.startswith("y")
        terminal.say("Please type yes or no.")


def _who(terminal: Console, members: Sequence[str]) -> str:
    """The name typed; the beginning of only one member's name stands for that."""
    from vaexercise.capture.consoles.completing import fitting
    from vaexercise.model.text import clean_line

    while not (typed := clean_line(terminal.ask("Who confirms, for the group? ", choices=members))):
        terminal.say("Type a name, or its beginning.")
    found = fitting(typed, members)
    return found[0] if len(found) == 1 else typed


def _after(opened: Workshop, terminal: Console) -> None:
    from vaexercise.cli.opening import hint

    terminal.say(f"A copy on a stick: {hint(opened, 'workshop backup FILE')}")


@app.command()
def reopen(
    reason: Annotated[str, typer.Option("--reason", help="Why what the group confirmed has to change.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    by: ByOption = "",
) -> None:
    """Let a group that has signed off change what it said. The reason is kept."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_or_own, hint, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.model.groups import group_name
    from vaexercise.workshop.answers.signing import reopen as open_again

    opened = open_workshop(workshop, by=by, command="feedback reopen")
    chosen = opened.session(session)
    key = group_or_own(opened, chosen, group)
    if not key:
        raise Refused(reason="Say which group is reopened: --group 2")
    open_again(opened, chosen, key, reason)
    number = key.removeprefix("g")
    say.result(f"{group_name(key)} is open again.")
    say.note(f"Next: {hint(opened, f'feedback enter --group {number}')}, then sign off again.")
