"""`plenary summary`: what the groups said, question by question."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import (
    LanguageOption,
    LargePrintOption,
    OutputOption,
    PaperOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)
from vaexercise.cli.plenary.levels import PublicOption, public_synthesis
from vaexercise.cli.plenary.noun import app


@app.command()
def summary(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    output: OutputOption = None,
    short: Annotated[bool, typer.Option("--short", help="Two pages to hand out before people leave.")] = False,
    slides: Annotated[bool, typer.Option("--slides", help="For the projector: one idea a screen, as .html.")] = False,
    public: PublicOption = False,
    language: LanguageOption = "",
    large_print: LargePrintOption = False,
    paper: PaperOption = "a4",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Print the consolidated summary: every question, and what each group said."""
    from dataclasses import replace

    from vaexercise.cli.opening import concerns, open_workshop, say_language, say_report_language
    from vaexercise.cli.output import put, write_slides
    from vaexercise.report.build import build
    from vaexercise.workshop.plenary.edition import edition
    from vaexercise.workshop.plenary.summary import synthesis

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    say_language(opened.exercise(chosen), language)
    wished = language or opened.settings.language
    say_report_language(wished, public=public)
    found = public_synthesis(opened, chosen) if public else synthesis(opened, chosen, wished)
    report = build(
        found,
        language=wished,
        warnings=[] if public else concerns(opened),
        edition=edition(opened, chosen, found, wished),
        handout=short,
    )
    report = replace(report, large_print=large_print, paper=paper)
    if slides:
        write_slides(report, output or ())
    else:
        put(report, output, plain=plain, width=width)
