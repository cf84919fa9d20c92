"""Whenever a sitting ends, and wherever its log is cut: all that was acknowledged is there, and half a line is not."""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from stage import FILES, Stage, workshop_for

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from vaexercise.model.form import Values

SITTING = next(path for path in FILES if path.stem == "whole-sitting").read_text(encoding="utf-8")
FEW, ALL = 1, 10_000
"""Places at which each stretch of the log is cut."""

LAST = 3
"""Moments before the end of which everything in between is tried."""


class Moment(NamedTuple):
    """What another reader finds while a line is asked for: the bytes of each log file, and what was said by code."""

    sizes: Mapping[str, int]
    said: Mapping[str, Values]


def said(folder: Path) -> dict[str, Values]:
    """All points and answers in a workshop, as a new reader finds them."""
    workshop = Workshop(folder)
    feedback = Feedback(workshop, workshop.session())
    asked = list(workshop.exercise(workshop.session()).walk())
    answers = [response.answer for response in feedback.responses(asked, ["g1"]) if response.answer]
    return {entry.code: entry.values for entry in (*feedback.points(), *answers)}


def log(folder: Path) -> list[Path]:
    """The files of a log."""
    return sorted((folder / "log").glob("*.jsonl"))


class Watched(Stage):
    """Writes down at each prompt what is on the disk."""

    def __init__(self, folder: Path, text: str) -> None:
        super().__init__(folder, text)
        self.moments: list[Moment] = []

    def ask(self, *words: str, **more: object) -> str:
        """Look, then type the next line."""
        self.look()
        return super().ask(*words, **more)  # type: ignore[arg-type]

    def look(self) -> None:
        """Read everything as another program would."""
        sizes = {path.name: path.stat().st_size for path in log(self.folder)}
        self.moments.append(Moment(sizes, said(self.folder)))


@pytest.fixture
def sat(made_once: Path, tmp_path: Path) -> Watched:
    """A whole sitting that has been played."""
    stage = Watched(workshop_for("", made_once, tmp_path), SITTING)
    stage.play()
    stage.look()
    return stage


def acknowledged(stage: Stage) -> Iterator[tuple[str, str]]:
    """Each line that was typed and answered with `saved as`, and the code it was given."""
    for typed, answer in pairwise(stage.shown):
        if answer.startswith("   saved as "):
            yield answer.removeprefix("   saved as "), typed.partition(">> ")[2] or typed.partition("> ")[2]


def test_each_enter_is_on_the_disk_before_the_next_prompt(made_once: Path, tmp_path: Path) -> None:
    """At every prompt another reader finds all lines that were acknowledged by then, word for word."""

    class Checked(Watched):
        def look(self) -> None:
            super().look()
            found = {code: list(values.values()) for code, values in self.moments[-1].said.items()}
            corrected = {"G1-Q1-04": "Ministries count services, and not the people who use them"}
            for code, words in acknowledged(self):
                assert words in found[code] or corrected[code] in found[code]

    stage = Checked(workshop_for("", made_once, tmp_path), SITTING)
    stage.play()
    assert len(list(acknowledged(stage))) > 14


def test_a_sitting_that_ends_after_any_enter_is_there(sat: Watched, tmp_path: Path) -> None:
    """With the log as it was at any prompt, all is there that was there then; and the conversation goes on."""
    for moment in sat.moments:
        folder = cut(sat.folder, tmp_path / "cut", moment.sizes)
        assert said(folder) == moment.said
        assert goes_on(folder)


def places(low: int, high: int, most: int) -> range:
    """So many places between two, at most; all of them if there are no more."""
    return range(low + 1, high, max(1, (high - low) // (most + 1)))


def cut(whole: Path, folder: Path, sizes: Mapping[str, int]) -> Path:
    """A copy of a workshop whose log files have only so many bytes each."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder, ignore=shutil.ignore_patterns("log", "drafts"))
    (folder / "log").mkdir()
    for name, size in sizes.items():
        (folder / "log" / name).write_bytes((whole / "log" / name).read_bytes()[:size])
    return folder


def goes_on(folder: Path) -> bool:
    """Whether the next start greets, and a line that is then typed as a point is saved."""
    stage = Stage(folder, ">> :jump Q4\n>> One more\n>> :quit\n")
    stage.seed = 1
    stage.play()
    return stage.shown[0].startswith("Group 1") and any(line.startswith("   saved as G1-Q4-") for line in stage.shown)


def grown(moments: list[Moment]) -> Iterator[tuple[Moment, Moment, str]]:
    """Two moments after each other, and a file that became longer between them."""
    for before, after in pairwise(moments):
        for name, size in after.sizes.items():
            if size > before.sizes.get(name, 0):
                yield before, after, name


def prove(whole: Path, moments: list[Moment], folder: Path, most: int) -> int:
    """Cut what was written between two prompts in the middle of lines; give the number of cuts."""
    cuts = 0
    for before, after, name in grown(moments):
        for size in places(before.sizes.get(name, 0), after.sizes[name], most):
            cuts += 1
            found = said(cut(whole, folder, {**before.sizes, name: size}))
            assert before.said.keys() & after.said.keys() <= found.keys()
            for code, values in found.items():
                assert values in (before.said.get(code), after.said.get(code)), (code, name, size)
            assert goes_on(folder)
    return cuts


def test_a_log_that_is_cut_in_a_line_has_all_lines_before_it(sat: Watched, tmp_path: Path) -> None:
    """Cut anywhere in what was written after an Enter: it is there as a whole or not at all, and all before it is."""
    assert prove(sat.folder, sat.moments, tmp_path / "cut", FEW) > len(sat.moments) / 2


@pytest.mark.slow
def test_a_log_that_is_cut_after_any_byte(sat: Watched, tmp_path: Path) -> None:
    """The same after every byte of the last lines."""
    assert prove(sat.folder, sat.moments[-LAST:], tmp_path / "cut", ALL) > 400


@pytest.fixture
def play(made_once: Path, tmp_path: Path) -> Callable[[str], list[str]]:
    """Plays lines in one workshop, a start of the program each time, and gives what was shown."""
    folder = workshop_for("", made_once, tmp_path)

    def played(text: str) -> list[str]:
        stage = Stage(folder, text)
        stage.seed = len(text)
        stage.play()
        return stage.shown

    return played


def test_a_conversation_that_stops_goes_on_where_it_stopped(play: Callable[[str], list[str]]) -> None:
    """The end of input loses nothing; the next start says what is there and goes on in the same question."""
    play(">> One\n>> Two\n>>\n>> yes\n")
    again = "\n".join(play(">> :list\n>> :quit\n"))
    assert "2 of 5 questions done or begun. Going on where you stopped." in again
    assert "question 2 of 5 (Q2)" in again
    assert "\n2/25 " in again


def test_after_a_question_that_was_left_empty_the_next_is_asked(play: Callable[[str], list[str]]) -> None:
    """What the group skipped is not asked again at the next start."""
    play(">> :skip\n")
    assert "question 2 of 5 (Q2)" in "\n".join(play(">> :quit\n"))


def test_two_who_type_see_each_other_and_get_codes_of_their_own(play: Callable[[str], list[str]]) -> None:
    """A point that a colleague saved while a line was typed is told, and the code of that line is another."""
    shown = play(">> one\n<< Bo adds Q1: from Bo\n>> two\n>> :quit\n")
    assert "   saved as G1-Q1-03" in shown
    assert shown.index("Bo added 2. from Bo  [G1-Q1-02]") > shown.index("   saved as G1-Q1-03")
