"""JSON: the whole synthesis as data with a version."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from invented_pack import parts, printed
from invented_report import EXERCISE, invented, put_together, responses

from vaexercise.model.plenary import Grid
from vaexercise.plenary.report_back import Card, Cards
from vaexercise.report.build import build
from vaexercise.report.cards import build_cards
from vaexercise.report.formats import json as json_format
from vaexercise.report.formats.json import render
from vaexercise.report.paper import GroupSheet, build_sheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.report.model import Report


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
    starred = {block["title"]: [line["code"] for line in block["lines"]] for block in data["headlines"]}
    assert starred == {"Group 1": ["G1-Q1-01", "G1-Q1-03", "G1-Q3-01"], "Group 2": ["G2-Q1-01"]}
    assert asked["blocks"][0]["lines"][2] == {
        "code": "G1-Q1-03",
        "text": "Les données ne sont pas ventilées par sexe, âge et handicap",
        "language": "fr",
        "star": True,
        "beside": "",
    }


def test_a_program_tells_not_discussed_from_not_recorded() -> None:
    """What a group said that it left out, and what nobody wrote down, have keys of their own."""
    found = {question["code"]: question for question in json.loads(render(invented()))["questions"]}
    assert (found["Q2"]["not_discussed"], found["Q2"]["unrecorded"]) == (["g3"], [])
    assert (found["Q5"]["not_discussed"], found["Q5"]["unrecorded"]) == ([], ["g2"])


def test_a_long_table_is_whole_in_the_data() -> None:
    """What a hand-out sums up as others a program finds value by value."""
    rows = tuple((f"state {n}", "1") for n in range(20))
    synthesis = put_together([])
    table = Grid(title="State of the participants", columns=("State", "Total"), rows=rows)
    long = replace(synthesis, attendance=replace(synthesis.attendance, tables=(table,)))
    data = json.loads(render(build(long)))
    assert [row[0] for row in data["attendance"]["tables"][0]["rows"]] == [row[0] for row in rows]


@pytest.mark.parametrize(
    ("kind", "report"),
    [
        ("summary", invented),
        ("sheets", lambda: build_sheets(EXERCISE, [GroupSheet(group="g1", questions=())])),
        ("report-back", lambda: build_cards(Cards(cards=(Card(group="g1"),), order="", time=""))),
        ("pack", lambda: printed(parts()["badges"])),
    ],
)
def test_every_kind_of_report_names_its_schema_and_its_version(kind: str, report: Callable[[], Report]) -> None:
    """A program knows before anything else what it reads, and finds it described beside the renderer."""
    schema = json.loads(render(report()))["schema"]
    assert schema == f"vaexercise/{kind}/1"
    assert f"`{schema}`" in str(json_format.__doc__)
