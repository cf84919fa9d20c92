"""`vaexercise demo`: the whole day on the example, with the commands that a user would type."""

from __future__ import annotations

import shlex
import shutil
import sys
from itertools import count
from pathlib import Path

from vaexercise.cli import command_line, say
from vaexercise.definitions import library

SEED = 2012
"""The year of the day that the example follows."""


def run(name: str) -> None:
    """Carry out the day in a new folder of that name, and say where it is."""
    folder = Path(name) if name else _free()
    example = library.shipped_examples() / "geneva-2012"
    say.result("A workshop from beginning to end. All people and states in it are invented.\n")
    for command in _day(folder, example):
        _carry_out(command)
    look = shlex.join([_program(), "workshop", "status", "--workshop", str(folder)])
    say.result(f"\nThe workshop is in {folder}. Look around: {look}")
    for path in _outputs(folder):
        say.result(f"Written: {path}")


def _free() -> Path:
    """A folder that is not there yet: what somebody tried in an earlier one stays."""
    return next(f for n in count(1) if not (f := Path("vaexercise-demo" + (f"-{n}" if n > 1 else ""))).exists())


def _program() -> str:
    """How the program was started, for somebody whose shell does not find it by its name."""
    return "vaexercise" if shutil.which("vaexercise") or not sys.argv[0].endswith("vaexercise") else sys.argv[0]


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


def _carry_out(words: list[str]) -> None:
    """Show a command and carry it out, as the command line would."""
    say.result(f"$ vaexercise {shlex.join(words)}")
    command_line(words)(words, prog_name="vaexercise", standalone_mode=False)
    say.result("")
