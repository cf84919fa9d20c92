"""`plenary summary`: what the groups said, question by question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.report.model import Report


@app.command()
def summary(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write a file instead: .md, .html, .json or .txt; repeat for several."),
    ] = None,
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Print the consolidated summary: every question, what each group said, with codes."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import concerns, open_workshop, say_language
    from vaexercise.report.build import build
    from vaexercise.workshop.summary import synthesis

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    say_language(opened.exercise(chosen), language)
    found = synthesis(opened, chosen)
    report = build(found, language=language or found.language, warnings=concerns(opened))
    if not output:
        _show(report, plain=say.plain_wanted(plain), width=width)
        return
    from vaexercise.report import formats
    from vaexercise.workshop.whole import write_file

    made = [(path, formats.renderer(path.suffix)(report)) for path in output]
    for path, text in made:
        write_file(path, text.encode())
        say.result(str(path))


def _show(report: Report, *, plain: bool, width: int | None) -> None:
    from vaexercise.cli import say

    if plain:
        from vaexercise.report.plain import render

        say.result(render(report, width=width) if width else render(report))
        return
    import os

    from rich.console import Console

    from vaexercise.report.terminal import show

    show(report, Console(width=width or None, no_color="NO_COLOR" in os.environ))
