"""`plenary summary`: what the groups said, question by question."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption
from vaexercise.cli.plenary.levels import PublicOption, public_synthesis
from vaexercise.cli.plenary.noun import app


@app.command()
def summary(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write a file instead: .md, .html, .json or .txt; repeat for several."),
    ] = None,
    public: PublicOption = False,
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Print the consolidated summary: every question, and what each group said."""
    from vaexercise.cli.opening import concerns, open_workshop, say_language
    from vaexercise.cli.output import show, write
    from vaexercise.report.build import build
    from vaexercise.workshop.plenary.summary import synthesis

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    say_language(opened.exercise(chosen), language)
    found = public_synthesis(opened, chosen) if public else synthesis(opened, chosen)
    report = build(found, language=language or found.language, warnings=[] if public else concerns(opened))
    if output:
        write(report, output)
    else:
        show(report, plain=plain, width=width)
