"""What groups said, in the record: codes that stay, and writing all or nothing."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.errors import NotSaved
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question


class Stubborn(RealDisk):
    """Refuses to sync once it is told to: what was written then is not on the medium."""

    full = False

    def sync(self, file: int) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().sync(file)


def open_feedback(folder: Path, disk: RealDisk | None = None) -> Feedback:
    opened = Workshop(folder, disk=disk)
    return Feedback(opened, opened.session())


def question(said: Feedback, name: str = "q-challenges") -> Question:
    [found] = [q for q in said.workshop.exercise(said.session).walk() if q.id == name]
    return found


def say(said: Feedback, *lines: str, group: str = "g2") -> list[Point]:
    return said.add_points(question(said), group, [{"text": line} for line in lines])


def told(folder: Path) -> list[tuple[str, str]]:
    """Code and words of every point, as another process finds them."""
    return [(point.code, point.text) for point in open_feedback(folder).points()]


def put_together(one: Path, other: Path) -> None:
    """Copy the logs both ways, as a stick does."""
    for source, target in ((one, other), (other, one)):
        shutil.copytree(source / "log", target / "log", dirs_exist_ok=True)


@pytest.fixture
def laptops(workshop_with_groups: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a workshop, each with a point that got the same code, put together again."""
    other = tmp_path / "other"
    shutil.copytree(workshop_with_groups, other)
    say(open_feedback(workshop_with_groups), "Said here")
    say(open_feedback(other), "Said there")
    put_together(workshop_with_groups, other)
    return workshop_with_groups, other


def test_codes_count_within_a_question_and_a_group(workshop_with_groups: Path) -> None:
    """Each group and each question counts for itself, from 01, in the order of saying."""
    said = open_feedback(workshop_with_groups)
    say(said, "One", "Two")
    say(said, "Three", group="g1")
    say(said, "Four")
    said.add_points(question(said, "q-overcome"), "g2", [{"text": "Five"}])
    assert told(workshop_with_groups) == [
        ("G1-Q1-01", "Three"),
        ("G2-Q1-01", "One"),
        ("G2-Q1-02", "Two"),
        ("G2-Q1-03", "Four"),
        ("G2-Q4-01", "Five"),
    ]


def test_a_code_is_never_given_again(workshop_with_groups: Path) -> None:
    """Neither that of the last point, deleted, nor those of all, deleted; nor after starting again."""
    said = open_feedback(workshop_with_groups)
    _, second = say(said, "One", "Two")
    said.delete_point(second)
    [third] = say(said, "Three")
    assert third.code == "G2-Q1-03"
    for point in said.points():
        said.delete_point(point)
    again = open_feedback(workshop_with_groups)
    [fourth] = say(again, "Four")
    assert fourth.code == "G2-Q1-04"
    assert told(workshop_with_groups) == [("G2-Q1-04", "Four")]


def test_a_hundredth_point_has_its_number(workshop_with_groups: Path) -> None:
    """Numbers go on beyond two digits, and keep the order of saying."""
    said = open_feedback(workshop_with_groups)
    say(said, *(f"Line {number}" for number in range(1, 103)))
    assert told(workshop_with_groups)[98:] == [
        ("G2-Q1-99", "Line 99"),
        ("G2-Q1-100", "Line 100"),
        ("G2-Q1-101", "Line 101"),
        ("G2-Q1-102", "Line 102"),
    ]


def test_codes_alike_get_letters(laptops: tuple[Path, Path]) -> None:
    """Both points stay, and both laptops show each under the same letter."""
    here, there = map(told, laptops)
    assert here == there
    assert [code for code, _ in here] == ["G2-Q1-01a", "G2-Q1-01b"]
    assert {words for _, words in here} == {"Said here", "Said there"}


@pytest.mark.parametrize("number", [0, 1])
def test_an_edited_point_keeps_its_own_code(number: int, laptops: tuple[Path, Path]) -> None:
    """The letter is shown and never stored: editing and starring change neither code nor letter of either point."""
    before = dict(told(laptops[0]))
    said = open_feedback(laptops[0])
    point = said.points()[number]
    said.change_point(point, {"text": "Said better"})
    said.star(point)
    after = dict(told(laptops[0]))
    assert after == before | {point.code: "Said better"}
    body = said.workshop.fold.body(f"point/{said.session.id}/{point.id}")
    assert body["code"] == "G2-Q1-01"
    assert [p.code for p in open_feedback(laptops[0]).points() if p.star] == [point.code]


def test_the_letter_goes_with_the_other_point(laptops: tuple[Path, Path]) -> None:
    """When one of the two is deleted, the other has the code alone again; the next one has the next number."""
    said = open_feedback(laptops[0])
    gone, left = said.points()
    said.delete_point(gone)
    say(said, "Said later")
    assert told(laptops[0]) == [("G2-Q1-01", left.text), ("G2-Q1-02", "Said later")]


def test_together_writes_nothing_when_an_error_is_raised_inside(workshop_with_groups: Path) -> None:
    """Not even what came before the error; and the workshop goes on recording afterwards."""
    said = open_feedback(workshop_with_groups)

    def half_a_sheet() -> None:
        with said.workshop.together():
            say(said, "One", "Two")
            said.set_state(question(said), "g1", "skipped")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_a_sheet()
    assert told(workshop_with_groups) == []
    assert said.points() == []
    say(said, "Three")
    assert told(workshop_with_groups) == [("G2-Q1-01", "Three")]


def test_together_writes_nothing_when_the_disk_refuses(workshop_with_groups: Path) -> None:
    """Not saved; the log is whole and has none of it, for this process and for others; later all of it goes in."""
    disk = Stubborn()
    said = open_feedback(workshop_with_groups, disk)
    say(said, "Before")

    def sheet() -> None:
        with said.workshop.together():
            say(said, "One", "Two")
            said.set_state(question(said, "q-overcome"), "g2", "nothing")

    disk.full = True
    with pytest.raises(NotSaved, match="No space left on device"):
        sheet()
    assert told(workshop_with_groups) == [("G2-Q1-01", "Before")]
    assert [point.text for point in said.points()] == ["Before"]
    assert "all whole" in must("workshop", "check", "--workshop", workshop_with_groups).out
    disk.full = False
    sheet()
    assert told(workshop_with_groups) == [("G2-Q1-01", "Before"), ("G2-Q1-02", "One"), ("G2-Q1-03", "Two")]
    assert open_feedback(workshop_with_groups).response(question(said, "q-overcome"), "g2").state == "nothing"
    assert "all whole" in must("workshop", "check", "--workshop", workshop_with_groups).out


def test_nothing_recorded_together_writes_nothing(workshop_with_groups: Path) -> None:
    """A command that finds nothing to do leaves no file of its own."""
    before = sorted((workshop_with_groups / "log").iterdir())
    with open_feedback(workshop_with_groups).workshop.together():
        pass
    assert sorted((workshop_with_groups / "log").iterdir()) == before


def test_what_was_said_outweighs_a_state(workshop_with_groups: Path) -> None:
    """Skipped, and then answered after all: answered; when the answer is deleted, skipped again."""
    said = open_feedback(workshop_with_groups)

    def state() -> str:
        return open_feedback(workshop_with_groups).response(question(said), "g2").state

    assert state() == "open"
    said.set_state(question(said), "g2", "skipped")
    assert state() == "skipped"
    [point] = say(said, "One")
    assert state() == "answered"
    said.delete_point(point)
    assert state() == "skipped"


def test_points_are_offered_to_the_question_that_asks_for_them(workshop_with_groups: Path) -> None:
    """Each under its code, with its words; other questions are offered nothing."""
    said = open_feedback(workshop_with_groups)
    said.add_points(question(said, "q-overcome"), "g1", [{"text": "Publish results"}])
    say(said, "One")
    assert [(item.id, item.label) for item in said.offered(question(said, "q-priorities"))] == [
        ("G1-Q4-01", "G1-Q4-01 Publish results")
    ]
    assert said.offered(question(said)) == ()


TYPES = """
import sys
from pathlib import Path
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop
workshop = Workshop(Path(sys.argv[1]))
said = Feedback(workshop, workshop.session())
question = workshop.exercise(said.session).questions[0]
for number in range(25):
    [point] = said.add_points(question, "g1", [{"text": f"{sys.argv[2]} {number}"}])
    print(point.code)
"""


def test_people_who_type_at_once_are_never_given_the_same_code(workshop_with_groups: Path) -> None:
    """Every code that a typist was told is the only one of its kind, and stays as it was told."""
    words = [sys.executable, "-c", TYPES, str(workshop_with_groups)]
    typists = [subprocess.Popen([*words, name], stdout=subprocess.PIPE, text=True) for name in ("Ana", "Bo", "Cy")]
    told = [code for typist in typists for code in typist.communicate()[0].split()]
    workshop = Workshop(workshop_with_groups)
    there = [point.code for point in Feedback(workshop, workshop.session()).points()]
    assert len(told) == 75
    assert sorted(told) == sorted(there)
    assert len(set(told)) == 75
