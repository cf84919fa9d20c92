"""Themes in the record: every decision in one small slot, put together whatever two laptops did."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.errors import Refused
from vaexercise.model.theme import LONGEST_TITLE, Sorting
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log import conflicts, decided_references
from vaexercise.workshop.log.history import history
from vaexercise.workshop.plenary import matching, sorting_steps
from vaexercise.workshop.plenary.applying_themes import Wanted, apply_themes
from vaexercise.workshop.plenary.naming_themes import named_question
from vaexercise.workshop.plenary.themes import Themes, themes_of
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.theme import Theme


class Room:
    """A workshop at one laptop, and the points of its Q1."""

    def __init__(self, folder: Path) -> None:
        self.workshop = Workshop(folder, command="plenary sort")
        self.session = self.workshop.session()
        self.themes = Themes(self.workshop, self.session)
        self.said = Feedback(self.workshop, self.session)

    @property
    def question(self) -> Question:
        """Q1."""
        return named_question(self.workshop, self.session, "Q1")

    @property
    def sorting(self) -> Sorting:
        """How Q1 stands."""
        self.workshop.log.refresh()
        return self.themes.sorting(self.question)

    def point(self, code: str) -> Point:
        """The point with that code."""
        return next(point for point in self.said.points() if point.code == code)

    def id(self, code: str) -> str:
        """The id of that point."""
        return self.point(code).id

    def theme(self, title: str) -> Theme:
        """The theme with that title."""
        return next(theme for theme in self.sorting.themes if theme.title == title)

    def opens(self, title: str, *codes: str) -> Theme:
        """Open a theme with points."""
        self.themes.open(self.question, title, [self.id(code) for code in codes])
        return self.theme(title)

    def where(self, code: str) -> str:
        """Where a point is: titles of themes, or a word."""
        sorting, key = self.sorting, self.id(code)
        titles = [theme.title + "!" * (key in theme.opposes) for theme in sorting.of(key)]
        apart = "unique" if key in sorting.unique else sorting.parked.get(key, "")
        return " + ".join(titles) or apart or ("contested" if key in sorting.contested else "left")


@pytest.fixture
def room(workshop: Path) -> Room:
    """The example after the whole day."""
    return Room(workshop)


@pytest.fixture
def other(room: Room, tmp_path: Path) -> Room:
    """A second laptop with a copy, made after two themes were opened."""
    room.opens("Money", "G1-Q1-01", "G2-Q1-01")
    room.opens("Data", "G1-Q1-02", "G2-Q1-03")
    return Room(Path(shutil.copytree(room.workshop.folder, tmp_path / "other")))


def put_together(*rooms: Room) -> None:
    """Each takes in what the others have."""
    for one in rooms:
        for another in rooms:
            if one is not another:
                take_in(one.workshop, another.workshop.folder)


def test_each_decision_is_where_it_was_put(room: Room) -> None:
    """Into a theme, beside another, opposing, unique, parked with a reason, left again; and the sum holds."""
    money, data = room.opens("Money", "G1-Q1-01"), room.opens("Data")
    room.themes.put(room.id("G2-Q1-01"), money.id)
    room.themes.put(room.id("G2-Q1-01"), data.id, opposes=True, beside=True)
    room.themes.unique(room.id("G1-Q1-05"))
    room.themes.park(room.id("G1-Q1-06"), "  for the\tdonors ")
    assert room.where("G2-Q1-01") == "Money + Data!"
    assert (room.where("G1-Q1-05"), room.where("G1-Q1-06")) == ("unique", "for the donors")
    room.themes.put(room.id("G2-Q1-01"), data.id)
    room.themes.take_out(room.id("G1-Q1-06"))
    assert (room.where("G2-Q1-01"), room.where("G1-Q1-06")) == ("Data", "left")
    sorting = room.sorting
    assert sorting.sorted + len(sorting.left) + len(sorting.parked) == len(sorting.points) == 23
    assert [theme.number for theme in sorting.themes] == [1, 2]


def test_a_title_and_a_reason_are_words(room: Room) -> None:
    """No theme without a title or with one that nobody can say; no parking without a reason; nothing is written."""
    for title in ("", " \t", "x" * (LONGEST_TITLE + 1)):
        with pytest.raises(Refused):
            room.themes.open(room.question, title, [room.id("G1-Q1-01")])
    with pytest.raises(Refused):
        room.themes.park(room.id("G1-Q1-01"), " ")
    assert not room.sorting.themes
    assert room.where("G1-Q1-01") == "left"


def test_merging_touches_no_decision_and_can_be_undone(room: Room) -> None:
    """Points of both are in the first; numbers stay; the undo brings the other back with what came to it meanwhile."""
    money, data = room.opens("Money", "G1-Q1-01"), room.opens("Data", "G1-Q1-02")
    third = room.opens("Third", "G1-Q1-03")
    room.themes.merge([money, data], "Money and data")
    assert room.where("G1-Q1-02") == "Money and data"
    assert [theme.number for theme in room.sorting.themes] == [1, third.number]
    room.themes.put(room.id("G1-Q1-04"), data.id)
    assert room.where("G1-Q1-04") == "Money and data"
    steps = sorting_steps.sorting_steps(room.workshop, room.session)
    sorting_steps.take_back(room.workshop, room.session, steps[1])
    assert (room.where("G1-Q1-02"), room.where("G1-Q1-04"), room.where("G1-Q1-01")) == ("Data", "Data", "Money")


def test_a_theme_is_split_and_deleted(room: Room) -> None:
    """Some points go to a new theme, not none and not all; those of a deleted theme are left."""
    money = room.opens("Money", "G1-Q1-01", "G2-Q1-01", "G3-Q1-01")
    room.themes.put(room.id("G2-Q1-01"), money.id, opposes=True)
    for codes in ([], ["G1-Q1-01", "G2-Q1-01", "G3-Q1-01"], ["G1-Q1-07"]):
        with pytest.raises(Refused):
            room.themes.split(room.theme("Money"), room.question, "Projects", [room.id(code) for code in codes])
    room.themes.split(room.theme("Money"), room.question, "Projects", [room.id("G2-Q1-01"), room.id("G3-Q1-01")])
    assert (room.where("G1-Q1-01"), room.where("G2-Q1-01"), room.where("G3-Q1-01")) == (
        "Money",
        "Projects!",
        "Projects",
    )
    room.themes.delete(room.theme("Projects"))
    assert (room.where("G2-Q1-01"), room.where("G1-Q1-01")) == ("left", "Money")


def test_deleting_takes_what_was_merged_into_it_along(room: Room) -> None:
    """A theme that was made part of another does not come back alone."""
    money, data = room.opens("Money", "G1-Q1-01"), room.opens("Data", "G1-Q1-02")
    room.themes.merge([money, data])
    room.themes.delete(room.theme("Money"))
    assert not room.sorting.themes
    assert (room.where("G1-Q1-01"), room.where("G1-Q1-02")) == ("left", "left")


def test_two_laptops_that_agree_are_no_conflict(room: Room, other: Room) -> None:
    """The same decision twice, or different points: everything stands after putting together, on both alike."""
    for one in (room, other):
        one.themes.put(one.id("G3-Q1-02"), one.theme("Money").id)
    room.themes.unique(room.id("G1-Q1-05"))
    other.themes.park(other.id("G1-Q1-06"), "later")
    put_together(room, other)
    assert room.sorting == other.sorting
    assert (room.where("G3-Q1-02"), room.where("G1-Q1-05"), room.where("G1-Q1-06")) == ("Money", "unique", "later")
    assert not conflicts.conflicts(room.workshop)


def test_two_decisions_about_a_point_are_both_kept(room: Room, other: Room) -> None:
    """It is left until a person decides; the next decision settles it, on both after putting together again."""
    room.themes.put(room.id("G3-Q1-02"), room.theme("Money").id)
    other.themes.put(other.id("G3-Q1-02"), other.theme("Data").id)
    put_together(room, other)
    assert room.where("G3-Q1-02") == other.where("G3-Q1-02") == "contested"
    [conflict] = conflicts.conflicts(room.workshop)
    assert conflict.name == "sorting of Group 3, Q1, point 02"
    assert sorted(conflict.versions) == ["in “Data”", "in “Money”"]
    room.themes.put(room.id("G3-Q1-02"), room.theme("Data").id)
    put_together(room, other)
    assert room.where("G3-Q1-02") == other.where("G3-Q1-02") == "Data"
    assert not conflicts.conflicts(other.workshop)


def test_merged_on_one_laptop_and_filled_on_the_other(room: Room, other: Room) -> None:
    """A point that went into a theme while that became part of another is in the other."""
    room.themes.merge([room.theme("Money"), room.theme("Data")])
    other.themes.put(other.id("G3-Q1-05"), other.theme("Data").id)
    put_together(room, other)
    assert room.sorting == other.sorting
    assert room.where("G3-Q1-05") == "Money"


def test_merged_both_ways_is_one_theme(room: Room, other: Room) -> None:
    """The first into the second here, the second into the first there: one of them stands, with all points."""
    room.themes.merge([room.theme("Money"), room.theme("Data")])
    other.themes.merge([other.theme("Data"), other.theme("Money")])
    put_together(room, other)
    assert room.sorting == other.sorting
    [theme] = room.sorting.themes
    assert len(theme.points) == 4


def test_merged_here_and_renamed_there_stands_and_is_said(room: Room, other: Room) -> None:
    """Nobody's work disappears: the theme stands, and says what it was made part of; merging again settles it."""
    room.themes.merge([room.theme("Money"), room.theme("Data")])
    other.themes.rename(other.theme("Data"), "Figures")
    put_together(room, other)
    figures = room.theme("Figures")
    assert figures.into == room.theme("Money").id
    assert len(figures.points) == 2
    room.themes.merge([room.theme("Money"), figures])
    assert [theme.title for theme in room.sorting.themes] == ["Money"]


def test_two_titles_are_both_kept(room: Room, other: Room) -> None:
    """Each is said until somebody gives one."""
    room.themes.rename(room.theme("Money"), "Budget")
    other.themes.rename(other.theme("Money"), "Funds")
    put_together(room, other)
    theme = room.sorting.themes[0]
    assert {theme.title, *theme.also} == {"Budget", "Funds"}
    room.themes.rename(theme, "Money again")
    assert (room.sorting.themes[0].title, room.sorting.themes[0].also) == ("Money again", ())


def test_points_that_change_after_they_were_sorted(room: Room) -> None:
    """Other words are said and stay sorted; deleted and moved ones are said; private ones are gone without a word."""
    room.opens("Money", "G1-Q1-01", "G1-Q1-02", "G1-Q1-03", "G1-Q1-04")
    question = room.question
    room.said.change_point(room.point("G1-Q1-01"), {"text": "Other words"})
    room.said.delete_point(room.point("G1-Q1-02"))
    room.said.move_point(room.point("G1-Q1-03"), "q-overcome", "g1")
    room.said.mark(room.point("G1-Q1-04"), "private", {"reason": "a testimony"})
    sorting = room.themes.sorting(question)
    assert [sorting.point(key).code for key in sorting.changed] == ["G1-Q1-01"]
    assert sorting.gone == ("G1-Q1-02",)
    assert len(sorting.themes[0].points) == 1
    assert all(point.code not in ("G1-Q1-03", "G1-Q1-04") for point in sorting.points)
    moved = next(one for one in themes_of(room.workshop, room.session) if one.question == "q-overcome")
    assert [moved.point(key).code for key in moved.moved] == ["G1-Q1-03"]
    room.themes.put(room.id("G1-Q1-01"), sorting.themes[0].id)
    assert not room.sorting.changed


def test_a_title_that_quotes_a_private_point_is_said(room: Room) -> None:
    """Titles are often points word for word; one of which the point became private has to be given anew."""
    words = room.point("G1-Q1-04").text
    theme = room.opens(words, "G1-Q1-04", "G3-Q1-05")
    assert not room.sorting.quoting
    room.said.mark(room.point("G1-Q1-04"), "private", {"reason": "a testimony"})
    assert room.sorting.quoting == (theme.id,)
    room.themes.rename(theme, "Authority")
    assert not room.sorting.quoting


def test_a_point_in_conflict_stands_once(room: Room, other: Room) -> None:
    """Two versions of its words are one point to sort."""
    for one in (room, other):
        one.said.change_point(one.point("G1-Q1-01"), {"text": f"Words of {one is room}"})
    put_together(room, other)
    assert len(room.sorting.points) == 23
    assert len({point.id for point in room.sorting.points}) == 23


def test_late_points_are_new_until_they_are_sorted(room: Room) -> None:
    """Only after somebody sorted, and only those that came later."""
    assert not room.sorting.new
    room.themes.were_there(room.sorting)
    [late] = room.said.add_points(room.question, "g3", [{"text": "Late"}])
    assert room.sorting.new == (late.id,)
    room.themes.unique(late.id)
    assert not room.sorting.new


def test_what_its_group_parked_is_parked_until_the_plenary_decides(room: Room) -> None:
    """The plenary's word counts over the group's; taking it out leaves it."""
    room.said.mark(room.point("G1-Q1-01"), "park", {"reason": "for the donors"})
    assert room.where("G1-Q1-01") == "for the donors"
    room.themes.take_out(room.id("G1-Q1-01"))
    assert room.where("G1-Q1-01") == "left"


def test_undoing_everything_leaves_nothing_sorted(room: Room) -> None:
    """Step by step, whatever was done, on another day too; words are as they were."""
    before, words = room.sorting, [(point.code, point.text) for point in room.said.points()]
    money = room.opens("Money", "G1-Q1-01", "G2-Q1-01")
    data = room.opens("Data", "G1-Q1-02")
    room.themes.rename(money, "Budget")
    room.themes.merge([room.theme("Budget"), data])
    room.said.split_point(room.point("G1-Q1-01"), {"text": "There is no budget line"}, {"text": "nobody travels"})
    room.themes.unique(room.id("G1-Q1-05"))
    later = Room(room.workshop.folder)
    while steps := sorting_steps.sorting_steps(later.workshop, later.session):
        sorting_steps.take_back(later.workshop, later.session, steps[0])
    assert [(p.id, p.values) for p in later.sorting.points] == [(p.id, p.values) for p in before.points]
    assert (later.sorting.themes, later.sorting.unique, later.sorting.left) == ((), (), before.left)
    assert [(point.code, point.text) for point in later.said.points()] == words


def test_applying_is_all_or_none_and_twice_is_nothing(room: Room) -> None:
    """Themes are opened once, spelt as first; a dry run and a second time change nothing; others stay."""
    room.opens("Money", "G2-Q1-01")
    wanted = {
        room.id("G1-Q1-01"): Wanted(themes=("money", "Data")),
        room.id("G1-Q1-02"): Wanted(themes=("DATA",), opposes=("DATA",)),
        room.id("G1-Q1-05"): Wanted(unique=True),
        room.id("G1-Q1-06"): Wanted(parked="later"),
    }
    lines = len(room.workshop.fold.revisions)
    planned = apply_themes(room.workshop, room.session, wanted, dry_run=True)
    assert len(room.workshop.fold.revisions) == lines
    assert planned == apply_themes(room.workshop, room.session, wanted)
    assert planned.opened == (("Q1", "Data"),)
    assert (room.where("G1-Q1-01"), room.where("G1-Q1-02")) == ("Money + Data", "Data!")
    lines = len(room.workshop.fold.revisions)
    assert apply_themes(room.workshop, room.session, wanted) == ((), (), ())
    assert len(room.workshop.fold.revisions) == lines
    with pytest.raises(Refused):
        apply_themes(room.workshop, room.session, {room.id("G1-Q1-07"): Wanted(themes=("Fine", "y" * 201))})
    assert [theme.title for theme in room.sorting.themes] == ["Money", "Data"]
    apply_themes(room.workshop, room.session, {room.id("G1-Q1-06"): Wanted()})
    assert room.where("G1-Q1-06") == "left"


def test_history_and_check_say_it_in_words(room: Room) -> None:
    """Themes by title, decisions by point; a decision about what is not there is found."""
    room.opens("Money", "G1-Q1-01")
    room.themes.merge([room.theme("Money"), room.opens("Data")])
    room.themes.were_there(room.sorting)
    said = {(event.what, event.content) for event in history(room.workshop)[-6:]}
    assert ("theme “Money”", "“Money”") in said
    assert ("sorting of Group 1, Q1, point 01", "in “Money”") in said
    assert ("theme “Data”", "“Data”, part of “Money”") in said
    assert ("points of Q1 that were there to sort", "23 points") in said
    assert {event.what for event in history(room.workshop, slot="G1-Q1-01")} >= {"sorting of Group 1, Q1, point 01"}
    session = room.session.id
    room.workshop.record([(f"sorted/{session}/nobody", {"themes": ["none"]})])
    room.workshop.record([(f"theme/{session}/lost", {"question": "q-x", "title": "X", "place": 1, "into": "none"})])
    reasons = {reason for _, reason in decided_references._unknown_themes(room.workshop, room.session)}
    assert reasons == {
        "a point is in 1 theme not in the log",
        "a point is sorted that is not in the log",
        "a theme is of the question q-x, which the exercise does not have",
        "a theme was merged into one that is not in the log",
    }


def test_synonyms_of_the_workshop_come_first_and_travel(room: Room, tmp_path: Path) -> None:
    """The shipped list is always there; the own file adds to it, is right where they differ, and is in backups."""
    assert matching.synonyms(room.workshop).meanings["ميزانية"] == "budget"
    own = room.workshop.folder / "synonyms.txt"
    own.write_text("ministries = government\nbudget = money\n", encoding="utf-8")
    meanings = matching.synonyms(room.workshop).meanings
    assert meanings["ministries"] == "government"
    assert meanings["ميزانية"] == meanings["budget"] == "money"
    must("workshop", "backup", tmp_path / "w.zip", "--workshop", room.workshop.folder)
    must("workshop", "restore", tmp_path / "w.zip", tmp_path / "again")
    assert (tmp_path / "again" / "synonyms.txt").read_bytes() == own.read_bytes()


def test_what_was_refused_is_in_the_record_and_can_be_taken_back(room: Room) -> None:
    """It is said in history, it is no decision about a point, and undone it is not refused any more."""
    points = [room.id("G1-Q1-01"), room.id("G2-Q1-01")]
    room.themes.were_there(room.sorting)
    before = room.sorting
    room.themes.refuse(room.question, points)
    assert room.themes.refusals(room.question.id) == (frozenset(points),)
    assert room.sorting == before
    assert ("proposed theme of Q1", "2 points, refused") in {(e.what, e.content) for e in history(room.workshop)}
    [step] = sorting_steps.sorting_steps(room.workshop, room.session)
    assert sorting_steps.points_of(step) == []
    said = sorting_steps.take_back(room.workshop, room.session, step)
    assert said == ["proposed theme of Q1: 2 points, refused"]
    assert room.themes.refusals(room.question.id) == ()
    assert sorting_steps.sorting_steps(room.workshop, room.session) == []
