from __future__ import annotations

import re
from pathlib import Path

import pytest

from vaexercise.definitions import library
from vaexercise.model.exercise import Exercise
from vaexercise.model.plain import from_plain, to_plain
from vaexercise.model.question import Question
from vaexercise.model.rules import Rule, rule_of
from vaexercise.questions import kind_of

SHIPPED = library.files(library.shipped())
QUESTIONS_2012 = Path(__file__).parents[1] / "data" / "programme-2012-questions.txt"


def shipped(name: str) -> Exercise:
    return library.load(library.find(name, [library.shipped()]))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_exercise_is_whole_and_comes_back_from_the_record(path: Path) -> None:
    """Every shipped exercise loads without a problem, and the record gives it back as it was."""
    exercise = library.load(path)
    again = from_plain(Exercise, to_plain(exercise), {Question: kind_of, Rule: rule_of})
    assert to_plain(again) == to_plain(exercise)
    assert again == exercise


@pytest.mark.parametrize("path", [*SHIPPED, *(library.shipped() / "lists").glob("*.yaml")], ids=lambda path: path.stem)
def test_a_shipped_file_is_in_block_style(path: Path) -> None:
    """No brackets to get wrong: whoever adapts a file adds lines."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if re.search(r"(:|-) *[\[{]", line)] == []


def test_the_guiding_questions_of_2012_stand_word_for_word() -> None:
    """The eight questions of the programme of 22 May 2012 are asked as they were put to the participants."""
    asked = [
        q.prompt for name in ("va-coordination", "va-monitoring") for q in shipped(name).walk() if q.source == "seed"
    ]
    put = QUESTIONS_2012.read_text(encoding="utf-8").splitlines()
    assert len(put) == 8
    assert [prompt for prompt in dict.fromkeys(asked) if prompt in put] == put


def test_the_monitoring_exercise_has_its_times() -> None:
    """160 minutes, of which 60 of group work are planned to the minute, and 30 of feedback."""
    exercise = shipped("va-monitoring")
    (work,) = (step for step in exercise.agenda if step.kind == "group")
    assert exercise.minutes == 160
    assert sum(q.minutes for q in exercise.questions if q.id in work.questions) == work.minutes == 60
    assert exercise.groups.count == 3


def test_the_monitoring_exercise_has_its_frozen_codes() -> None:
    """Answers of past workshops are filed under these ids and codes: they never change."""
    assert {question.id: question.code for question in shipped("va-monitoring").walk()} == {
        "q-challenges-plenary": "P1",
        "q-challenges": "Q1",
        "q-actors": "Q2",
        "q-actors-missing": "Q2a",
        "q-measure": "Q3",
        "q-overcome": "Q4",
        "q-actions": "Q5",
        "q-priorities": "P2",
    }


def test_the_coordination_exercise_has_its_times() -> None:
    """90 minutes: presentation 15, five questions 45, feedback 15, close 15."""
    exercise = shipped("va-coordination")
    assert [step.minutes for step in exercise.agenda] == [15, 45, 15, 15]
    assert len(exercise.agenda[1].questions) == 5


def test_the_commitments_are_quoted_as_the_page_has_them() -> None:
    """Quotations are those of the page of 2012, and say so by their source."""
    quotes = {
        c.number: (c.quote, c.source)
        for name in ("va-coordination", "va-monitoring")
        for c in shipped(name).commitments
    }
    coordinate = (
        "establish inter-ministerial / inter-sectoral coordination mechanisms for the implementation, monitoring and "
        "evaluation of relevant national plans, policies and legal frameworks and to ensure that this focal entity "
        "has the authority and resources to carry out its task"
    )
    monitor = (
        "monitor and evaluate progress regarding victim assistance within broader national policies, plans and legal "
        "frameworks and to do this on an ongoing basis"
    )
    assert quotes == {"24": (coordinate, "seed"), "28": (monitor, "seed")}


def test_there_are_24_actors() -> None:
    """The list of who should be involved has 24 actors, each under a heading."""
    actors = library.lists_beside(library.shipped() / "va-monitoring.yaml")("actors-va") or ()
    assert len(actors) == len({actor.label for actor in actors}) == 24
    assert all(actor.group for actor in actors)
