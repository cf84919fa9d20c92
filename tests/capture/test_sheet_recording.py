"""Sheets taken in: what is new is added, what is known stays as it is, whatever happened meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sheet_kit import FORMATS, QUESTIONS, Room, room

from vaexercise.capture.sheets import Wanted
from vaexercise.errors import Refused
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.signing import slot
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question

BY_ID = {question.id: question for question in QUESTIONS}
POINTS = BY_ID["q-points"]
SHEET = "group: 2\nanswers:\n  q-points: [One, Two]\n  q-confirm: yes\n  q-text: nothing\n"


@pytest.fixture
def here(new_workshop: Callable[..., Path]) -> Room:
    """A room in which Group 2 has imported a sheet."""
    made = room(new_workshop("va-monitoring"))
    made.take(SHEET, "yaml")
    return made


def by_hand(room_: Room) -> Feedback:
    """The workshop as the next person at a terminal has it."""
    opened = Workshop(room_.feedback.workshop.folder, command="feedback enter")
    room_.feedback = Feedback(opened, opened.session())
    return room_.feedback


def points(room_: Room, question: Question = POINTS, group: str = "g2") -> list[Point]:
    return list(room_.feedback.response(question, group).points)


def texts(room_: Room) -> list[str]:
    return [point.text for point in points(room_)]


def counts(room_: Room, data: str | bytes, ending: str = "yaml") -> dict[str, int]:
    """What came of taking in a file of Group 2, as far as it is not nothing."""
    [taken] = room_.take(data, ending)
    names = ("added", "known", "answers", "states", "changed", "since", "gone")
    return {name: count for name in names if (count := getattr(taken, name))}


def test_a_sheet_adds_points_answers_and_states_once(here: Room) -> None:
    """The first time all is new, the second time all is known, and the log does not grow."""
    before = len(here.feedback.workshop.fold.revisions)
    assert counts(here, SHEET) == {"known": 4}
    assert len(here.feedback.workshop.fold.revisions) == before
    assert texts(here) == ["One", "Two"]


def test_a_point_that_was_edited_since_does_not_come_back_in_its_old_words(here: Room) -> None:
    """The words that the file has stood in the point before: the edit is kept."""
    by_hand(here).change_point(points(here)[0], {"text": "One, in other words"})
    assert counts(here, SHEET) == {"known": 3, "since": 1}
    assert texts(here) == ["One, in other words", "Two"]


def test_a_point_that_was_moved_since_does_not_come_back(here: Room) -> None:
    """It is where somebody put it, and nowhere else."""
    by_hand(here).move_point(points(here)[0], "q-points", "g3")
    assert counts(here, SHEET) == {"known": 4}
    assert texts(here) == ["Two"]
    assert [point.text for point in points(here, group="g3")] == ["One"]


def test_a_point_that_was_deleted_since_does_not_come_back(here: Room) -> None:
    """It is counted, so that whoever imports knows."""
    by_hand(here).delete_point(points(here)[0])
    assert counts(here, SHEET) == {"known": 3, "gone": 1}
    assert texts(here) == ["Two"]


def test_an_answer_and_a_state_that_were_changed_by_hand_are_kept(here: Room) -> None:
    """The file had its say before; what people did at the terminal came later."""
    said = by_hand(here)
    said.set_answer(BY_ID["q-confirm"], "g2", {"answer": "no"})
    said.set_state(BY_ID["q-text"], "g2", "skipped")
    assert counts(here, SHEET) == {"known": 2, "since": 2}
    assert here.said()["q-text"] == "skipped"


def test_an_answer_that_a_file_changed_can_be_changed_back_by_a_file(here: Room) -> None:
    """Whoever keeps the sheet may change their mind twice."""
    assert counts(here, SHEET.replace("yes", "no"))["answers"] == 1
    assert counts(here, SHEET)["answers"] == 1
    assert here.said()["q-confirm"][0][0] == {"answer": "yes"}


def corrected(here: Room) -> Room:
    """The same workshop elsewhere, where the first point was corrected and a third was added."""
    folder = here.feedback.workshop.folder
    there = room(Path(shutil.copytree(folder, folder.with_name("elsewhere"))))
    by_hand(there).change_point(points(there)[0], {"text": "Once upon"})
    there.feedback.add_points(POINTS, "g2", [{"text": "Three"}])
    return there


@pytest.mark.parametrize("ending", FORMATS)
def test_other_words_under_a_code_change_that_point(ending: str, here: Room) -> None:
    """A correction on a sheet that came back; code and place stay, and the old sheet does not undo it."""
    old, new = here.written(ending), corrected(here).written(ending)
    assert counts(here, new, ending) == {"added": 1, "changed": 1, "known": 3}
    expected = [("G2-Q2-01", "Once upon"), ("G2-Q2-02", "Two"), ("G2-Q2-03", "Three")]
    assert [(p.code, p.text) for p in points(here)] == expected
    assert counts(here, new, ending) == {"known": 5}
    assert counts(here, old, ending) == {"known": 3, "since": 1}
    assert [(p.code, p.text) for p in points(here)] == expected


def test_a_code_finds_its_point_wherever_it_was_moved(here: Room) -> None:
    """A sheet printed before the move corrects the point where it is now."""
    made = here.written("md")
    by_hand(here).move_point(points(here)[0], "q-points", "g3")
    assert counts(here, made.replace(b"One", b"Uno"), "md") == {"changed": 1, "known": 3}
    assert [point.text for point in points(here, group="g3")] == ["Uno"]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_moved_point_keeps_its_code_in_the_sheet_of_its_new_group(ending: str, here: Room) -> None:
    """The code of another group is right there; a sheet from before it was moved back is right as well."""
    by_hand(here).move_point(points(here)[0], "q-points", "g3")
    made = here.written(ending, "g3")
    assert counts(here, made, ending) == {"known": 1}
    by_hand(here).move_point(points(here, group="g3")[0], "q-points", "g2")
    assert counts(here, made, ending) == {"known": 1}
    assert sorted(texts(here)) == ["One", "Two"]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_point_with_two_versions_is_written_twice_and_settled_by_neither(ending: str, here: Room) -> None:
    """Both stand in the sheet, each saying so; bringing it back changes nothing and leaves the conflict to people."""
    there = corrected(here)
    by_hand(here).change_point(points(here)[0], {"text": "One, otherwise"})
    take_in(here.feedback.workshop, there.feedback.workshop.folder)
    here.feedback = here.fresh()
    assert sorted(texts(here)) == ["Once upon", "One, otherwise", "Three", "Two"]
    before = len(here.feedback.workshop.fold.revisions)
    assert counts(here, here.written(ending), ending) == {"known": 6}
    assert len(here.feedback.workshop.fold.revisions) == before


def test_a_code_that_is_not_known_here_is_a_new_point(here: Room) -> None:
    """A sheet of another laptop may come before its log does; its words are not lost, and come once."""
    line = '{"code": "G2-Q2-77", "text": "From elsewhere"}'
    assert counts(here, line, "jsonl") == {"added": 1}
    assert counts(here, line, "jsonl") == {"known": 1}
    assert points(here)[-1].code == "G2-Q2-03"


def test_the_code_of_a_deleted_point_brings_nothing_back(here: Room) -> None:
    """Not even with other words: somebody decided that it goes."""
    made = here.written("jsonl").replace(b"One", b"Uno")
    by_hand(here).delete_point(points(here)[0])
    assert counts(here, made, "jsonl") == {"known": 3, "gone": 1}


def test_marks_are_added_to_points_that_there_are(here: Room) -> None:
    """A star on a returned sheet counts as a change, once; taken away by hand, it stays away."""
    starred = SHEET.replace("One", "{text: One, star: yes, private: Names a person}")
    assert counts(here, starred) == {"changed": 1, "known": 3}
    assert counts(here, starred) == {"known": 4}
    point = points(here)[0]
    assert (point.star, point.private) == (True, "Names a person")
    by_hand(here).star(point, on=False)
    assert counts(here, starred) == {"known": 4}
    assert not points(here)[0].star


def test_no_mark_is_ever_taken_away(here: Room) -> None:
    """A sheet without a star, or with a no, leaves the star that somebody gave."""
    by_hand(here).star(points(here)[0])
    assert counts(here, SHEET.replace("One", "{text: One, star: no}")) == {"known": 4}
    assert points(here)[0].star


def test_a_language_under_a_code_is_a_change(here: Room) -> None:
    """Said once; without a language, the point keeps the one it has."""
    line = '{"code": "G2-Q2-01", "text": "One", "language": "fr"}'
    assert counts(here, line, "jsonl") == {"changed": 1}
    assert counts(here, line, "jsonl") == {"known": 1}
    assert points(here)[0].language == "fr"
    assert counts(here, SHEET) == {"known": 4}


@pytest.mark.parametrize("ending", FORMATS)
def test_a_dry_run_says_the_same_and_records_nothing(ending: str, here: Room) -> None:
    """What would be added, changed and known; the log stays as it is."""
    made = corrected(here).written(ending)
    before = len(here.feedback.workshop.fold.revisions)
    dry = here.take(made, ending, dry=True)
    assert len(here.fresh().workshop.fold.revisions) == before
    assert dry == here.take(made, ending)
    assert [(taken.added, taken.changed) for taken in dry] == [(1, 1)]


def test_a_group_that_has_signed_off_is_left_alone(workshop: Path) -> None:
    """The sentence of the refusal, and nothing of any group of the file is recorded."""
    here = room(workshop)
    now = here.fresh()
    now.workshop.record([(slot(now.session, "g2"), {"signed": True})])
    before = len(here.fresh().workshop.fold.revisions)
    with pytest.raises(Refused, match="Group 2 has signed off"):
        here.take("# Group 1\n## Q2\n- New\n# Group 2\n## Q2\n- New\n", "md")
    assert len(here.fresh().workshop.fold.revisions) == before


def test_a_file_of_several_groups_gives_each_its_own(here: Room) -> None:
    """One result for each group that is in it."""
    vote = "# Plenary\n## P1\n- **PL-P1**\n  - ramps: 1\n  - pumps: 2\n  - signs: 0\n"
    taken = here.take(f"# Group 1\n## Q2\n- New\n{vote}", "md")
    assert [(one.group, one.added, one.answers) for one in taken] == [("g1", 1, 0), ("plenary", 0, 1)]


def test_private_points_stay_out_of_a_sheet_unless_wanted(here: Room) -> None:
    """Their words are not in the file, which says that they are left out; nothing is lost by importing it."""
    said = by_hand(here)
    said.mark(points(here)[0], "private", {"reason": "Names a person"})
    made = here.written("md", wanted=Wanted()).decode()
    assert "One" not in made
    assert "> 1 private entry is left out here." in made
    assert counts(here, made, "md") == {"known": 3}
    assert texts(here) == ["One", "Two"]
