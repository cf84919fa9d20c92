"""A second person compares with the paper: Enter confirms, other words correct; nobody confirms what they typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sheet_talk import compare, entered, feedback, new_workshop, transcribe

from vaexercise.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.feedback import Point
    from vaexercise.workshop.answers.feedback import Feedback


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop in which Rosa typed in two points, a checklist and an action of group 2."""
    made = new_workshop(tmp_path)
    transcribe(made, "No budget", "No data", "", "yes", "no", "Q3-1 Meet", "the ministry")
    return made


def confirmed(folder: Path) -> dict[str, str]:
    """Who compared each entry."""
    said = feedback(folder)
    questions = said.workshop.exercise(said.session).walk()
    return {entry.code: entry.confirmed for q in questions for entry in said.response(q, "g2").entries}


def point(said: Feedback, code: str) -> Point:
    """The point with that code."""
    return next(p for p in said.points() if p.code == code)


def test_enter_confirms_what_stands_so_on_paper(folder: Path) -> None:
    """Each entry is shown with its code and words, in the order of the sheet."""
    script = compare(folder, "", "", "", "")
    assert set(confirmed(folder).values()) == {"Bo"}
    said = "\n".join(line for line in script.said if "The group is" not in line)
    assert "G2-Q1-01: No budget\nG2-Q1-01> \nG2-Q1-02: No data" in said
    assert "G2-Q2\n  1. roads: yes\n  2. schools: no\n  3. wells: (empty)\nG2-Q2> " in said
    assert "Group 2: 4 of 4 entries from paper confirmed." in script.said


def test_what_else_the_sheet_carries_is_told(folder: Path) -> None:
    """The star, how far the group agrees, and the language, also where there is none; an answer has no star."""
    said = feedback(folder)
    first = point(said, "G2-Q1-01")
    said.star(first)
    said.mark(first, "agree", {"agreement": "divided"})
    said.change_point(first, {"text": "Pas de budget"}, "fr")
    script = compare(folder, "", "", "", "")
    told = [line.strip() for line in script.said if "The group is" in line]
    assert told[:2] == [
        "Headline: yes. The group is: divided. Language: fr.",
        "Headline: no. The group is: not said. Language: en.",
    ]
    assert "The group is: not said. Language: en." in told


def test_other_words_correct_and_confirm(folder: Path) -> None:
    """The point keeps its code and is still from paper."""
    compare(folder, "No budget line", ":quit")
    assert entered(folder)["G2-Q1-01"] == "No budget line"
    assert confirmed(folder)["G2-Q1-01"] == "Bo"
    said = feedback(folder)
    assert {point.via for point in said.points()} == {"paper"}


def test_of_several_blanks_the_number_says_which_is_corrected(folder: Path) -> None:
    """What was corrected is shown, and Enter confirms the whole; an answer and a row of a table alike."""
    script = compare(folder, "", "", "3 partly", "", "2 the ministry of health", "")
    assert entered(folder)["G2-Q2"] == "roads: yes; schools: no; wells: partly"
    assert entered(folder)["G2-Q3-01"] == "What: Meet; Who: the ministry of health"
    assert set(confirmed(folder).values()) == {"Bo"}
    assert script.said.count("  3. wells: partly") == 1


@pytest.mark.parametrize("line", ["partly", "9 partly", "0 partly", "3", "3 perhaps", ":list", ":nothing", ":quit!"])
def test_what_cannot_be_read_changes_nothing(folder: Path, line: str) -> None:
    """It is said what can be typed, and the same entry is asked about again."""
    before = entered(folder)
    script = compare(folder, ":skip", ":skip", line, ":quit")
    assert script.said.count("G2-Q2> ") == 2
    assert "Nothing was" in script.text
    assert entered(folder) == before
    assert set(confirmed(folder).values()) == {""}


def test_what_is_left_can_be_confirmed_later(folder: Path) -> None:
    """Skipping and leaving lose nothing, and what is confirmed is not shown again."""
    script = compare(folder, "", ":skip", ":quit")
    assert "Group 2: 1 of 4 entries from paper confirmed." in script.said
    assert compare(folder).said[3] == "G2-Q1-02: No data"


def test_a_later_change_wants_a_new_look(folder: Path) -> None:
    """What is confirmed are the words, not the point."""
    compare(folder, "", "", "", "")
    said = feedback(folder, by="Rosa")
    said.change_point(point(said, "G2-Q1-01"), {"text": "No budget at all"})
    assert confirmed(folder)["G2-Q1-01"] == ""
    assert "G2-Q1-01: No budget at all" in compare(folder, "").said


@pytest.mark.parametrize("name", ["Rosa", "rosa", " ROSA "])
def test_nobody_compares_what_they_typed_in(folder: Path, name: str) -> None:
    """However the name is written."""
    with pytest.raises(Refused, match="somebody else"):
        compare(folder, "", by=name)
    assert set(confirmed(folder).values()) == {""}


def test_of_two_typists_each_compares_what_the_other_typed_in(folder: Path) -> None:
    """The rest is counted, for somebody else."""
    transcribe(folder, "Q1-3 No maps", by="Bo")
    script = compare(folder, "", "", "", "")
    assert "G2-Q1-03> " not in script.said
    assert "Group 2: 4 of 5 entries from paper confirmed." in script.said
    assert "Typed in by Bo, for somebody else to compare: 1." in script.said
    assert compare(folder, "", by="Rosa").said[-2] == "Group 2: 5 of 5 entries from paper confirmed."


@pytest.mark.parametrize("name", ["", "  ", "\x1b[0m"])
def test_without_a_name_nobody_compares(folder: Path, name: str) -> None:
    """A confirmation says who confirmed."""
    with pytest.raises(Refused, match="--by NAME"):
        compare(folder, "", by=name)


def test_what_was_typed_at_the_terminal_is_not_compared(folder: Path) -> None:
    """There is no paper to compare it with."""
    said = feedback(folder)
    said.add_points(said.workshop.exercise(said.session).questions[0], "g2", [{"text": "Spoken"}])
    assert "Spoken" not in compare(folder, "", "", "", "").text


def test_a_group_without_paper_says_so(tmp_path: Path) -> None:
    """Nothing is asked."""
    assert compare(new_workshop(tmp_path)).said == ["Group 2: nothing was typed in from paper."]


def test_private_words_are_shown_and_taken_off_the_screen(folder: Path) -> None:
    """They can be compared, and do not stay."""
    said = feedback(folder)
    said.mark(point(said, "G2-Q1-01"), "private", {"reason": "a testimony"})
    script = compare(folder, "", "", ":quit")
    assert "G2-Q1-01: No budget" in script.said
    assert script.forgotten == 1


def test_two_versions_are_settled_before_they_are_compared(folder: Path) -> None:
    """Nobody could say which of them was confirmed."""
    one, other = feedback(folder, by="A"), feedback(folder, by="B")
    there = point(one, "G2-Q1-01")
    one.change_point(there, {"text": "One"})
    other.change_point(there, {"text": "Other"})
    script = compare(folder, ":quit")
    assert "G2-Q1-02: No data" in script.said
    assert "One" not in script.text
    assert "Two versions, to be settled first: " in script.text
