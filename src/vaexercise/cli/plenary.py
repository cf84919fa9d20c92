"""`vaexercise plenary`: what the groups said, put together."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import LanguageOption, PlainOption, SessionOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.report.model import Report

app = typer.Typer()


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


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all: beside it first, then in its place. Raises `NotSaved`."""
    from vaexercise.errors import NotSaved

    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise NotSaved(what=f"{path} was not written", reason=error.strerror) from error
