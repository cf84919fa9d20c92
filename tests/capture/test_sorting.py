"""Conversations in which points are sorted, as text files; see `sorting_stage.py` for how they are written."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from sorting_stage import FILES, SortingStage

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sorting_conversation(path: Path, made_once: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The program says exactly what the file says it does."""
    text = path.read_text(encoding="utf-8")
    shutil.copytree(made_once.with_name("with-groups"), tmp_path / "workshop")
    stage = SortingStage(tmp_path / "workshop", text)
    played = stage.play()
    if request.config.getoption("--write-conversations"):
        path.write_text(played, encoding="utf-8")
    assert not stage.script, "never asked for"
    assert played == text


def test_there_are_sorting_conversations() -> None:
    """At least fifteen of them are played."""
    assert len(FILES) >= 15
