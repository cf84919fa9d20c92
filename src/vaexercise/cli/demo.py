"""`vaexercise demo`: the whole day on the example, with the commands that a user would type."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

SEED = 2012
"""The year of the day that the example follows."""


def demo(
    folder: Annotated[Path, typer.Argument(help="A new folder for the example workshop.")] = Path("vaexercise-demo"),
) -> None:
    """Run a whole workshop with invented people, and show each command."""
    from vaexercise.cli import say
    from vaexercise.definitions import library

    example = library.shipped_examples() / "geneva-2012"
    say.result("A workshop from beginning to end. All people and states in it are invented.\n")
    for command in _day(folder, example):
        _run(command)
    say.result(f"\nThe workshop is in {folder}. Look around: vaexercise workshop status --workshop {folder}")
    for name in _outputs(folder):
        say.result(f"Written: {name}")


def _outputs(folder: Path) -> list[Path]:
    return [folder / "output" / f"summary.{ending}" for ending in ("html", "md", "json")]


def _day(folder: Path, example: Path) -> list[list[str]]:
    """The commands of the day, in their order."""
    here = ["--workshop", str(folder)]
    outputs = [word for path in _outputs(folder) for word in ("--output", str(path))]
    sheets = [example / "feedback" / f"{name}.yaml" for name in ("group-1", "group-2", "group-3", "plenary")]
    return [
        [
            *("workshop", "new", str(folder), "--exercise", "va-monitoring"),
            *("--title", "Parallel programme for victim assistance experts"),
            *("--dates", "22 May 2012", "--place", "Geneva"),
        ],
        ["participants", "import", str(example / "participants.csv"), *here],
        ["groups", "assign", "--groups", "3", "--seed", str(SEED), *here],
        *(["feedback", "import", str(sheet), *here] for sheet in sheets),
        ["feedback", "status", *here],
        ["plenary", "summary", *outputs, *here],
        ["plenary", "summary", *here],
    ]


def _run(words: list[str]) -> None:
    """Show a command and carry it out, as the command line would."""
    from vaexercise.cli import app, say

    say.result(f"$ vaexercise {shlex.join(words)}")
    app(words, prog_name="vaexercise", standalone_mode=False)
    say.result("")
