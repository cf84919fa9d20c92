"""What a group keeps to itself stands in no output of a command that was not asked for it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise
from pdf_reading import text_of_pdf
from rendered import book_text, word_text

from vaexercise.report import formats
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, TRANSLATED, ANSWERED = "words-first-zq", "words-second-zq", "words-translated-zq", "words-answered-zq"
WORDS = (FIRST, SECOND, TRANSLATED, ANSWERED)
REASON = "reason-zq"
PACKED = {".docx": word_text, ".pdf": text_of_pdf, ".xlsx": book_text}
"""How the words of files are read that hold them packed."""


def opened(folder: Path) -> Feedback:
    there = Workshop(folder, by="Amara")
    return Feedback(there, there.session())


@pytest.fixture
def kept(workshop_with_groups: Path) -> Path:
    """A workshop with a point that was changed and translated and an answer, both private; and a point that is not."""
    said = opened(workshop_with_groups)
    asked = {question.id: question for question in said.workshop.exercise(said.session).walk()}
    point, _ = said.add_points(asked["q-challenges"], "g2", [{"text": FIRST}, {"text": "open-zq"}])
    said.star(point)
    said.mark(said.change_point(point, {"text": SECOND}), "gloss", {"text": TRANSLATED})
    said.set_answer(asked["q-actors"], "g2", {"survivors": "partly", "survivors-evidence": ANSWERED})
    answer = said.response(asked["q-actors"], "g2").answer
    assert answer
    for entry in (point, answer):
        said.mark(entry, "private", {"reason": REASON})
    return workshop_with_groups


def found(*words: object) -> list[str]:
    """Which of the private words, of all versions, a command prints."""
    done = must(*words)
    return [word for word in WORDS if word in done.out + done.err]


@pytest.mark.parametrize("options", [(), ("--json",), ("G2-Q1-01",)])
def test_history_tells_private_words_only_if_asked(options: tuple[str, ...], kept: Path) -> None:
    """Of every version, the translation too; the reason stands there, and what is not private."""
    command = ("workshop", "history", *options, "--workshop", kept)
    assert found(*command) == []
    assert "not shown: private" in must(*command).out
    assert REASON in must(*command).out
    whole = found(*command, "--private")
    assert whole == [word for word in WORDS if word != ANSWERED or "G2-Q1-01" not in options]
    assert ("open-zq" in must(*command).out) == ("G2-Q1-01" not in options)


def test_words_that_are_private_no_longer_are_told_again(kept: Path) -> None:
    """What counts is whether it is private now."""
    said = opened(kept)
    point = next(p for p in said.points() if p.private)
    said.mark(point, "private", {})
    assert found("workshop", "history", "--workshop", kept) == [FIRST, SECOND, TRANSLATED]


def test_a_deleted_private_point_stays_untold(kept: Path) -> None:
    """Deleting it does not open what it said."""
    said = opened(kept)
    said.delete_point(next(p for p in said.points() if p.private))
    assert found("workshop", "history", "--workshop", kept) == []


def test_undo_does_not_repeat_private_words(kept: Path) -> None:
    """What is taken back is named by its code."""
    said = opened(kept)
    said.change_point(next(p for p in said.points() if p.private), {"text": FIRST})
    done = must("workshop", "undo", "--workshop", kept)
    assert done.out == "Undone: Group 2, Q1, point 01: not shown: private\n"


def test_versions_of_a_private_point_are_told_only_if_asked(kept: Path, tmp_path: Path) -> None:
    """In the list of conflicts, its data, and what settling says."""
    other = tmp_path / "other"
    shutil.copytree(kept, other)
    for folder, words in ((kept, FIRST), (other, ANSWERED)):
        said = opened(folder)
        said.change_point(next(p for p in said.points() if p.private), {"text": words})
    assert found("workshop", "merge", other, "--workshop", kept) == []
    for options in ((), ("--json",)):
        assert found("workshop", "conflicts", *options, "--workshop", kept) == []
        assert found("workshop", "conflicts", "--private", *options, "--workshop", kept) == [FIRST, ANSWERED]
    assert "not shown: private" in must("workshop", "conflicts", "--workshop", kept).out
    assert found("feedback", "settle", "G2-Q1-01", "--keep", "1", "--workshop", kept) == []


@pytest.mark.parametrize("options", [("show",), ("show", "--json"), ("show", "--markdown"), ("headlines", "--json")])
def test_what_is_shown_holds_no_private_words(options: tuple[str, ...], kept: Path) -> None:
    """The same in words, as data and as a sheet."""
    assert found("feedback", *options, "--workshop", kept) == []


@pytest.mark.parametrize("form", formats.formats())
def test_a_summary_holds_no_private_words(form: str, kept: Path, tmp_path: Path) -> None:
    """Whatever it is written as, in no word of it, and in no byte of it."""
    written = tmp_path / f"summary{form}"
    must("plenary", "summary", "--output", written, "--workshop", kept)
    held = written.read_bytes()
    said = PACKED.get(form, bytes.decode)(held)
    assert "open-zq" in said
    assert [word for word in WORDS if word in said or word.encode() in held] == []


def test_a_forgotten_name_is_found_in_what_became_of_a_private_action(kept: Path) -> None:
    """Who asks to be forgotten hears of every place that names them, private or not."""
    said = opened(kept)
    point = next(p for p in said.points() if p.private)
    said.workshop.record([(f"action/va-monitoring/{point.id}", {"status": "open", "note": "Amara Diallo-Zq asks"})])
    (kept / "list.csv").write_text("id,name\nZQ,Amara Diallo-Zq\n", encoding="utf-8")
    must("participants", "import", kept / "list.csv", "--workshop", kept)
    done = vaexercise("participants", "forget", "ZQ", "--yes", "--workshop", kept)
    assert "action Group 2, Q1, point 01" in done.out + done.err
    assert "Diallo-Zq asks" not in must("workshop", "history", "--workshop", kept).out
