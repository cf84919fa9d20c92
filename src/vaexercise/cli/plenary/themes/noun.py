"""The noun that all commands on themes belong to: a noun below `plenary`."""

from __future__ import annotations

import typer

app = typer.Typer()
