"""Sheets written and read back: every kind, every format, whatever people wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheet_kit import EVERY_KIND, FORMATS, HOSTILE, QUESTIONS, Room, filled, group_of, half_filled, room, say

from vaexercise.capture.sheets import SheetReader, Wanted, read_document
from vaexercise.capture.sheets.formats import format_named
from vaexercise.capture.sheets.pages import Page, Section
from vaexercise.model.feedback import Answer, Point, Response
from vaexercise.model.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vaexercise.capture.sheets.model import Entry
    from vaexercise.model.form import Values
    from vaexercise.model.question import Question

MARKS = st.fixed_dictionaries(
    {},
    optional={
        "language": st.just("fr"),
        "private": HOSTILE.map(clean_line).filter(lambda words: words.casefold() not in ("", "no", "false")),
        "agreement": st.sampled_from(["agreed", "majority", "divided"]),
        "gloss": HOSTILE.map(clean_line),
        "parked": HOSTILE.map(clean_line).filter(lambda words: words.casefold() not in ("", "no", "false")),
    },
)
_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
SLOW = settings(deadline=None, max_examples=25, suppress_health_check=_SLOW)


def section(question: Question, rows: Sequence[Values], marks: dict[str, Any], space: int = 0) -> Section:
    """What was said to a question, as it stands in a sheet."""
    group, form = group_of(question), question.form()
    code = f"{'PL' if group == 'plenary' else 'G2'}-{question.code}"
    response = Response(group=group, question=question.id, state="answered", code=code)
    about: dict[str, Any] = {"group": group, "question": question.id}
    if form.repeats:
        points = tuple(
            Point(id=f"p{n}", code=f"{code}-{n:02}", place=n, values=row, star=n == 1, **about, **marks)
            for n, row in enumerate(rows, start=1)
        )
        response = Response(group=group, question=question.id, state="answered", code=code, points=points)
    elif rows:
        answer = Answer(code=code, values=rows[0], **about, **marks)
        response = Response(group=group, question=question.id, state="answered", code=code, answer=answer)
    return Section(question=question, form=form, code=code, response=response, room=space)


def read_back(ending: str, *sections: Section) -> list[Entry]:
    """The entries that come back from a file with these questions, which say something."""
    group = sections[0].response.group
    made = format_named(ending).write([Page(group=group, language="en", sections=sections, by="= Amara: #1 \\")])
    document = read_document(made, f"sheet.{ending}", format_named(ending))
    [sheet] = SheetReader(EVERY_KIND, 3, lambda _question: ()).read(document)
    assert sheet.group == group
    return [entry for entry in sheet.entries if entry.rows or entry.state]


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
@SLOW
@given(data=st.data())
def test_whatever_was_filled_in_comes_back(ending: str, question: Question, data: st.DataObject) -> None:
    """Every value, every mark and every code of every kind is the same after writing and reading."""
    most = 3 if question.form().repeats else 1
    rows = data.draw(st.lists(filled(question.form()).filter(bool), min_size=1, max_size=most))
    marks = data.draw(MARKS)
    marks = {name: words for name, words in marks.items() if words}
    if any(blank.name in marks for blank in question.form().blanks):
        marks = {}
    [entry] = read_back(ending, section(question, rows, marks, space=2))
    assert list(entry.rows) == rows
    for place, found in enumerate(entry.marks, start=1):
        assert {name: getattr(found, name) for name in marks} == marks
        assert found.star is (question.form().repeats and place == 1)
        assert found.code == (f"g2-{question.code}-{place:02}".lower() if question.form().repeats else "")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
@SLOW
@given(data=st.data())
def test_whatever_was_half_filled_comes_back(ending: str, question: Question, data: st.DataObject) -> None:
    """What a terminal takes, a file takes: any blank may be empty, but for the first of a point."""
    form = question.form()
    first = form.blanks[0].name if form.repeats else ""
    one = half_filled(form).filter(lambda values: values and (not first or first in values))
    rows = data.draw(st.lists(one, min_size=1, max_size=2 if form.repeats else 1))
    [entry] = read_back(ending, section(question, rows, {}, space=2))
    assert list(entry.rows) == rows


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("state", ["skipped", "nothing", "not-discussed"])
def test_a_state_comes_back(ending: str, state: str) -> None:
    """The three kinds of empty stay three, for points and for answers."""
    found = [section(question, [], {}) for question in QUESTIONS[:2]]
    for one in found:
        object.__setattr__(one.response, "state", state)
    assert [(entry.state, entry.rows) for entry in read_back(ending, *found)] == [(state, ())] * 2


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_private_for_no_reason_stays_private(ending: str) -> None:
    """A reason that is only the word no does not open what is private when it comes back."""
    [entry] = read_back(ending, section(QUESTIONS[0], [{"text": "One"}], {"private": "No"}))
    assert entry.marks[0].private == "yes"


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("group", ["g2", "plenary", ""])
def test_an_empty_sheet_says_nothing(ending: str, group: str, empty_room: Room) -> None:
    """A template, for a group or for any, is read without a problem and adds nothing."""
    made = empty_room.written(ending, group, Wanted(filled=False, room=True))
    assert all(taken.is_nothing for taken in empty_room.take(made, ending, group=group or "g1"))
    assert [empty_room.said(key) for key in ("g1", "g2", "plenary")] == [{}, {}, {}]


@pytest.mark.parametrize("ending", FORMATS)
def test_what_a_group_said_comes_into_another_workshop_once(ending: str, full_room: Room, empty_room: Room) -> None:
    """Points, answers, states and marks are the same there; and the same file again adds nothing."""
    made = full_room.written(ending)
    [taken] = empty_room.take(made, ending)
    assert empty_room.said() == full_room.said()
    assert taken.added == len([p for p in full_room.feedback.points() if p.group == "g2"])
    [again] = empty_room.take(made, ending)
    assert (again.added, again.changed, again.answers, again.states, again.since, again.gone) == (0, 0, 0, 0, 0, 0)
    assert again.known == taken.added + taken.answers + taken.states
    assert empty_room.said() == full_room.said()


HALF: dict[str, list[Values]] = {
    "q-yes-no": [{"answer": "no", "evidence": "A law"}],
    "q-number": [{"source": "A list"}],
    "q-checklist": [{"1. elders": "yes"}],
    "q-free": [{"row": "Safety"}],
    "q-fixed": [{"pumps.text": "Old"}],
    "q-actions": [{"what": "Mend"}, {"what": "Paint", "by": "2027"}],
    "q-story": [{"story": "It sank."}],
    "q-map": [{"item": "ramps"}, {"item": "pumps", "y": 5}],
    "q-priority": [{"voters": 3}],
}


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("group", ["g2", "plenary"])
def test_what_was_half_entered_is_known_when_its_sheet_comes_back(group: str, ending: str, empty_room: Room) -> None:
    """What people left empty at a terminal is no problem of the file, here or in another workshop, and stays empty."""
    by_id = {question.id: question for question in QUESTIONS}
    for name, rows in HALF.items():
        say(empty_room.feedback, by_id[name], rows)
    before = empty_room.said(group)
    made = empty_room.written(ending, group)
    [taken] = empty_room.take(made, ending)
    assert taken.known == sum(map(len, before.values()))
    assert (taken.added, taken.answers, taken.changed, taken.since) == (0, 0, 0, 0)
    assert taken.notices
    assert empty_room.said(group) == before


EXAMPLES: dict[str, list[Values]] = {
    "q-points": [{"text": "=1+1", "kind": "money", "example": "- a"}, {"text": "Zu spät"}],
    "q-text": [{"text": "First line\n\n# Third line"}],
    "q-one": [{"answer": "harbour, office"}],
    "q-many": [{"answer": ("men; boys", "own words, with a comma")}],
    "q-rating": [{"answer": "cannot-say"}],
    "q-ranking": [{"answer": ("signs", "ramps", "pumps, pipes")}],
    "q-yes-no": [{"answer": "yes", "evidence": "Seen\nin May"}],
    "q-number": [{"value": "-1.50", "estimate": "yes", "source": "A list"}],
    "q-checklist": [{"women: all": "yes", "star": "no", "other": "Fishers: yes\nDivers: no"}],
    "q-free": [{"row": "Safety", "split": ("other; see text",), "cost": 12, "language": "Bahari"}, {"row": "Two"}],
    "q-fixed": [{"ramps.state": "good", "ramps.text": "New", "pumps.state": "bad"}],
    "q-actions": [{"what": "Mend", "who": "All", "by": "2027"}],
    "q-story": [{"title": "Ferry", "story": "It sank.", "consent": "no"}],
    "q-tree": [{"text": "Root"}, {"text": "Branch", "under": "1"}],
    "q-map": [{"item": "ramps", "x": 1, "y": 5}, {"item": "Own", "x": 2, "y": 2}],
    "q-confirm": [{"answer": "yes"}],
}


@pytest.fixture
def empty_room(new_workshop: Callable[..., Path]) -> Room:
    """A workshop in which nothing was said."""
    return room(new_workshop("va-monitoring"))


@pytest.fixture
def full_room(workshop_with_groups: Path) -> Room:
    """A workshop in which Group 2 said something to a question of every kind."""
    made = room(workshop_with_groups)
    by_id = {question.id: question for question in QUESTIONS}
    for name, rows in EXAMPLES.items():
        say(made.feedback, by_id[name], rows, "" if name == "q-free" else "fr")
    made.feedback.set_state(by_id["q-more"], "g2", "not-discussed")
    point, _ = made.feedback.response(by_id["q-points"], "g2").points
    made.feedback.star(point)
    made.feedback.mark(point, "private", {"reason": "Names a person"})
    made.feedback.mark(point, "gloss", {"text": "One plus one"})
    answer = made.feedback.response(by_id["q-text"], "g2").answer
    assert answer
    made.feedback.mark(answer, "agree", {"agreement": "divided"})
    made.feedback.mark(answer, "park", {"reason": "Later"})
    return made
