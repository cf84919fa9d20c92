"""`vaexercise plenary report-back`, `comment` and `timer`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.cli.plenary import timing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_cards_of_a_day(workshop: Path) -> None:
    """One for each group, in an order that is explained; or the one that is asked for."""
    shown = must("plenary", "report-back", "--workshop", workshop).out
    assert "Order: Group 1, Group 2, Group 3." in shown
    places = [shown.index(f"\nGroup {number}\n") for number in (1, 2, 3)]
    assert places == sorted(places)
    one = must("plenary", "report-back", "--group", "2", "--first", "3", "--workshop", workshop).out
    assert "\nGroup 2\n" in one
    assert "\nGroup 1\n" not in one
    assert "Order: Group 3, Group 1, Group 2." in one


def test_no_line_of_a_narrow_card_is_too_long(workshop: Path) -> None:
    """With `--width 40`, only a single word may be longer; no word is lost."""
    narrow = must("plenary", "report-back", "--width", "40", "--workshop", workshop).out
    assert [line for line in narrow.splitlines() if len(line) > 40 and len(line.split()) > 1] == []
    assert narrow.split() == must("plenary", "report-back", "--width", "500", "--workshop", workshop).out.split()


def test_cards_for_programs_and_in_files(workshop: Path, tmp_path: Path) -> None:
    """The same data; each file in the form of its ending, none if one ending is unknown."""
    data = json.loads(must("plenary", "report-back", "--json", "--workshop", workshop).out)
    assert [card["group"] for card in data["cards"]] == ["g1", "g2", "g3"]
    assert data["cards"][1]["headlines"][0]["already"][0]["code"] == "G1-Q1-01"
    files = [tmp_path / f"cards.{ending}" for ending in ("md", "html", "txt")]
    options = [word for path in files for word in ("--output", path)]
    done = must("plenary", "report-back", *options, "--large-print", "--workshop", workshop)
    assert done.out.splitlines() == list(map(str, files))
    assert all("G2-Q1-07" in path.read_text(encoding="utf-8") for path in files)
    wrong = ("--output", tmp_path / "good.md", "--output", tmp_path / "cards.odt")
    assert vaexercise("plenary", "report-back", *wrong, "--workshop", workshop).code == 2
    assert not (tmp_path / "good.md").exists()


def test_what_cannot_report_back_is_refused(workshop: Path) -> None:
    """The plenary, a group or a question that is not there."""
    for words in (("--group", "plenary"), ("--first", "9"), ("--question", "Q99"), ("--question", "P2")):
        done = vaexercise("plenary", "report-back", *words, "--workshop", workshop)
        assert (done.code, done.out) == (2, "")
        assert "There is no" in done.err


def test_a_card_of_one_question_names_it(workshop: Path) -> None:
    """And begins with another group."""
    shown = must("plenary", "report-back", "--question", "q4", "--workshop", workshop).out
    assert "Q4 How can these challenges be overcome?" in shown
    assert "Order: Group 2, Group 3, Group 1." in shown


def test_one_thing_at_a_time(workshop: Path) -> None:
    """Enter goes on; the end of input is the end, and no error."""
    said = must("plenary", "report-back", "--step", "--workshop", workshop, typed="\n\n")
    assert "Group 1, headline 1 of 5" in said.out
    assert "Group 1, headline 2 of 5" in said.out
    assert "headline 3" not in said.out
    whole = must("plenary", "report-back", "--step", "--workshop", workshop, typed="\n" * 100).out
    assert whole.count("headline 1 of") == 3
    assert "Group 2, left open" in whole


def test_comments_are_taken_down_after_each_card(workshop: Path) -> None:
    """What is wrong is said and asked again, without losing the words; Enter alone goes to the next card."""
    typed = "q1-02 Same [/b] with us\n1\n9\n3\ng9-q1-01 What?\nq1-03\nq1-03 In plenary\n\n\n\n\n"
    done = must("plenary", "report-back", "--comments", "--workshop", workshop, typed=typed)
    assert "Group 1 said it itself; comments are of others." in done.out
    assert "There is no group 9" in done.out
    assert "Saved: Group 3 on G1-Q1-02: Same [/b] with us" in done.out
    assert "There is no point g9-q1-01" in done.out
    assert "A comment needs words: G1-Q1-03" in " ".join(done.out.split())
    assert "Saved: The plenary on G1-Q1-03: In plenary" in done.out
    shown = " ".join(must("plenary", "report-back", "--group", "1", "--workshop", workshop).out.split())
    assert "The plenary says: In plenary" in shown
    assert "Group 3 says: Same [/b] with us" in shown


def test_a_comment_is_recorded_listed_deleted_and_undone(workshop: Path) -> None:
    """By the code of the point; history names it in words."""
    here = ("--workshop", workshop)
    must("plenary", "comment", "g1-q1-01", "With us, too", "--group", "3", *here)
    must("plenary", "comment", "G1-Q1-01", "Not here", "--group", "plenary", "--by", "Ana", *here)
    listed = must("plenary", "comment", "G1-Q1-01", *here).out
    assert listed == "1. Group 3: With us, too\n2. The plenary: Not here\n"
    data = json.loads(must("plenary", "comment", "G1-Q1-01", "--json", *here).out)
    assert [(one["group"], one["text"]) for one in data] == [("g3", "With us, too"), ("plenary", "Not here")]
    assert "Not here" in must("plenary", "comment", "G1-Q1-01", "--delete", "2", *here).out
    assert "Undone: comment of Plenary on Group 1, Q1, point 01" in must("workshop", "undo", *here).out
    assert must("plenary", "comment", "G1-Q1-01", *here).out == listed
    assert must("plenary", "comment", "G1-Q1-02", *here).err == "Nobody said anything to G1-Q1-02 yet.\n"
    assert must("workshop", "check", *here).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("G1-Q1-01", "Words"),
        ("G1-Q1-01", "Words", "--group", "1"),
        ("G1-Q1-01", " ", "--group", "2"),
        ("G1-Q1-01", "Words", "--group", "9"),
        ("G1-Q1-99", "Words", "--group", "2"),
        ("G1-Q1-01", "Words", "--delete", "1"),
        ("G1-Q1-01", "--delete", "1"),
        ("G1-Q1-01", "--delete", "-1"),
    ],
)
def test_a_comment_that_cannot_be_is_refused(words: tuple[str, ...], workshop: Path) -> None:
    """Exit code 2 and a sentence; nothing is recorded."""
    before = must("workshop", "history", "--json", "--workshop", workshop).out
    done = vaexercise("plenary", "comment", *words, "--workshop", workshop)
    assert (done.code, done.out, bool(done.err)) == (2, "", True)
    assert must("workshop", "history", "--json", "--workshop", workshop).out == before


class Waits:
    """Stands for the time module: time passes when somebody sleeps."""

    def __init__(self, stop_after: float = float("inf")) -> None:
        self.now, self._stop = 0.0, stop_after

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now > self._stop:
            raise KeyboardInterrupt


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Waits], None]:
    """Puts another time in the place of the real one."""

    def use(waits: Waits) -> None:
        monkeypatch.setattr("time.monotonic", waits.monotonic)
        monkeypatch.setattr("time.sleep", waits.sleep)

    return use


def test_the_timer_says_the_time_in_lines(workshop: Path, passing: Callable[[Waits], None]) -> None:
    """The minutes of the exercise; nothing is redrawn, and nothing rings unasked."""
    passing(Waits())
    done = must("plenary", "timer", "--group", "2", "--workshop", workshop)
    assert done.out.splitlines() == [
        "Group 2: 5 minutes, from now. Ctrl-C ends.",
        "Half of the time is over: 2 minutes and 30 seconds left.",
        "1 minute left.",
        "Time.",
        "Time used: 5 minutes.",
    ]
    assert not set(done.out) & {"\a", "\r", "\x1b"}


def test_the_timer_needs_no_workshop_if_it_is_told_the_minutes(
    tmp_path: Path, passing: Callable[[Waits], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It rings if it is asked to: once for each sentence."""
    monkeypatch.chdir(tmp_path)
    passing(Waits())
    done = must("plenary", "timer", "10", "--bell")
    assert done.out.count("\a") == 3
    assert done.out.endswith("Time used: 10 minutes.\n")
    assert vaexercise("plenary", "timer", "0").code == 2
    assert vaexercise("plenary", "timer", "601").code == 2


def test_an_interrupted_timer_says_the_time_used(workshop: Path, passing: Callable[[Waits], None]) -> None:
    """Calmly: it is no error that a speaker is done early."""
    passing(Waits(stop_after=100))
    done = must("plenary", "timer", "--workshop", workshop)
    assert done.out.splitlines()[1:] == ["Ended.", "Time used: 1 minute and 45 seconds."]


def test_an_exercise_without_minutes_asks_for_them(
    workshop: Path, passing: Callable[[Waits], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instead of ending at once."""
    passing(Waits())
    monkeypatch.setattr(timing, "_planned", lambda *_: ("", 0))
    done = vaexercise("plenary", "timer", "--workshop", workshop)
    assert (done.code, "Say it: vaexercise plenary timer 5" in done.err) == (2, True)
