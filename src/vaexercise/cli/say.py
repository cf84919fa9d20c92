"""Everything that is printed outside a conversation: results on stdout, what is said about them on stderr."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def plain_wanted(asked: bool) -> bool:
    """Whether to print lines only: asked for, set, a dumb terminal, or no terminal."""
    return (
        asked or bool(os.environ.get("VAEXERCISE_PLAIN")) or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    )


def result(text: str) -> None:
    """Print what the command is for."""
    print(text)


def note(text: str) -> None:
    """Say something about it."""
    print(text, file=sys.stderr)


def data(value: Any) -> None:  # noqa: ANN401  anything that JSON can hold
    """Print for programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, plain: bool, title: str = "") -> None:
    """A table on a terminal; else each row as `Label: value` lines, with an empty line between rows."""
    if plain_wanted(plain):
        if title:
            result(title)
        for row in rows:
            filled = [f"{column}: {cell}" for column, cell in zip(columns, row, strict=True) if cell]
            result("\n".join(filled) + "\n")
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(title=Text(title, style="bold") if title else None, title_justify="left", box=SIMPLE_HEAD)
    for column in columns:
        shown.add_column(Text(column), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    Console(no_color="NO_COLOR" in os.environ).print(shown)
