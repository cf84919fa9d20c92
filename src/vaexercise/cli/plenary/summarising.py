"""`plenary summary`: what the groups said, question by question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.workshop.workshop import Workshop


@app.command()
def summary(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write a file instead: .md, .html, .json or .txt; repeat for several."),
    ] = None,
    public: Annotated[
        bool,
        typer.Option(
            "--public/--internal", help="What may leave the room, as privacy.attribution in workshop.yaml says."
        ),
    ] = False,
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Print the consolidated summary: every question, and what each group said."""
    from vaexercise.cli.opening import concerns, open_workshop, say_language
    from vaexercise.cli.plenary.output import show, write
    from vaexercise.report.build import build
    from vaexercise.workshop.plenary.summary import synthesis

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    say_language(opened.exercise(chosen), language)
    found = _public(opened, chosen) if public else synthesis(opened, chosen)
    report = build(found, language=language or found.language, warnings=[] if public else concerns(opened))
    if output:
        write(report, output)
    else:
        show(report, plain=plain, width=width)


def _public(opened: Workshop, session: Session) -> Synthesis:
    """What may leave the room; what is not as it should be is said beside it, never in it."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import concerns
    from vaexercise.workshop.plenary.publishing import publish

    for sentence in concerns(opened):
        say.note(sentence)
    found = publish(opened, session)
    say.note(f"Level {found.level}. Before it leaves the room: vaexercise plenary identifiers, and read it.")
    return found.synthesis
