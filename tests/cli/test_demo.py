"""`vaexercise demo`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from conftest import must, vaexercise

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DAY = [
    "workshop new",
    "participants import",
    "groups assign",
    *["feedback import"] * 4,
    "feedback status",
    *["plenary summary"] * 2,
]


def commands(shown: str) -> list[list[str]]:
    lines = [line.removeprefix("$ vaexercise ") for line in shown.splitlines() if line.startswith("$ vaexercise ")]
    return list(map(shlex.split, lines))


def test_the_demo_shows_every_command_with_what_it_says(tmp_path: Path) -> None:
    """The day in its order, each command with its output, and the summary on the screen."""
    done = must("demo", tmp_path / "day")
    assert [" ".join(words[:2]) for words in commands(done.out)] == DAY
    for said in ("48 added", "3 groups of 16, 16, 16 people", "Group 3:", "points added", "Group: Plenary"):
        assert said in done.out
    assert must("plenary", "summary", "--workshop", tmp_path / "day").out in done.out


def test_the_demo_names_files_that_are_there(tmp_path: Path) -> None:
    """Each file that it says is written is, and the command it ends with works."""
    shown = must("demo", tmp_path / "day").out
    written = [line.removeprefix("Written: ") for line in shown.splitlines() if line.startswith("Written: ")]
    there = [str(path) for path in (tmp_path / "day" / "output").iterdir()]
    assert sorted(written) == sorted(there)
    assert len(written) == 3
    assert f"vaexercise workshop status --workshop {tmp_path / 'day'}" in shown
    assert "Participants: 48" in must("workshop", "status", "--workshop", tmp_path / "day").out


def test_typing_the_commands_makes_the_same_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands are real: typed one by one, in a folder elsewhere, they give the same summary."""
    for name in ("demo", "typed"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "demo")
    shown = must("demo").out
    monkeypatch.chdir(tmp_path / "typed")
    for words in commands(shown):
        last = must(*words).out
    assert last.strip()
    assert last in shown


def test_the_demo_takes_no_folder_that_is_in_use(tmp_path: Path) -> None:
    """Exit code 2 at the first command, and what was there is untouched."""
    (tmp_path / "notes.txt").write_text("mine")
    done = vaexercise("demo", tmp_path)
    assert (done.code, "exists and is not empty" in done.err) == (2, True)
    assert len(commands(done.out)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
