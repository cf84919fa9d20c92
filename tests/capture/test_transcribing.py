"""Typing in a sheet of paper: what stands there gets exactly the code that stands beside it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_talk import entered, feedback, new_workshop, transcribe

from vaexercise.capture.paper_codes import PaperCodes
from vaexercise.errors import Refused, Unreadable
from vaexercise.model.session import Session
from vaexercise.questions.points import Kind as Points

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new workshop."""
    return new_workshop(tmp_path)


def test_the_sheet_is_followed_line_by_line(folder: Path) -> None:
    """Each prompt is the code on the sheet; an empty line leads to the next question."""
    script = transcribe(folder, "No budget", "No data", "", "yes", "no", "yes", "Roads", "")
    assert [line for line in script.said if line.startswith("Q1-")] == ["Q1-1> ", "Q1-2> ", "Q1-3> "]
    assert "Q2a-1> " in script.said
    said = entered(folder)
    assert (said["G2-Q1-01"], said["G2-Q1-02"], said["G2-Q2a-01"]) == ("No budget", "No data", "Roads")
    assert said["G2-Q2"] == "roads: yes; schools: no; wells: yes"


@pytest.mark.parametrize("code", ["G2-Q1-03", "Q1-3", "q1-03", "1-3", "G2 - Q1 – 3", "g2-q1-3.", "Q1-٣", "1-3)"])
def test_a_code_before_the_words_says_which_number_they_get(folder: Path, code: str) -> None:
    """However the code is written, the point gets the one on the sheet, though numbers before it were left empty."""
    transcribe(folder, "First", f"{code} Third", "Fourth")
    assert entered(folder) == {"G2-Q1-01": "First", "G2-Q1-03": "Third", "G2-Q1-04": "Fourth"}


def test_a_number_left_out_can_still_be_given_and_stands_at_its_place(folder: Path) -> None:
    """What is found later on the sheet comes between the others."""
    script = transcribe(folder, "First", "Q1-3 Third", "Q1-2 Second", ":list")
    assert list(entered(folder)) == ["G2-Q1-01", "G2-Q1-02", "G2-Q1-03"]
    assert "2. Second (from paper)  [G2-Q1-02]" in script.said


def test_the_words_may_follow_on_the_next_line(folder: Path) -> None:
    """Code, text, code, text; no text leaves the number empty, and a command is a command."""
    transcribe(folder, "G2-Q1-02", "Second", "Q1-4", "", "Q1-5", "3-5 years late", "Q1-6", ":quit", "never asked")
    assert entered(folder) == {"G2-Q1-02": "Second", "G2-Q1-05": "3-5 years late"}


def test_how_to_leave_a_line_out_is_said_where_points_are_asked_for(folder: Path) -> None:
    """In one line, with the codes of the next lines of that question."""
    script = transcribe(folder, "First", "", ":back", ":quit")
    said = [line for line in script.said if "empty on paper" in line]
    assert said[0] == "Line 2 empty on paper? Type Q1-3 and the words of line 3."
    assert said[-1] == "Line 3 empty on paper? Type Q1-4 and the words of line 4."
    assert not any("Q2-" in line for line in said)


def test_a_code_alone_leads_to_its_line(folder: Path) -> None:
    """The prompt is that line's; another code there is a code, and one that is taken is refused."""
    script = transcribe(
        folder, "Q1-3", "Third", "Q1-5", "Q1-6 Sixth", "Q1-3", "Seventh", "Q3-2", "Meet", "the ministry"
    )
    assert {"Q1-3> ", "Q1-5> ", "Q3-2 What> "} <= set(script.said)
    assert entered(folder) == {
        "G2-Q1-03": "Third",
        "G2-Q1-06": "Sixth",
        "G2-Q1-07": "Seventh",
        "G2-Q3-02": "What: Meet; Who: the ministry",
    }
    assert "G2-Q1-03 is in the record already: Third. :edit 3 changes it. Nothing was entered." in script.said


def test_all_that_was_said_to_a_question_is_ticked_at_once(folder: Path) -> None:
    """As the sheet says it is typed in: of points and of an answer."""
    transcribe(folder, "First", "Second", ":agree all divided", "", "yes", ":agree all majority", ":quit")
    said = feedback(folder)
    asked = {question.code: question for question in said.workshop.exercise(said.session).walk()}
    assert [p.agreement for p in said.points()] == ["divided", "divided"]
    assert [entry.agreement for entry in said.response(asked["Q2"], "g2").entries] == ["majority"]


def test_words_go_to_any_question_in_any_order(folder: Path) -> None:
    """A code of another question goes there and on from there."""
    script = transcribe(folder, "Q3-2 Meet", "the ministry", "Q1-1 No data", "Q2-3 yes", ":quit")
    said = entered(folder)
    assert said["G2-Q3-02"] == "What: Meet; Who: the ministry"
    assert (said["G2-Q1-01"], said["G2-Q2"]) == ("No data", "wells: yes")
    assert "Q3-3 What> " in script.said


def test_a_code_in_the_middle_of_an_action_leaves_the_rest_of_it_open(folder: Path) -> None:
    """The line is not taken for who does it."""
    transcribe(folder, "Q3-1 Meet", "Q3-2 Write", "the ministry", "Q1-1 No data")
    assert entered(folder) == {
        "G2-Q1-01": "No data",
        "G2-Q3-01": "What: Meet",
        "G2-Q3-02": "What: Write; Who: the ministry",
    }


def test_a_choice_after_its_code_is_read_as_a_choice(folder: Path) -> None:
    """The first blank of a point may be one to choose; what does not fit is asked for again under the same number."""
    script = transcribe(folder, "Q6-2 1", "3", "4", "Q6-5 99", "2", "1", "1", "")
    assert entered(folder)["G2-Q6-02"] == "Item: roads; X: 3; Y: 4"
    assert entered(folder)["G2-Q6-05"].startswith("Item: wells")
    assert script.said.count("Q6-5 Item> ") == 1


def test_a_number_that_was_not_used_is_forgotten(folder: Path) -> None:
    """A command or an empty line after what did not fit: the next words get the next number."""
    script = transcribe(folder, "Q6-5 99", ":list", "2", "1", "1", "Q6-7 99", "", "Q6-8 1")
    assert list(entered(folder)) == ["G2-Q6-01", "G2-Q6-08"]
    assert "Q6-5 Item> " in script.said


def test_items_are_ticked_by_number_and_in_bulk(folder: Path) -> None:
    """`1-2 no` is a range of items and no code, and `1-2` a range of choices."""
    transcribe(folder, ":jump Q2", "1-2 no", "Q2-2 partly", "", "", "", "1-2", ":quit")
    assert entered(folder) == {"G2-Q2": "roads: no; schools: partly", "G2-Q4": "north, south"}


def test_a_follow_up_that_was_not_asked_is_typed_in_all_the_same(folder: Path) -> None:
    """What stands on paper counts, though the answer before it did not call for it."""
    transcribe(folder, "Q2a-1 The mayor", "The teachers", "", ":quit")
    assert entered(folder) == {"G2-Q2a-01": "The mayor", "G2-Q2a-02": "The teachers"}


def test_a_question_without_options_yet_is_no_trap(folder: Path) -> None:
    """Its options are points that nobody has typed in: that is said, and the conversation goes on."""
    script = transcribe(folder, "Q5-1 words", ":jump Q1", "No data", "Q5-1 1", ":quit")
    assert "G2-Q5-1 cannot be filled in yet. Nothing was entered." in script.said
    assert entered(folder) == {"G2-Q1-01": "No data", "G2-Q5": "G2-Q1-01 No data"}


@pytest.mark.parametrize(
    ("line", "reply"),
    {
        "G1-Q1-02 words": "G1-Q1-02 is no code of this sheet. Its questions are Q1, Q2, Q2a, Q3, Q4, Q5, Q6.",
        "Q9-2 words": "Q9-2 is no code of this sheet. Its questions are Q1, Q2, Q2a, Q3, Q4, Q5, Q6.",
        "Q1-0 words": "Codes begin with 1.",
        "Q2-4 yes": "The numbers of Q2 are 1 to 3.",
        "Q1-1 words": "G2-Q1-01 is in the record already: First. :edit 1 changes it.",
        "Q1-2 words": "G2-Q1-02 cannot be given: no code is given twice.",
    }.items(),
)
def test_a_code_that_cannot_be_is_no_point(folder: Path, line: str, reply: str) -> None:
    """Another group's sheet, a question that there is not, a number that is taken: said, and nothing entered."""
    script = transcribe(folder, "First", "Second", ":delete 2", line, ":quit")
    assert f"{reply} Nothing was entered." in script.said
    assert entered(folder) == {"G2-Q1-01": "First"}


def test_private_words_are_not_repeated(folder: Path) -> None:
    """That its number is taken is said, and not what it says."""
    script = transcribe(folder, "A testimony", ":private 1 asked for", "Q1-1 again")
    assert "G2-Q1-01 is in the record already. :edit 1 changes it. Nothing was entered." in script.said


@pytest.mark.parametrize("words", ["COVID-19 stopped it", "3-years plan", "24-7 help", "::3-2 colon", "e-mail", "-5"])
def test_words_that_only_look_like_a_code_are_words(folder: Path, words: str) -> None:
    """A point is what was written, unless it begins with a code of the sheet."""
    transcribe(folder, words)
    assert list(entered(folder).values()) == [words.removeprefix(":")]


def test_everything_is_marked_as_from_paper(folder: Path) -> None:
    """Points and answers, so that a second person can compare them."""
    transcribe(folder, "No data", "", "yes", ":quit")
    said = feedback(folder)
    exercise = said.workshop.exercise(said.session)
    assert {entry.via for q in exercise.walk() for entry in said.response(q, "g2").entries} == {"paper"}


def test_boxes_of_an_empty_question_are_typed_as_commands(folder: Path) -> None:
    """Skipped, nothing to say and not discussed are typed as everywhere."""
    transcribe(folder, ":skip", ":nothing", ":not-discussed")
    said = feedback(folder)
    states = [said.response(q, "g2").state for q in said.workshop.exercise(said.session).walk()]
    assert states[:2] == ["skipped", "nothing"]
    assert "not-discussed" in states


def test_a_number_is_never_given_twice(folder: Path) -> None:
    """Not to a new point either that comes with it."""
    said = feedback(folder)
    question = said.workshop.exercise(said.session).questions[0]
    said.add_points(question, "g2", [{"text": "two"}, {"text": "three"}], number=2)
    assert list(entered(folder)) == ["G2-Q1-02", "G2-Q1-03"]
    for number in (1, 2, 3, 0, -1):
        with pytest.raises(Refused, match="was given before"):
            said.add_points(question, "g2", [{"text": "one"}, {"text": "two"}], number=number)
    assert len(entered(folder)) == 2


@settings(deadline=None)
@given(st.text(max_size=30), st.booleans())
def test_any_line_is_a_code_or_words_or_refused(line: str, bare: bool) -> None:  # noqa: FBT001  drawn by Hypothesis
    """Reading a line never fails otherwise, and a code has a number and a question of the sheet."""
    questions = [Points(id="q", code="Q1", prompt="What?")]
    codes = PaperCodes(Session("s", "s", "S2"), "g2", questions)
    with suppress(Unreadable):
        found = codes.read(line, bare=bare)
        assert found is None or (found.question is questions[0] and 0 <= found.number <= 999)


def test_codes_of_several_sessions_are_told_apart() -> None:
    """The sheet of another session is another sheet."""
    questions = [Points(id="q", code="Q1", prompt="What?")]
    codes = PaperCodes(Session("s", "s", "S2"), "g2", questions)
    for code in ("S2-G2-Q1-03", "G2-Q1-03", "Q1-3"):
        found = codes.read(f"{code} words", bare=False)
        assert found is not None
        assert (found.number, found.words) == (3, "words")
    with pytest.raises(Unreadable, match="S1-G2-Q1-03 is no code"):
        codes.read("S1-G2-Q1-03 words", bare=False)
