"""JSON: the whole synthesis as data with a version."""

from __future__ import annotations

import json

from invented_report import invented, responses

from vaexercise.report.formats.json import render


def test_the_data_names_its_version_and_adds_up() -> None:
    """The schema is said, and points of questions, of groups and in all are the same sum."""
    data = json.loads(render(invented()))
    assert data["schema"] == "vaexercise/summary/1"
    points = sum(len(response.points) for response in responses())
    assert data["totals"]["points"] == data["totals"]["points_shown"] == points
    assert sum(data["totals"]["by_group"].values()) == points
    assert sum(question["points"] for question in data["questions"]) == points


def test_a_program_finds_each_point_with_code_language_and_star() -> None:
    """A line carries all that a program needs to work on with it."""
    data = json.loads(render(invented()))
    asked = next(question for question in data["questions"] if question["code"] == "Q1")
    assert asked["prompt"]["fr"].startswith("Quelles")
    assert asked["skipped"] == ["g3"]
    assert asked["blocks"][0]["lines"][2] == {
        "code": "G1-Q1-03",
        "text": "Les données ne sont pas ventilées par sexe, âge et handicap",
        "language": "fr",
        "star": True,
    }
