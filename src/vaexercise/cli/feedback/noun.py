"""What the commands of `vaexercise feedback` share: the noun they belong to, and its options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()

GroupOption = Annotated[str, typer.Option("--group", help="The group: a number, or plenary.")]


def session_and_group(opened: Workshop, session: str, group: str, terminal: Console) -> tuple[Session, str]:
    """The session and the key of the group that are meant; what was not said is asked for, in a whole workshop.

    Raises `Refused` in a copy that was handed out for another group.
    """
    from vaexercise.capture.beginning import which_group, which_session
    from vaexercise.cli.opening import group_or_own
    from vaexercise.workshop.copies.handed_out import check_is_for, handed_out

    person, copy = sys.stdin.isatty(), handed_out(opened)
    named = session or (copy.session if copy else "")
    chosen = opened.session(named) if named else which_session(opened, terminal, again=person)
    key = group_or_own(opened, chosen, group) or which_group(opened, chosen, terminal, again=person)
    check_is_for(opened, chosen, key)
    return chosen, key
