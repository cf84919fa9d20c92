"""`feedback status` and `feedback show`: how far the groups are, and what they said."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from conftest import must, vaexercise

from vaexercise.cli import say
from vaexercise.cli.feedback import watching
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.glance import changes, minutes, signed, who_types
from vaexercise.workshop.answers.overview import Progress, progress
from vaexercise.workshop.standing import standing
from vaexercise.workshop.when import at
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TWO = "2012-05-22T14:00:00.000+02:00"
LATER = "2012-05-22T14:00:01.000+02:00"
START = datetime(2012, 5, 22, 12, 0, tzinfo=UTC)
NEW = Progress(group="g2", asked=5, done=0, points=0, stars=0, open=())
BEGUN = replace(NEW, points=4, at="Q1", left=40, question_left=-3)


def opened(folder: Path, by: str = "", at: str = TWO) -> Feedback:
    workshop = Workshop(folder, by=by, command="feedback enter", clock=lambda: at)
    return Feedback(workshop, workshop.sessions[0])


def row(folder: Path, minutes_later: int = 0) -> Progress:
    said = opened(folder)
    return progress(said.workshop, said.session, START + timedelta(minutes=minutes_later))[0]


def enter(said: Feedback, *texts: str, place: int = 0) -> None:
    question = said.workshop.exercise(said.session).asked("group")[place]
    said.add_points(question, "g1", [{"text": text} for text in texts])


def test_where_a_group_is_and_who_types(workshop_with_groups: Path) -> None:
    """The question it stopped at, the minutes, the names, who types now, and when something was last saved."""
    begun = row(workshop_with_groups)
    assert (begun.at, begun.left, begun.typists, begun.saved) == ("", None, (), "")
    first, second = opened(workshop_with_groups, "Amara"), opened(workshop_with_groups, at=LATER)
    enter(first, "One")
    enter(second, "Two", place=3)
    found = row(workshop_with_groups, 15)
    assert (found.at, found.left, found.saved) == ("Q3", 45, "2012-05-22T12:00:01+00:00")
    assert (found.typists, found.typing) == (("Amara",), ("Amara", "somebody"))
    first.workshop.sitting.close()
    second.workshop.sitting.close()
    found = row(workshop_with_groups, 15)
    assert (found.typists, found.typing) == (("Amara",), ())


def test_a_question_that_takes_nothing_more_is_left(workshop_with_groups: Path) -> None:
    """A skipped question is behind the group; one with points, or whose only point was deleted, may get more."""
    said = opened(workshop_with_groups)
    enter(said, "One", place=3)
    said.delete_point(said.points()[0])
    assert row(workshop_with_groups).at == "Q3"
    enter(said, "Two")
    assert row(workshop_with_groups).at == "Q1"
    said.set_state(said.workshop.exercise(said.session).asked("group")[1], "g1", "skipped")
    assert row(workshop_with_groups).at == "Q3"


def test_sign_off_is_part_of_it(workshop: Path) -> None:
    """In the table, as data, and in what `workshop status` says comes next."""
    for number in (1, 2, 3):
        assert f"feedback sign-off --group {number}" in must("workshop", "status", "--workshop", workshop).out
        must("feedback", "sign-off", "--group", number, "--confirmed-by", "Amara", "--workshop", workshop)
    found = row(workshop)
    assert (found.signed, found.signed_by, found.changed, found.left) == (True, "Amara", 0, None)
    assert ", by Amara" in must("feedback", "status", "--workshop", workshop).out
    shown = must("workshop", "status", "--workshop", workshop).out
    assert "Group 1: 6 of 6 questions, 23 points; incomplete: Q2; signed off, confirmed by Amara\n" in shown
    assert "Next: vaexercise plenary summary" in shown


def test_a_group_that_signed_off_need_not_enter_more(workshop_with_groups: Path) -> None:
    """Open questions of a signed-off group are no next step."""
    must("feedback", "sign-off", "--group", "1", "--confirmed-by", "Amara", "--workshop", workshop_with_groups)
    assert standing(opened(workshop_with_groups).workshop).next == "feedback enter --group 2"


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (NEW, ""),
        (replace(NEW, left=22, question_left=4), "22 left"),
        (replace(BEGUN, left=22, question_left=-8, at="Q3"), "22 left, 8 over at Q3"),
        (replace(BEGUN, left=-3, question_left=-8), "3 over"),
        (replace(BEGUN, left=None, question_left=-1), "1 over at Q1"),
    ],
)
def test_minutes_in_a_table(group: Progress, words: str) -> None:
    """What is left in all; and that the group is late at its question, while there is time to do something."""
    assert minutes(group) == words


def test_typists_and_sign_off_in_a_table() -> None:
    """Those who type now are marked in words, whoever gave no name is somebody."""
    assert who_types(replace(NEW, typists=("Amara", "Bem"), typing=("Bem", "somebody"))) == (
        "Amara, Bem (typing now), somebody typing now"
    )
    assert signed(NEW) == ""
    assert signed(replace(NEW, signed=True, signed_at="strange", signed_by="Bem", changed=2)) == (
        "strange, by Bem, 2 changed since"
    )
    assert signed(replace(NEW, signed=True, signed_at="strange")) == "strange"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, replace(BEGUN, stars=1), ["4 points", "1 headline", "at Q1", "0 of 5 questions", "40 minutes left"]),
        (BEGUN, BEGUN, []),
        (BEGUN, replace(BEGUN, left=39, question_left=-4, saved="later"), []),
        (BEGUN, replace(BEGUN, points=5, at="Q3", done=2), ["5 points", "at Q3", "2 of 5 questions"]),
        (BEGUN, replace(BEGUN, stars=1), ["1 headline"]),
        (BEGUN, replace(BEGUN, left=10), ["10 minutes left"]),
        (replace(BEGUN, left=10), replace(BEGUN, left=9), []),
        (replace(BEGUN, left=2), replace(BEGUN, left=-1), ["1 minute over"]),
        (BEGUN, replace(BEGUN, typing=("Amara",)), ["Amara types now"]),
        (replace(BEGUN, typing=("Amara",)), BEGUN, ["Amara has stopped"]),
        (BEGUN, replace(BEGUN, signed=True, signed_by="Amara", left=None), ["signed off, confirmed by Amara"]),
        (replace(BEGUN, signed=True), replace(BEGUN, signed=True, changed=2), ["signed off, 2 changed since"]),
        (replace(BEGUN, signed=True), BEGUN, ["open again"]),
    ],
)
def test_only_changes_are_said(before: Progress | None, after: Progress, said: list[str]) -> None:
    """At first all there is; then what is new, and time only when little of it is left."""
    assert changes(before, after) == said


class Enough(Exception):
    """The test has waited often enough."""


def watched(looks: Sequence[Sequence[Progress]], show: watching.Show) -> None:
    """Watch until there is nothing more to see; nobody sleeps."""
    waiting = iter(looks)

    def wait() -> None:
        waits.append(None)
        if len(waits) == len(looks):
            raise Enough

    waits: list[None] = []
    with pytest.raises(Enough):
        watching.look_on(lambda: next(waiting), show, wait)


def test_watching_in_plain_mode_says_what_changed() -> None:
    """A line for a group at first and after each change, with the time, and given to the pipe at once."""
    said: list[str] = []
    flushed: list[None] = []
    show = watching.Changes(said.append, lambda: flushed.append(None))
    watched([[BEGUN], [BEGUN], [replace(BEGUN, points=5)]], show)
    assert len(flushed) == 3
    assert [line.partition(" ")[2] for line in said] == [
        "Group 2: 4 points; at Q1; 0 of 5 questions; 40 minutes left",
        "Group 2: 5 points",
    ]


def test_ctrl_c_ends_watching(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is how one leaves, so it is no error; what others wrote between two looks is there at the second."""
    said = opened(workshop)

    def wait(_: float) -> None:
        if len(said.points()) > before:
            raise KeyboardInterrupt
        enter(said, "Typed meanwhile")

    before = len(said.points())
    monkeypatch.setattr("vaexercise.cli.feedback.watching.time.sleep", wait)
    done = must("feedback", "status", "--watch", "--workshop", workshop)
    assert [line.partition(" ")[2] for line in done.out.splitlines()][-1].startswith("Group 1: 24 points")
    assert done.out.count("Group 2") == 1


def test_watching_is_for_people(workshop: Path) -> None:
    """Data that never end are refused, with what to choose."""
    done = vaexercise("feedback", "status", "--watch", "--json", "--workshop", workshop)
    assert (done.code, "Choose one: --watch for people, or --json for programs." in done.err) == (2, True)


def test_the_table_on_a_terminal_leaves_out_what_is_empty() -> None:
    """So that it fits into 80 columns; headlines and half-done questions stand with points and open ones."""
    columns, rows = watching.table([replace(BEGUN, stars=2, open=("Q2",), incomplete=("Q1",))], plain=False)
    assert columns == ("Group", "Done", "At", "Points", "Minutes", "Open")
    assert rows == [("Group 2", "0 of 5", "Q1", "4, 2 ★", "40 left, 3 over at Q1", "Q2; incomplete: Q1")]
    assert watching.table([], plain=False) == ((), [])
    _, [full] = watching.table([replace(BEGUN, signed=True, signed_at="strange", saved="odd")], plain=False)
    assert full[-1] == "signed off strange"


def test_the_terminal_is_drawn_anew(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each look is a whole table with the time above and how to leave below."""
    monkeypatch.setattr(say, "plain_wanted", lambda _: False)
    watched([[BEGUN], [BEGUN]], watching._display(plain=False, width=None))
    shown = capsys.readouterr().out
    assert [shown.count("Group 2"), shown.count("Ctrl-C ends.")] == [2, 2]


def test_times_are_those_of_this_place() -> None:
    """Hours and minutes; the date where it is another day; what is no time as it stands."""
    here = datetime(2012, 5, 22, 14, 5).astimezone()
    assert at(here.isoformat(), here) == "14:05"
    assert at(here.isoformat(), here + timedelta(days=1)) == "2012-05-22 14:05"
    assert at("half past two", here) == "half past two"


def shown(folder: Path, *options: str) -> str:
    done = must("feedback", "show", *options, "--workshop", folder)
    return done.out


def data(folder: Path, *options: str) -> list[dict[str, Any]]:
    return list(json.loads(shown(folder, "--json", *options)))


def test_private_points_are_shown_without_their_words(workshop: Path) -> None:
    """Their code and the reason, unless `--private` asks for more; in data, too."""
    said = opened(workshop)
    one = next(p for p in said.points() if p.code == "G2-Q1-03")
    said.mark(one, "private", {"reason": "names a person"})
    said.mark(one, "gloss", {"text": "A translation"})
    assert "  G2-Q1-03  (private)\n" in shown(workshop)
    for options in ((), ("--json",)):
        assert one.text not in shown(workshop, *options)
        assert "A translation" not in shown(workshop, *options)
        assert one.text in shown(workshop, "--private", *options)
    assert sum(len(r.get("points", ())) for r in data(workshop)) == len(said.points())


def test_one_question_of_one_group(workshop: Path) -> None:
    """By its code in any letters, or its id."""
    for name in ("Q4", "q4", "q-overcome"):
        [found] = data(workshop, "--group", "2", "--question", name)
        assert (found["group"], found["question"]) == ("g2", "q-overcome")
    done = vaexercise("feedback", "show", "--question", "Q44", "--workshop", workshop)
    assert (done.code, "There is no question Q44. Did you mean Q4?" in done.err) == (2, True)


@pytest.mark.parametrize(
    "command",
    [
        ("feedback", "status"),
        ("feedback", "show"),
        ("feedback", "headlines"),
        ("groups", "show"),
        ("groups", "show", "--by", "person"),
    ],
)
def test_what_is_listed_can_be_narrow(command: tuple[str, ...], workshop: Path) -> None:
    """For a braille line of 40: no line is longer, and nothing is lost; unasked, a pipe gets whole lines."""
    narrow = must(*command, "--width", "40", "--workshop", workshop).out
    whole = must(*command, "--workshop", workshop).out
    assert max(map(len, narrow.splitlines())) <= 40
    assert "".join(narrow.split()) == "".join(whole.split())


def test_headlines_are_said_without_how_they_came_in(workshop: Path) -> None:
    """What the group says in plenary, and what is read back to it, has no word about paper."""
    said = opened(workshop)
    question = next(q for q in said.workshop.exercise(said.session).walk() if q.id == "q-challenges")
    [point] = said.add_points(question, "g2", [{"text": "Written by hand"}], via="paper")
    said.star(point)
    for name in ("", "Amara"):
        if name:
            said.confirm(next(p for p in said.points() if p.id == point.id), name)
        for command in (("headlines",), ("sign-off",)):
            done = vaexercise("feedback", *command, "--group", "2", "--workshop", workshop, typed="no\n").out
            assert "Written by hand" in done
            assert "paper" not in done
