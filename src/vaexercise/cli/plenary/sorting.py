"""`plenary sort`: the conversation in which points are put together into themes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vaexercise.cli.options import (
    ByOption,
    LanguageOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)
from vaexercise.cli.plenary.noun import app


@app.command()
def sort(
    question: Annotated[str, typer.Option("--question", help="Only this question, such as Q1; unsaid, all.")] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Put points that say the same together, under titles. Each answer is saved; start again to go on."""
    from vaexercise.capture.consoles.console import console
    from vaexercise.capture.sorting.conversation import SortingConversation
    from vaexercise.cli.opening import open_workshop, say_language
    from vaexercise.workshop.plenary.naming_themes import named_question

    with console(plain=plain, width=width or 0) as terminal:
        opened = open_workshop(workshop, by=by, command="plenary sort")
        chosen = opened.session(session)
        only = named_question(opened, chosen, question) if question else None
        say_language(opened.exercise(chosen), language)
        SortingConversation(opened, chosen, terminal, only=only, language=language).run()
