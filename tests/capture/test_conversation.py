"""Conversations with a rapporteur, as text files; see `stage.py` for how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stage import FILES, Stage, workshop_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path, made_once: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The program says exactly what the file says it does."""
    text = path.read_text(encoding="utf-8")
    stage = Stage(tmp_path / "workshop", text)
    workshop_for(stage.facts.get("exercise", ""), made_once, tmp_path)
    played = stage.play()
    if request.config.getoption("--write-conversations"):
        path.write_text(played, encoding="utf-8")
    assert not stage.script, "never asked for"
    assert played == text


def test_there_are_conversations() -> None:
    """At least forty-five of them are played."""
    assert len(FILES) >= 45
