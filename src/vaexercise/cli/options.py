"""Options that several commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

WorkshopOption = Annotated[
    Path,
    typer.Option(
        "--workshop", envvar="VAEXERCISE_WORKSHOP", help="The workshop's folder; unsaid, this folder or one above."
    ),
]
PlainOption = Annotated[
    bool,
    typer.Option("--plain", envvar="VAEXERCISE_PLAIN", help="Lines only: for screen readers and pipes."),
]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=20, help="Longest line, in characters; 40 for braille.")
]
PrivateOption = Annotated[bool, typer.Option("--private", help="Show the words of what is private, too.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The same data for programs.")]
LanguageOption = Annotated[str, typer.Option("--language", help="Language of the questions, for example fr.")]
ByOption = Annotated[str, typer.Option("--by", help="Name of the person who types.")]
SessionOption = Annotated[
    str, typer.Option("--session", "--exercise", help="Which session, by its id or its exercise; needed if several.")
]
OutputOption = Annotated[
    list[Path] | None,
    typer.Option("--output", "-o", help="Write a file instead, in the format of its ending; repeat for several."),
]
PaperOption = Annotated[Literal["a4", "letter"], typer.Option("--paper", help="Size of the paper.")]
LargePrintOption = Annotated[bool, typer.Option("--large-print", help="Letters of 18 points and more.")]
