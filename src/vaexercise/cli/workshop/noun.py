"""The noun that all commands on a workshop's folder belong to."""

from __future__ import annotations

import typer

app = typer.Typer()
