"""Several versions of a point, and which of them is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from stage import Stage

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.fixture
def apart(workshop_with_groups: Path) -> Callable[[Sequence[str]], Path]:
    """Makes a point that several people changed at once; an empty text is a deletion."""

    def change(texts: Sequence[str]) -> Path:
        workshop = Workshop(workshop_with_groups)
        said = Feedback(workshop, workshop.session())
        question = next(q for q in workshop.exercise(workshop.session()).walk() if q.code == "Q1")
        [point] = said.add_points(question, "g1", [{"text": "No budget"}])
        slot = f"point/{said.session.id}/{point.id}"
        before = tuple(head.id for head in workshop.fold.heads(slot))
        body = workshop.fold.body(slot)
        for text in texts:
            changed = {**body, "values": {"text": text}} if text else {}
            workshop.record([(slot, changed)], replacing={slot: before})
        return workshop_with_groups

    return change


@pytest.mark.parametrize("turn", range(6))
@pytest.mark.parametrize(
    "texts", [["one", "two"], ["one", "", "two"], ["one", "one", "two"], ["", "one", "", "two", "one", "three"]]
)
def test_the_version_that_is_kept_is_the_one_that_was_shown(
    texts: list[str], turn: int, apart: Callable[[Sequence[str]], Path]
) -> None:
    """Deletions and versions that are alike are not shown, and are not counted; in whatever order the ids put them."""
    stage = Stage(apart(texts), ">> :keep 1 2\n>> :list\n>> :quit\n")
    stage.seed = turn
    shown = stage.play()
    versions = {n: text for text, n in re.findall(r"1\. (\w+)  \[G1-Q1-01 \(version (\d) of", shown)}
    assert set(versions.values()) == set(filter(None, texts))
    assert f"Kept: 1. {versions['2']}  [G1-Q1-01]" in shown
    assert "(version" not in shown.partition("Kept:")[2]


def test_a_version_that_nobody_means_is_answered(apart: Callable[[Sequence[str]], Path]) -> None:
    """None, one too many, and a number of thousands of digits."""
    stage = Stage(apart(["one", "two"]), f">> :keep 1 0\n>> :keep 1 3\n>> :keep 1 {'9' * 5000}\n>> :quit\n")
    shown = stage.play()
    assert shown.count("G1-Q1-01 has 2 versions: say :keep 1 and 1 to 2.") == 2
    assert "G1-Q1-01 has several versions." in shown
