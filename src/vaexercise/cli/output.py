"""Where a report goes: to the screen, or into files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vaexercise.report.model import Report


def show(report: Report, *, plain: bool, width: int | None) -> None:
    """Print a report: on a terminal with tables, else as lines."""
    from vaexercise.cli import say

    if say.plain_wanted(plain):
        from vaexercise.report.plain import render

        say.result(render(report, width=width) if width else render(report))
        return
    import os

    from rich.console import Console

    from vaexercise.report.terminal import show as show_tables

    show_tables(report, Console(width=width or None, no_color="NO_COLOR" in os.environ))


def write(report: Report, files: Iterable[Path]) -> None:
    """Write a report into files, each in the format of its ending, and name them. All formats are made first."""
    from vaexercise.cli import say
    from vaexercise.report import formats
    from vaexercise.workshop.whole import write_file

    made = [(path, formats.renderer(path.suffix)(report)) for path in files]
    for path, data in made:
        write_file(path, data)
        say.result(str(path))
