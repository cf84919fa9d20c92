"""A file put together with what is there: item by item, and nothing is ever emptied by it."""

from __future__ import annotations

import io
import shutil
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sheet_kit import FORMATS, QUESTIONS, Room, room

from vaexercise.capture.sheets import Wanted
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.capture.sheets import Taken
    from vaexercise.model.form import Values

BY_ID = {question.id: question for question in QUESTIONS}
CHECKLIST = {"women: all": "yes", "star": "no", "1. elders": "partly", "other": "Divers: no"}
ACTION = {"what": "Mend", "who": "Ana", "by": "2027"}


@pytest.fixture
def here(new_workshop: Callable[..., Path]) -> Room:
    """A room in which Group 2 has filled in a checklist and an action at the terminal."""
    made = room(new_workshop("va-monitoring"))
    made.feedback.set_answer(BY_ID["q-checklist"], "g2", CHECKLIST, language="fr")
    made.feedback.add_points(BY_ID["q-actions"], "g2", [ACTION])
    return made


def by_hand(room_: Room) -> Feedback:
    """The workshop as the next person at a terminal has it."""
    opened = Workshop(room_.feedback.workshop.folder, command="feedback enter")
    room_.feedback = Feedback(opened, opened.session())
    return room_.feedback


def values(room_: Room, question: str) -> list[Values]:
    return [said[0] for said in room_.said().get(question, [])]


def take(room_: Room, answers: str) -> Taken:
    """What comes of a YAML sheet of Group 2 with these answers."""
    [taken] = room_.take(f"group: 2\nanswers:\n  {answers}\n", "yaml")
    return taken


def size(room_: Room) -> int:
    return len(room_.fresh().workshop.fold.revisions)


def elsewhere(room_: Room) -> Room:
    """The same workshop on another laptop."""
    folder = room_.feedback.workshop.folder
    return room(Path(shutil.copytree(folder, folder.with_name("elsewhere"))))


def test_a_partly_filled_checklist_leaves_the_other_items(here: Room) -> None:
    """What stays empty in a file says nothing: one item is changed, one filled in, and all others stay."""
    taken = take(here, 'q-checklist: {"women: all": "no", star: , "1. elders": "", "=engineers": "yes", other: " "}')
    assert (taken.answers, taken.items, taken.rewritten, taken.known, taken.since) == (1, 1, 1, 0, 0)
    assert taken.changes == ["G2-Q10 women: all: yes becomes no"]
    assert values(here, "q-checklist") == [{**CHECKLIST, "women: all": "no", "=engineers": "yes"}]
    assert here.said()["q-checklist"][0][1] == "fr"


def one_word(ending: str, made: bytes) -> bytes:
    """An empty sheet in which somebody has filled in one item of the checklist."""
    if ending == "xlsx":
        return _in_a_spreadsheet(made)
    before, word = {
        "csv": (b"2,Q10,,'=engineers,'=engineers,", b"partly"),
        "jsonl": (b'"=engineers": "', b"partly"),
        "yaml": (b'"=engineers":', b" partly"),
        "md": (b"\\=engineers: ", b"partly"),
    }[ending]
    assert made.count(before) == 1
    return made.replace(before, before + word)


def _in_a_spreadsheet(made: bytes) -> bytes:
    book = import_module("python_calamine").CalamineWorkbook.from_filelike(io.BytesIO(made))
    rows = book.get_sheet_by_index(0).to_python()
    item, text = rows[0].index("item"), rows[0].index("text")
    [row] = [row for row in rows if row[item] == "=engineers"]
    row[text] = "partly"
    file = io.BytesIO()
    again = import_module("xlsxwriter").Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    sheet = again.add_worksheet()
    for number, cells in enumerate(rows):
        sheet.write_row(number, 0, cells)
    again.close()
    return file.getvalue()


@pytest.mark.parametrize("ending", FORMATS)
def test_a_template_with_one_item_filled_in_takes_nothing_away(ending: str, here: Room) -> None:
    """In every format: all that was entered before is still there, and the sheet says so once."""
    data = one_word(ending, here.written(ending, wanted=Wanted(filled=False, room=True)))
    [taken] = here.take(data, ending)
    assert (taken.answers, taken.items, taken.rewritten, taken.changes) == (1, 1, 0, [])
    assert values(here, "q-checklist") == [{**CHECKLIST, "=engineers": "partly"}]
    assert values(here, "q-actions") == [ACTION]
    before = size(here)
    assert [(again.answers, again.known) for again in here.take(data, ending)] == [(0, 1)]
    assert size(here) == before


def test_an_item_that_a_person_changed_since_is_kept_and_the_others_are_taken(here: Room) -> None:
    """Item by item: the file's old word does not come back, its new word does."""
    sheet = 'q-checklist: {"women: all": "no", star: "yes"}'
    take(here, sheet)
    by_hand(here).set_answer(BY_ID["q-checklist"], "g2", {**CHECKLIST, "women: all": "partly", "star": "yes"})
    taken = take(here, sheet.replace('star: "yes"', 'star: partly, "=engineers": "no"'))
    assert (taken.answers, taken.items, taken.rewritten, taken.since) == (1, 1, 1, 1)
    expected = {**CHECKLIST, "women: all": "partly", "star": "partly", "=engineers": "no"}
    assert values(here, "q-checklist") == [expected]


def test_an_item_that_a_person_emptied_since_stays_empty(here: Room) -> None:
    """Also if that left nothing of the answer."""
    sheet = "q-checklist: {star: no}"
    by_hand(here).set_answer(BY_ID["q-checklist"], "g2", {"women: all": "yes"})
    assert (take(here, sheet).since, values(here, "q-checklist")) == (1, [{"women: all": "yes"}])
    by_hand(here).set_answer(BY_ID["q-checklist"], "g2", {})
    assert (take(here, sheet).since, values(here, "q-checklist")) == (1, [])
    by_hand(here).set_answer(BY_ID["q-confirm"], "g2", {"answer": "no"})
    by_hand(here).set_answer(BY_ID["q-confirm"], "g2", {})
    taken = take(here, "q-confirm: no")
    assert (taken.since, taken.notices) == (1, [])


def test_an_item_that_a_file_changed_can_be_changed_back_although_people_changed_others(here: Room) -> None:
    """Who changed an item last is asked of that item, not of the answer."""
    take(here, "q-checklist: {star: yes}")
    now = values(here, "q-checklist")[0]
    by_hand(here).set_answer(BY_ID["q-checklist"], "g2", {**now, "women: all": "partly"})
    taken = take(here, "q-checklist: {star: no}")
    assert (taken.rewritten, taken.since) == (1, 0)
    assert values(here, "q-checklist") == [{**CHECKLIST, "women: all": "partly"}]


def test_a_line_with_a_code_changes_only_what_it_has(here: Room) -> None:
    """A point keeps its other items; its first blank may stay empty, as the code says which it is."""
    taken = take(here, "q-actions: [{code: G2-Q13-01, what: , who: Bo, indicator: A list}]")
    assert (taken.changed, taken.added) == (1, 0)
    assert taken.changes == ["G2-Q13-01 who: Ana becomes Bo", "G2-Q13-01 indicator: A list, where nothing stood"]
    assert values(here, "q-actions") == [{**ACTION, "who": "Bo", "indicator": "A list"}]
    assert take(here, "q-actions: [{code: G2-Q13-01, who: Bo}]").known == 1
    assert take(here, "q-actions: [{code: G2-Q13-01, who: Ana, by: '2028'}]").since == 1
    assert values(here, "q-actions") == [{**ACTION, "who": "Bo", "by": "2028", "indicator": "A list"}]


def test_a_line_that_was_half_filled_is_not_added_again_when_it_is_whole(here: Room) -> None:
    """A sheet that grew, without codes: more about the same words is filled in, less is known, other is new."""
    take(here, "q-actions: [{what: Paint}]")
    taken = take(here, "q-actions: [{what: Paint, who: Cy}, {what: Mend, who: Ana}, {what: Mend, who: Di}]")
    assert (taken.added, taken.changed, taken.known) == (1, 1, 1)
    taken = take(here, "q-actions: [{what: Paint}]")
    assert (taken.added, taken.known, taken.since) == (0, 1, 0)
    assert values(here, "q-actions") == [ACTION, {"what": "Paint", "who": "Cy"}, {"what": "Mend", "who": "Di"}]


def test_two_lines_that_begin_alike_stay_two(here: Room) -> None:
    """Both could go on with the one there is: the first does, and nothing is put into it twice."""
    take(here, "q-actions: [{what: Paint}]")
    taken = take(here, "q-actions: [{what: Paint, who: Cy}, {what: Paint, who: Di}]")
    assert (taken.added, taken.changed) == (1, 1)
    assert values(here, "q-actions")[1:] == [{"what": "Paint", "who": "Cy"}, {"what": "Paint", "who": "Di"}]


def test_what_is_still_empty_is_a_notice(here: Room) -> None:
    """A half-filled entry comes in, and is said: when it is new, when it is known, and not once it is whole."""
    half = take(here, "q-actions: [{what: Paint}]")
    assert (half.added, half.notices) == (1, ["G2-Q13-02: “Who” is still empty."])
    assert take(here, "q-actions: [{what: Paint}]").notices == half.notices
    assert take(here, "q-actions: [{code: G2-Q13-02, who: Cy}]").notices == []
    assert take(here, "q-story: {title: Ferry, consent: no}").notices == ["G2-Q14: “Story” is still empty."]
    assert take(here, "q-story: {story: It sank.}").notices == []


def test_evidence_for_what_is_no_longer_said_stays_and_is_told(here: Room) -> None:
    """As at the terminal: another answer does not take away the words beside it."""
    take(here, "q-yes-no: {answer: yes, evidence: A law}")
    taken = take(here, "q-yes-no: {answer: no}")
    sentence = "G2-Q8: “How do we know?” is filled in, but is asked only if answer is yes or partly."
    assert taken.notices == [sentence]
    assert take(here, "q-yes-no: {evidence: Another law}").notices == [sentence]
    assert values(here, "q-yes-no") == [{"answer": "no", "evidence": "Another law"}]


def test_marks_alone_are_put_beside_what_is_there(here: Room) -> None:
    """An answer is marked although the file repeats nothing of it; where nothing is filled in, that is said."""
    taken = take(here, "q-checklist: {agreement: divided}")
    assert (taken.changed, taken.answers, here.said()["q-checklist"][0][4]) == (1, 0, "divided")
    taken = take(here, "q-fixed: {agreement: divided}")
    assert taken.notices == ["G2-Q12: nothing is filled in, so its marks were left out."]
    assert "q-fixed" not in here.said()


def test_private_words_are_not_told(here: Room) -> None:
    """That something changes is said, and neither the old words nor the new."""
    said = by_hand(here)
    [point] = said.response(BY_ID["q-actions"], "g2").points
    said.mark(point, "private", {"reason": "Names a person"})
    changes = take(here, "q-actions: [{code: G2-Q13-01, who: Zerbinetta}]").changes
    assert changes == ["G2-Q13-01 who: changes; it is private"]


def test_long_words_are_told_in_short(here: Room) -> None:
    """One line, of which the beginning is enough."""
    [told] = take(here, f'q-checklist: {{other: "{"x" * 100_000}"}}').changes
    assert told.startswith("G2-Q10 other: Divers: no becomes xxx")
    assert len(told) < 150


def test_versions_are_not_settled_by_a_file_that_does_not_speak_of_them(here: Room) -> None:
    """Two people said different things: a file that says neither leaves both, and how to settle it is said."""
    there = elsewhere(here)
    by_hand(there).set_answer(BY_ID["q-checklist"], "g2", {**CHECKLIST, "star": "partly"})
    by_hand(here).set_answer(BY_ID["q-checklist"], "g2", {**CHECKLIST, "star": "yes", "=engineers": "no"})
    take_in(here.feedback.workshop, there.feedback.workshop.folder)
    before = size(here)
    taken = take(here, 'q-checklist: {"women: all": "no"}')
    assert (taken.answers, taken.since, size(here)) == (0, 1, before)
    assert "feedback settle G2-Q10 --keep NUMBER" in taken.notices[0]
    assert "(star)" in taken.notices[0]
    taken = take(here, 'q-checklist: {"women: all": "no", star: partly}')
    assert (taken.answers, taken.rewritten, taken.notices) == (1, 2, [])
    assert here.feedback.workshop.fold.conflicts() == {}
    assert values(here, "q-checklist") == [{**CHECKLIST, "women: all": "no", "star": "partly", "=engineers": "no"}]


def test_versions_of_a_point_are_not_settled_by_a_line_that_does_not_speak_of_them(here: Room) -> None:
    """As for an answer; a line that says what differs is taken."""
    there = elsewhere(here)
    for one, who in ((there, "Bo"), (here, "Cy")):
        said = by_hand(one)
        [point] = said.response(BY_ID["q-actions"], "g2").points
        said.change_point(point, {**ACTION, "who": who})
    take_in(here.feedback.workshop, there.feedback.workshop.folder)
    taken = take(here, "q-actions: [{code: G2-Q13-01, by: '2028'}]")
    assert (taken.changed, taken.since) == (0, 1)
    assert "feedback settle G2-Q13-01 --keep NUMBER" in taken.notices[0]
    before = size(here)
    taken = take(here, "q-actions: [{code: G2-Q13-01, who: Ana}]")
    assert (taken.since, taken.notices, size(here)) == (1, [], before), "what stood there before the two versions"
    taken = take(here, "q-actions: [{code: G2-Q13-01, who: Di, by: '2028'}]")
    assert (taken.changed, values(here, "q-actions")) == (1, [{"what": "Mend", "who": "Di", "by": "2028"}])


def test_a_language_is_changed_as_an_item_is(here: Room) -> None:
    """It is no item that is counted, and what it was is told."""
    taken = take(here, "q-checklist: {star: no, language: ar}")
    assert (taken.items, taken.rewritten, taken.changes) == (0, 1, ["G2-Q10 language: fr becomes ar"])
    assert take(here, "q-checklist: {star: no}").known == 1
    assert here.said()["q-checklist"][0][1] == "ar"
