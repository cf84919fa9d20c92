"""What a group reports in plenary, and how long that takes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.model.exercise import ReportBack
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.headlines import Headlines, Hoped, headlines
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

PACE = ReportBack().words_per_minute


def starred(folder: Path, *texts: str) -> Feedback:
    workshop = Workshop(folder)
    said = Feedback(workshop, workshop.sessions[0])
    question = workshop.exercise(said.session).asked("group")[0]
    for point in said.add_points(question, "g1", [{"text": text} for text in texts]):
        said.star(point)
    return said


def test_words_and_minutes_at_the_pace_of_the_exercise(workshop_with_groups: Path) -> None:
    """As many words as are said in two minutes take two minutes."""
    said = starred(workshop_with_groups, " ".join(["word"] * PACE), " ".join(["word"] * PACE))
    found = headlines(said, "g1")
    assert (found.words, found.seconds, found.allowed) == (2 * PACE, 120, 5)
    assert found.sentence == f"2 headlines, {2 * PACE} words: about 2 minutes; you have 5 minutes."
    assert headlines(said, "g2").points == ()


def test_too_much_is_said(workshop_with_groups: Path) -> None:
    """A group that needs more time than it has is told to leave something out."""
    found = headlines(starred(workshop_with_groups, " ".join(["word"] * PACE * 6)), "g1")
    assert found.sentence.endswith("about 6 minutes; you have only 5 minutes: leave something out.")


def test_without_a_plan_nothing_is_allowed_or_forbidden() -> None:
    """Then only the length is said."""
    assert Headlines((), 1, 1, 0, ()).sentence.startswith("No headlines yet.")


def test_how_many_are_hoped_for(workshop_with_groups: Path) -> None:
    """Per question that hopes for any: how many there are, and when there are too many."""
    found = headlines(starred(workshop_with_groups, "One", "Two", "Three", "Four"), "g1")
    assert found.hoped == (Hoped("Q1", 3, 4), Hoped("Q4", 3, 0))
    assert list(map(str, found.hoped)) == ["Q1: 4 headlines, 3 hoped for", "Q4: 0 of 3 headlines"]


def test_a_private_headline_is_pointed_out(workshop_with_groups: Path) -> None:
    """It counts, and the command shows no words of it."""
    said = starred(workshop_with_groups, "Nobody may hear this", "Everybody may")
    said.mark(said.points()[0], "private", {"reason": "a name"})
    assert headlines(said, "g1").lines()[-1] == "Private, so think twice before saying it in plenary: G1-Q1-01."
    shown = must("feedback", "headlines", "--group", "1", "--workshop", workshop_with_groups).out
    assert "  G1-Q1-01  (private)\n  G1-Q1-02  Everybody may\n" in shown
    data = must("feedback", "headlines", "--json", "--workshop", workshop_with_groups).out
    assert "Nobody may hear this" not in shown + data


@pytest.mark.parametrize("group", ["1", "2", "3", "plenary"])
def test_the_command_shows_what_is_starred(workshop: Path, group: str) -> None:
    """In the order of the questions, each with its code, and the sentence under them; the same as data."""
    [found] = json.loads(must("feedback", "headlines", "--group", group, "--json", "--workshop", workshop).out)
    shown = must("feedback", "headlines", "--group", group, "--workshop", workshop).out
    places = [shown.index(point["code"]) for point in found["points"]]
    assert places == sorted(places)
    assert f"{len(places)} headlines, {found['words']} words: " in shown
