from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vaexercise.definitions import library, schema, source
from vaexercise.definitions.codes import code_faults
from vaexercise.definitions.ids import LONGEST, id_faults
from vaexercise.definitions.timing import timing_faults
from vaexercise.errors import Problems
from vaexercise.model.exercise import Exercise, GroupPlan, ReportBack, Step
from vaexercise.questions import kind_named

if TYPE_CHECKING:
    from vaexercise.model.question import Question

GOOD = sorted((Path(__file__).parents[1] / "data" / "exercises" / "good").glob("*.yaml"))


def question(name: str, code: str = "", kind: str = "text", **keys: object) -> Question:
    return kind_named(kind)(id=name, prompt="?", code=code, **keys)  # type: ignore[arg-type]


def exercise(*questions: Question, **keys: object) -> Exercise:
    return Exercise(
        schema="vaexercise/exercise/1",
        id="yards",
        version="1",
        language="en",
        title="Yards",
        summary="Yards",
        questions=questions,
        **keys,  # type: ignore[arg-type]
    )


def free_codes(*questions: Question) -> list[tuple[str, object]]:
    """Where a code is wrong, and which one is free."""
    return [(".".join(map(str, fault.path)), fault.facts["free"]) for fault in code_faults(exercise(*questions))]


def settings_problems(sessions: str, title: str = "Yards", language: str = "en") -> list[str]:
    text = f"schema: vaexercise/workshop/1\ntitle: '{title}'\nlanguage: {language}\nsessions: {sessions}\n"
    with pytest.raises(Problems) as caught:
        schema.read_settings(source.load(text.encode(), "workshop.yaml"))
    return [f"{p.where}: {p.sentence.format_map(p.facts)}" for p in caught.value.problems]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_has_no_problem(path: Path) -> None:
    """Files with a BOM, with CR LF, in Arabic, with nested follow-ups, with words that look like numbers all load."""
    assert library.load(path).id == path.stem


def test_words_of_a_good_file_stay_as_written() -> None:
    """`no`, `12:30`, `1.10`, a date and an octal number reach the exercise as they were written."""
    (path,) = (path for path in GOOD if path.stem == "as-written")
    loaded = library.load(path)
    assert (loaded.version, loaded.language, loaded.title, loaded.summary) == ("1.10", "no", "12:30", "2026-11-23")
    form = loaded.questions[0].form()
    assert [item.id for item in form.blanks[0].choices] == ["yes", "no", "0x1F", "1_000", ".5", "on"]


def test_line_ends_and_folding_are_those_of_yaml() -> None:
    """CR LF or LF, BOM or none: the words of a file are the same."""
    by_name = {path.stem: library.load(path) for path in GOOD}
    assert by_name["bom"].questions == by_name["crlf"].questions
    assert by_name["crlf"].summary == "Who may use the yards,\nand when."
    assert by_name["crlf"].questions[0].prompt == "Who would use them, and what for?"


def test_free_codes_are_counted_on() -> None:
    """Each missing code gets one of its own, after the highest, for groups and plenary apart."""
    assert free_codes(
        question("a"),
        question("b", "Q7"),
        question("c"),
        question("d", per="plenary"),
        question("e", "P3", per="plenary"),
    ) == [("questions.0", "Q8"), ("questions.2", "Q9"), ("questions.3", "P4")]


def test_the_code_of_a_follow_up_follows_its_question() -> None:
    """A follow-up takes the code of its question and a letter, also where that code has still to be given."""
    inner = question("c", "", follow_up=(question("d"),))
    assert free_codes(
        question("a", "Q1", follow_up=(question("b", "Q1b"), inner)), question("e", follow_up=(inner,))
    ) == [
        ("questions.0.follow_up.1", "Q1c"),
        ("questions.0.follow_up.1.follow_up.0", "Q1ca"),
        ("questions.1", "Q2"),
        ("questions.1.follow_up.0", "Q2a"),
        ("questions.1.follow_up.0.follow_up.0", "Q2aa"),
    ]


@pytest.mark.parametrize("code", ["q1", "Q0", "Q01", "Q1 ", "1", "Q1a", "P1", "Q99999", "\x1b", "Q١"])
def test_a_malformed_code_is_told(code: str) -> None:
    """Only Q and a number without leading zeros is the code of a group question."""
    assert [path for path, _ in free_codes(question("a", code))] == ["questions.0.code"]


def test_a_question_that_asks_nothing_needs_no_code() -> None:
    """A note has no answers to file, so it may go without; if it has a code, the code is a right one."""
    assert free_codes(question("a", kind="note"), question("b", "Q1")) == []
    assert free_codes(question("a", "x", kind="note")) == [("questions.0.code", "Q1")]


def test_ids_up_to_the_limit() -> None:
    """An id may have so many characters and no more."""
    assert list(id_faults(exercise(question("q" * LONGEST)))) == []
    assert [fault.path for fault in id_faults(exercise(question("q" * (LONGEST + 1))))] == [("questions", 0, "id")]


def test_minutes_that_just_fit() -> None:
    """Questions and reports may fill their step to the minute; follow-ups count too."""
    asked = question("a", minutes=7, follow_up=(question("b", minutes=3),))
    for minutes, faults in ((10, []), (9, [("agenda", 0, "minutes")])):
        step = Step(id="work", kind="group", minutes=minutes, title="Work", questions=("a",))
        assert [fault.path for fault in timing_faults(exercise(asked, agenda=(step,)))] == faults


def test_reports_that_just_fit() -> None:
    """Several steps of report-back are taken together."""
    steps = tuple(Step(id=name, kind="report-back", minutes=10, title="Feedback") for name in ("one", "two"))
    for each, faults in ((5, []), (6, [("agenda", 0, "minutes")])):
        plan = ReportBack(minutes_per_group=each, discussion_minutes=5)
        planned = exercise(agenda=steps, groups=GroupPlan(count=3), report_back=plan)
        assert [fault.path for fault in timing_faults(planned)] == faults


def test_one_session_needs_no_code() -> None:
    """While there is one session only, its code may be left out."""
    text = b"schema: vaexercise/workshop/1\ntitle: Yards\nsessions: [{exercise: yards}]\n"
    assert schema.read_settings(source.load(text, "workshop.yaml")).sessions[0].code == ""


def test_sessions_are_told_apart() -> None:
    """Several sessions have codes S1, S2 …, and ids, each its own."""
    sessions = "[{exercise: a, code: S1}, {exercise: b, code: S1}, {exercise: a, code: s3}, {exercise: c}]"
    assert settings_problems(sessions) == [
        "sessions[2].code: S1 is the code of another session",
        "sessions[3].id: the id 'a' is used already; ids must differ",
        "sessions[3].code: a session's code is S1, S2 …, not 's3'",
        "sessions[4]: the key 'code' is missing; of several sessions each has one: S1, S2 …",
    ]


def test_settings_say_something() -> None:
    """A title of spaces and a language that is none are told."""
    assert settings_problems("[]", title=" ", language="English") == [
        "title: some words must stand here",
        "language: a language is a code such as en, fr or pt-BR, not 'English'",
    ]
