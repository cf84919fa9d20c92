"""The noun that all commands on the plenary belong to."""

from __future__ import annotations

import typer

from vaexercise.cli.plenary.acting import app as actions
from vaexercise.cli.plenary.themes import app as themes
from vaexercise.cli.plenary.voting import app as vote

app = typer.Typer()
app.add_typer(themes, name="themes", help="Put points that say the same together, under a title.", no_args_is_help=True)
app.add_typer(actions, name="actions", help="Keep the register of actions.", no_args_is_help=True)
app.add_typer(vote, name="vote", help="Vote on themes: secret until it is revealed.", no_args_is_help=True)
