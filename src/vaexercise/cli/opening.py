"""Opens the workshop that a command is about, and says what the person should know about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from vaexercise.cli import say

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.workshop.workshop import Workshop


def open_workshop(folder: Path, *, by: str = "", command: str = "") -> Workshop:
    """The workshop at `folder` or above it; `command` is what is being done, for its history."""
    from vaexercise.model.text import counted
    from vaexercise.workshop.workshop import Workshop

    workshop = Workshop(folder, by=by, command=command)
    for notice in workshop.notices:
        say.note(notice)
    if workshop.log.damage:
        lines = counted(len(workshop.log.damage), "line of the log is", "lines of the log are")
        say.note(f"{lines} damaged; all others are used. Where: vaexercise workshop check")
    return workshop


def hint(workshop: Workshop, command: str) -> str:
    """A command to type next, with the workshop's folder if one would have to name it."""
    import shlex
    from pathlib import Path

    inside = Path.cwd().is_relative_to(workshop.folder)
    where = "" if inside else f" --workshop {shlex.quote(_short(workshop.folder))}"
    return f"vaexercise {command}{where}"


def _short(folder: Path) -> str:
    from pathlib import Path

    here = Path.cwd()
    return str(folder.relative_to(here)) if folder.is_relative_to(here) else str(folder)


def read_file(path: Path) -> bytes:
    """The bytes of a file named on the command line; `-` is standard input. Raises `NoSuchFile`."""
    from vaexercise.errors import NoSuchFile

    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise NoSuchFile(path=path, reason=error.strerror) from error
