"""`vaexercise plenary`: what the groups said, put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.report.model import Report

app = typer.Typer(help="Put together what the groups said.", no_args_is_help=True)


@app.callback()
def plenary() -> None:
    """Put together what the groups said."""


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
    width: WidthOption = 0,
) -> None:
    """Print the consolidated summary: every question, what each group said, with codes."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.report.build import build
    from vaexercise.workshop.summary import synthesis

    opened = open_workshop(workshop)
    found = synthesis(opened, opened.session(session))
    report = build(found, language=language or found.language)
    if not output:
        _show(report, plain=say.plain_wanted(plain), width=width)
        return
    from vaexercise.report import formats

    made = [(path, formats.renderer(path.suffix)(report)) for path in output]
    for path, text in made:
        _write(path, text)
        say.result(str(path))
