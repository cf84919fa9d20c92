"""`feedback transcribe` and `feedback compare`: a sheet of paper is typed in, and a second person looks at it."""

from __future__ import annotations

from pathlib import Path

from vaexercise.cli.feedback.noun import GroupOption, app
from vaexercise.cli.options import ByOption, LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption


@app.command()
def transcribe(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    by: ByOption = "",
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Type in a group's sheet of paper, along its codes. Each Enter is saved, marked as from paper."""
    from vaexercise.capture.consoles.console import console
    from vaexercise.capture.transcribing import SheetTalk, Transcribing
    from vaexercise.cli.feedback.entering import begin
    from vaexercise.cli.opening import open_workshop

    with console(plain=plain, width=width or 0) as terminal:
        opened = open_workshop(workshop, by=by, command="feedback transcribe")
        talk = begin(opened, session, group, terminal, language=language, by=by)
        Transcribing(SheetTalk(talk)).run()


@app.command()
def compare(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    by: ByOption = "",
    language: LanguageOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Compare with the paper, as a second person, what was typed in from it: Enter confirms, words correct."""
    from vaexercise.capture.comparing import Comparing
    from vaexercise.capture.consoles.console import console
    from vaexercise.cli.feedback.entering import begin
    from vaexercise.cli.opening import open_workshop

    with console(plain=plain, width=width or 0) as terminal:
        opened = open_workshop(workshop, by=by, command="feedback compare")
        Comparing(begin(opened, session, group, terminal, language=language, by=by), by).run()
