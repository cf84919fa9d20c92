"""What the commands of `vaexercise feedback` share: the noun they belong to, and its options."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer()

GroupOption = Annotated[str, typer.Option("--group", help="The group: a number, or plenary.")]
