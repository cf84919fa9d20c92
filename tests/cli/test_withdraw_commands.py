"""`feedback withdraw` asks, erases, and says what it cannot reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import must, vaexercise

from vaexercise.capture.draft import Draft, Place
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Las sobrevivientes de zonas rurales"


def log(folder: Path) -> str:
    """All that the log holds."""
    return "".join(path.read_text() for path in (folder / "log").glob("*.jsonl"))


def test_it_asks_and_without_a_yes_nothing_happens(workshop: Path) -> None:
    """The end of input is a no, and so is anything but yes."""
    for typed in ("", "no\n", "y\n"):
        ran = vaexercise("feedback", "withdraw", "G1-Q1-05", "--workshop", workshop, typed=typed)
        assert ran.code == 2
        assert "Nothing was withdrawn" in ran.err
    assert WORDS in log(workshop)


def test_after_a_yes_the_words_are_gone_and_the_report_counts_it(workshop: Path) -> None:
    """The summary and show say that one was withdrawn; files made before are named, and what cannot be reached."""
    must("plenary", "summary", "--workshop", workshop, "-o", workshop / "output" / "s.html")
    ran = must("feedback", "withdraw", "g1-q1-05", "--workshop", workshop, typed="yes\n")
    assert "Withdrawn: G1-Q1-05." in ran.out
    assert "output/s.html still holds the words" in ran.out
    assert "No undo" in ran.err
    assert "other copies, zips and sticks" in ran.err
    assert WORDS not in log(workshop)
    summary = must("plenary", "summary", "--workshop", workshop, "--plain").out
    assert "1 point or answer was withdrawn" in summary
    assert WORDS not in summary
    assert "1 withdrawn" in must("feedback", "show", "--group", "1", "--question", "Q1", "--workshop", workshop).out
    assert must("workshop", "check", "--workshop", workshop).code == 0


def test_a_draft_about_the_point_goes_too(workshop: Path) -> None:
    """What somebody was typing over it when the laptop died is not offered again."""
    opened = Workshop(workshop)
    point = next(p for p in Feedback(opened, opened.session()).points() if p.code == "G1-Q1-05")
    for sitting, about in (("dead", point.id), ("alive", point.id), ("other", "")):
        draft = Draft(workshop, sitting)
        draft.keep(Place("va-monitoring", "g1", point.question, "text", about), f"{WORDS}, y más")
        if sitting != "alive" and draft._hold:
            draft._hold.release()
        if sitting == "alive":
            kept = draft
    ran = must("feedback", "withdraw", "G1-Q1-05", "--yes", "--workshop", workshop)
    assert "Somebody is typing" in ran.out
    assert {path.stem for path in (workshop / "drafts").glob("*.json")} == {"alive", "other"}
    kept.clear()


def test_a_code_that_nothing_has_is_no_crash(workshop: Path) -> None:
    """It says where all codes are."""
    ran = vaexercise("feedback", "withdraw", "[/b]\x1b[31m", "--workshop", workshop, "--yes")
    assert ran.code == 2
    assert "vaexercise feedback show" in ran.err
