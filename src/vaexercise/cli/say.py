"""Everything that is printed outside a conversation: results on stdout, what is said about them on stderr."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from vaexercise.errors import NotSaved
from vaexercise.model.steering import CONTROLS, harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STEERING_JSON = {code: f"\\u{code:04x}" for code in CONTROLS}
"""Those that JSON escapes by itself never meet this; the others are the same text, escaped."""


def plain_wanted(asked: bool) -> bool:
    """Whether to print lines only: asked for (an option, or its variable), a dumb terminal, or no terminal."""
    return asked or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()


def result(text: str) -> None:
    """Print what the command is for. Raises `NotSaved` if the system does not take it."""
    with _written():
        print(harmless(text))


def lines(text: str, width: int | None = None) -> None:
    """Print lines to read, none longer than `width`; unsaid, than a terminal is wide, and in a pipe as they are."""
    from vaexercise.model.wrapping import terminal_width, wrapped

    columns = width or (terminal_width() if sys.stdout.isatty() else 0)
    result(wrapped(harmless(text), columns) if columns else text)


def note(text: str) -> None:
    """Say something about it."""
    print(harmless(text), file=sys.stderr)


def data(value: Any) -> None:  # noqa: ANN401  anything that JSON can hold
    """Print for programs. Raises `NotSaved` as `result` does."""
    with _written():
        print(json.dumps(value, ensure_ascii=False, indent=2).translate(_STEERING_JSON))


def flush() -> None:
    """Give the system what was printed. Raises `NotSaved` as `result` does."""
    with _written():
        sys.stdout.flush()


@contextmanager
def _written() -> Iterator[None]:
    """A full disk behind stdout is no fault of the program; a closed pipe is no error at all."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotSaved(what="the output was not written in full", reason=error.strerror) from error


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    plain: bool,
    title: str = "",
    width: int | None = None,
) -> None:
    """A table on a terminal; else each row as `Label: value` lines, with an empty line between rows.

    It is `width` characters wide at most; unsaid, as wide as the terminal.
    """
    if plain_wanted(plain):
        if title:
            lines(title, width)
        for row in rows:
            filled = [f"{column}: {cell}" for column, cell in zip(columns, row, strict=True) if cell]
            lines("\n".join(filled) + "\n", width)
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(title=Text(harmless(title), style="bold") if title else None, title_justify="left", box=SIMPLE_HEAD)
    for column in columns:
        shown.add_column(Text(column), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(harmless(cell)) for cell in row))
    Console(no_color="NO_COLOR" in os.environ, width=width).print(shown)
