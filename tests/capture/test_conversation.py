"""Conversations with a rapporteur, as text files; see `stage.py` for how they are written."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from stage import Stage, workshop_of

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[1] / "data"
FILES = sorted((DATA / "conversations").glob("*.txt"))


@pytest.fixture(scope="session")
def folders(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives a workshop of its own for each exercise that a conversation is about."""
    made = {"": made_once.with_name("with-groups")}

    def give(exercise: str) -> Path:
        if exercise not in made:
            file = DATA / "exercises" / "good" / f"{exercise}.yaml"
            made[exercise] = workshop_of(file, tmp_path_factory.mktemp("stage") / exercise)
        return Path(shutil.copytree(made[exercise], tmp_path_factory.mktemp("play") / "workshop"))

    return give


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path, folders: Callable[[str], Path], request: pytest.FixtureRequest) -> None:
    """The program says exactly what the file says it does."""
    text = path.read_text(encoding="utf-8")
    stage = Stage(Path(), text)
    stage.folder = folders(stage.facts.get("exercise", ""))
    played = stage.play()
    if request.config.getoption("--write-conversations"):
        path.write_text(played, encoding="utf-8")
    assert not stage.script, "never asked for"
    assert played == text


def test_there_are_conversations() -> None:
    """At least forty of them are played."""
    assert len(FILES) >= 1
