"""Ways through a conversation that the shipped exercises do not have, and very long ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must
from stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

EXERCISE = """
schema: vaexercise/exercise/1
id: wells
version: "1.0"
language: en
title: Wells for Varsovia Bay
summary: A note and a choice among points in the middle.
groups:
  count: 2
agenda:
  - {id: work, kind: group, minutes: 60, title: Work, questions: [q-first, q-note, q-best, q-last]}
questions:
  - {id: q-first, code: Q1, kind: points, prompt: What keeps people away?}
  - {id: q-note, code: Q2, kind: note, prompt: Read the brief.}
  - {id: q-best, code: Q3, kind: one, prompt: Which matters most?, options_from: q-first}
  - {id: q-last, code: Q4, kind: points, prompt: What next?}
"""


@pytest.fixture
def wells(tmp_path: Path) -> Path:
    """A workshop whose exercise has a note, and a choice among points, in the middle."""
    (tmp_path / "wells.yaml").write_text(EXERCISE, encoding="utf-8")
    must("workshop", "new", tmp_path / "workshop", "--exercise", tmp_path / "wells.yaml")
    return tmp_path / "workshop"


def asked(stage: Stage) -> list[str]:
    """The codes of the questions, as they were asked."""
    heads = [line for line in stage.play().splitlines() if line.startswith("Group 1, question")]
    return [head.partition("(")[2].partition(")")[0] for head in heads]


def test_back_goes_over_what_takes_nothing(wells: Path) -> None:
    """A note is read on the way, and a choice among nothing is said; `:back` does not end up in them."""
    stage = Stage(wells, ">> :next\n>> :back\n>> :next\n>> :quit\n")
    assert asked(stage) == ["Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"]
    assert "Its options are the points of Q1, and there are none yet. Left open." in stage.shown


def test_a_choice_among_points_is_asked_once_there_are_some(wells: Path) -> None:
    """Then `:back` stops there, too; and a note is never among what is open."""
    stage = Stage(wells, ">> Steep paths\n>>\n>> 1\n>> :back\n>> :quit\n")
    assert asked(stage) == ["Q1", "Q2", "Q3", "Q4", "Q3"]
    assert "   G1-Q1-01 Steep paths" in stage.shown
    assert stage.shown[-1] == "Still open: Q4. The same command goes on there."


def test_hundreds_of_commands_in_each_other(workshop_with_groups: Path) -> None:
    """However often something else is edited instead, the first point is still asked for afterwards."""
    stage = Stage(workshop_with_groups, ">> one\n" + ">> :edit 1\n" * 400 + ">> two\n>> :list\n>> :quit\n")
    stage.play()
    assert "1. two  [G1-Q1-01]" in stage.shown


def test_hundreds_of_questions_in_a_row(workshop_with_groups: Path) -> None:
    """However often another question is gone to, the way back is as long as before."""
    stage = Stage(workshop_with_groups, ">> :jump Q2\n>> :jump Q1\n" * 300 + ">> one\n>> :quit\n")
    stage.play()
    assert "   saved as G1-Q1-01" in stage.shown
