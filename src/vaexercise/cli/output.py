"""Where a report goes: to the screen, or into files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from vaexercise.report.model import Report


def put(report: Report, files: Sequence[Path] | None, *, plain: bool, width: int | None) -> None:
    """Write a report into files; print it if none are named."""
    if files:
        write(report, files)
    else:
        show(report, plain=plain, width=width)


def show(report: Report, *, plain: bool, width: int | None) -> None:
    """Print a report: on a terminal with tables, else as lines."""
    from vaexercise.messages import speaking

    with speaking(report.language):
        _show(report, plain=plain, width=width)


def _show(report: Report, *, plain: bool, width: int | None) -> None:
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


def write_slides(report: Report, files: Iterable[Path]) -> None:
    """Write a report as slides for the projector into HTML files, and name them."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.report.slides.page import render
    from vaexercise.workshop.whole import write_file

    paths = [*files]
    if not paths or any(path.suffix.lower() != ".html" for path in paths):
        raise Refused(reason="Slides are one HTML file. Say which: plenary summary --slides --output slides.html")
    made = render(report).encode()
    for path in paths:
        write_file(path, made)
        say.result(str(path))
