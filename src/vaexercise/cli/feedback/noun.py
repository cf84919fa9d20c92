"""What the commands of `vaexercise feedback` share: the noun they belong to, and its options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from vaexercise.capture.console import Console
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()

GroupOption = Annotated[str, typer.Option("--group", help="The group: a number, or plenary.")]


def session_and_group(opened: Workshop, session: str, group: str, terminal: Console) -> tuple[Session, str]:
    """The session and the key of the group that are meant; what was not said is asked for."""
    from vaexercise.capture.beginning import which_group, which_session
    from vaexercise.cli.opening import group_named

    person = sys.stdin.isatty()
    chosen = opened.session(session) if session else which_session(opened, terminal, again=person)
    return chosen, group_named(opened, chosen, group) if group else which_group(opened, chosen, terminal, again=person)
