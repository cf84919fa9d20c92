"""The neutral report: its order, its sums, what it says of questions that were left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from invented_report import GROUPS, invented, point, put_together, response, responses, with_a_stray

from vaexercise.model.plenary import Line, Lines
from vaexercise.model.text import counted
from vaexercise.report.build import build
from vaexercise.report.model import Facts, Note, Paragraph, page_direction
from vaexercise.report.words import listed

if TYPE_CHECKING:
    from vaexercise.report.model import Report, Section


def section(report: Report, heading: str) -> Section:
    """The section with that heading."""
    return next(found for found in report.sections if found.heading == heading)


def test_the_main_sections_stand_in_the_order_of_the_day() -> None:
    """Sums, findings, headlines, then people, questions, actions, what is open, sources, and the key to the codes."""
    assert [found.heading for found in invented().sections if found.level == 2] == [
        "At a glance",
        "Key findings",
        "Headlines",
        "Who took part",
        "What the groups said",
        "Actions",
        "Not discussed",
        "Where the questions come from",
        "How to read the codes",
    ]


def test_a_glance_gives_the_sums() -> None:
    """People, groups, points and questions are counted; those that nobody answered are named."""
    facts = section(invented(), "At a glance").blocks[0]
    assert isinstance(facts, Facts)
    assert dict(facts.rows) == {
        "People": "8",
        "Working groups": "3",
        "Points": "11",
        "Questions answered": "5 of 6",
        "Answered by no group": "Q4",
    }


def test_counts_of_groups_come_before_counts_of_points_and_silences_are_told_apart() -> None:
    """Skipped, nothing to say, not discussed and not recorded are said in their own words, with the group."""
    said = {found.label: found.blocks[0] for found in invented().sections if found.label}
    assert said["Q1"] == Paragraph(
        text="2 of 3 groups answered. 5 points, 3 headlines. Group 3 skipped it.", language="en"
    )
    assert said["Q2"] == Paragraph(text="2 of 3 groups answered. Group 3 did not discuss it.", language="en")
    assert said["Q3"] == Paragraph(
        text="2 of 3 groups answered. 2 points, 1 headline. Group 2 had nothing to say.", language="en"
    )
    assert said["Q4"] == Paragraph(
        text="0 of 3 groups answered. Nothing is recorded from Group 1, Group 2 and Group 3.", language="en"
    )


def test_what_was_left_out_is_listed_by_who_left_it_out() -> None:
    """Each question that a group left out stands under the groups and the way in which they did."""
    found = {
        b.title: [line.code for line in b.lines]
        for b in section(invented(), "Not discussed").blocks
        if isinstance(b, Lines)
    }
    assert found == {
        "Skipped by Group 3": ["Q1"],
        "Nothing to say from Group 2": ["Q3"],
        "Nothing is recorded from Group 1, Group 2 and Group 3": ["Q4"],
        "Nothing is recorded from Group 2": ["Q5"],
        "Not discussed by Group 3": ["Q2"],
    }


def test_a_report_without_a_word_says_so() -> None:
    """Before anything is entered the report can be built, and lists every question as not recorded."""
    report = build(put_together([]))
    facts = section(report, "At a glance").blocks[0]
    assert isinstance(facts, Facts)
    assert dict(facts.rows)["Questions answered"] == "0 of 6"
    assert section(report, "Not discussed").blocks


def test_where_everybody_answered_the_report_says_that_nothing_is_open() -> None:
    """No empty heading: one sentence."""
    full = put_together(responses())
    answered = tuple(replace(q, skipped=(), nothing=(), not_discussed=(), unrecorded=()) for q in full.questions)
    blocks = section(build(replace(full, questions=answered)), "Not discussed").blocks
    assert blocks == (Paragraph(text="Every question was answered by everybody whom it was put to.", language="en"),)


@pytest.mark.parametrize(("language", "prompt"), [("fr", "Quelles sont"), ("en", "What are"), ("km", "What are")])
def test_prompts_are_in_the_language_asked_for_else_in_the_exercise_s_own(language: str, prompt: str) -> None:
    """Who reads French gets French questions, marked as French; who reads Khmer gets those of the exercise."""
    found = next(s for s in build(put_together(responses()), language=language).sections if s.label == "Q1")
    assert found.heading.startswith(prompt)
    assert found.language == ("fr" if prompt == "Quelles sont" else "en")


def test_a_point_that_no_question_shows_is_shown_at_the_end_and_said_loudly() -> None:
    """Points of a question that the exercise no longer has are neither lost nor hidden."""
    report = with_a_stray()
    note = section(report, "At a glance").blocks[-1]
    assert isinstance(note, Note)
    assert "12 points in, 11 shown" in note.text
    left = section(report, "Not shown under a question").blocks[0]
    assert left == Lines(
        title="In the groups’ words", lines=(Line(code="G1-Q9-01", text="Lost and found", language="en"),)
    )


def test_control_characters_of_a_foreign_record_do_not_reach_the_renderers() -> None:
    """Titles, prompts, points and the data for programs are clean, whoever wrote the record."""
    wicked = point("g1", "q-challenges", 1, {"text": "a\x1b[31mb\x07\u202ec"})
    found = build(put_together([response("g1", "q-challenges", wicked)]))
    assert "abc" in str(found)
    assert not {"\x1b", "\x07", "\u202e"} & set(str(found.sections) + str(found.data).replace("\\", ""))


def test_people_without_groups_and_groups_without_people_give_a_report() -> None:
    """A list without a draw has people and no bars; no list at all has no such section."""
    synthesis = put_together(responses())
    nobody = replace(synthesis, attendance=replace(synthesis.attendance, total=0, sizes={}, tables=()))
    assert "Who took part" not in [found.heading for found in build(nobody).sections]
    lone = replace(synthesis, groups=(), attendance=replace(synthesis.attendance, sizes={}))
    assert section(build(lone), "Who took part").blocks[0] == Paragraph(text="8 people took part.", language="en")
    assert len(GROUPS) == 3


def test_an_exercise_of_actions_only_has_no_heading_for_questions_and_the_other_way_round() -> None:
    """No main heading stands over nothing."""
    synthesis = put_together(responses())
    for consolidate, absent in (("register", "What the groups said"), ("list", "Actions")):
        same = tuple(replace(outcome, consolidate=consolidate) for outcome in synthesis.questions)
        assert absent not in [found.heading for found in build(replace(synthesis, questions=same)).sections]


def test_warnings_are_notes_above_everything_and_clean() -> None:
    """What a reader has to know first stands right under the title, in the data too, without escape sequences."""
    report = build(put_together([]), warnings=["1 line of the log is damaged.", "One \x1b[31mconflict\x1b[0m is open."])
    assert report.notes == (
        Note(text="1 line of the log is damaged.", language="en"),
        Note(text="One conflict is open.", language="en"),
    )
    assert report.data["warnings"] == ("1 line of the log is damaged.", "One conflict is open.")
    assert build(put_together([])).notes == ()


def test_numbers_and_lists_read_well() -> None:
    """One point, two points; one person, two people; a, b and c."""
    assert [counted(1, "point"), counted(2, "point"), counted(0, "person", "people")] == [
        "1 point",
        "2 points",
        "0 people",
    ]
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("language", "way"), [("ar", "rtl"), ("fa-AF", "rtl"), ("en", "ltr"), ("km", "ltr"), ("", "ltr")]
)
def test_a_page_runs_as_its_language_is_written(language: str, way: str) -> None:
    """Arabic, Dari and their like run from right to left."""
    assert page_direction(language) == way
