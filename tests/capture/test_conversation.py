"""Conversations with a rapporteur, as text files: what the program says, and after `>> ` what is typed.

`#` lines at the top are for the reader. To write a new one, type only the `>> ` lines and run with
`--write-conversations`; then read every line of it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vaexercise.capture.conversation import Conversation
from vaexercise.capture.sheet import SheetReader, record_sheet
from vaexercise.definitions import source
from vaexercise.workshop import seating
from vaexercise.workshop.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[1] / "data" / "conversations"
FILES = sorted(FOLDER.glob("*.txt"))


class Script:
    """A console that types what the script says and writes down everything."""

    def __init__(self, typed: list[str]) -> None:
        self.typed = typed
        self.shown: list[str] = []

    def say(self, text: str = "") -> None:
        self.shown += text.split("\n")

    def ask(self, prompt: str, before: str = "") -> str:
        if not self.typed:
            raise EOFError
        line = self.typed.pop(0)
        now = f" [{before}]" if before else ""
        self.shown.append(f"{prompt.rstrip()}{now} >> {line}".rstrip())
        return line


def play(folder: Path, text: str, group: str) -> str:
    """The whole conversation that comes of the lines typed in a script."""
    head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    typed = [line.partition(">> ")[2] for line in text.splitlines() if re.search(r">>( |$)", line)]
    workshop = Workshop(folder)
    session = workshop.session()
    script = Script(typed)
    Conversation(Feedback(workshop, session), workshop.exercise(session), group, script, members=["Amara"]).run()
    assert not typed, f"never asked for: {typed}"
    return head + "\n".join(script.shown) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path, workshop_with_groups: Path, request: pytest.FixtureRequest) -> None:
    """The program says exactly what the file says it does."""
    text = path.read_text(encoding="utf-8")
    group = "plenary" if path.stem.startswith("plenary") else "g1"
    played = play(workshop_with_groups, text, group)
    if request.config.getoption("--write-conversations"):
        path.write_text(played, encoding="utf-8")
    assert played == text


def test_there_are_conversations() -> None:
    """The folder of the test above is not empty."""
    assert FILES


def test_a_conversation_that_stops_goes_on_where_it_stopped(workshop_with_groups: Path) -> None:
    """The end of input loses nothing; the next start says what is there and goes on in the same question."""
    play(workshop_with_groups, ">> One\n>> Two\n>> \n>> yes\n", "g1")
    again = play(workshop_with_groups, ">> :list\n>> :quit", "g1")
    assert "2 of 5 questions have something entered. Going on where you stopped." in again
    assert "question 2 of 5 (Q2)" in again
    assert "\n2/25 " in again


def test_after_a_question_that_was_left_empty_the_next_is_asked(workshop_with_groups: Path) -> None:
    """What the group skipped is not asked again at the next start."""
    play(workshop_with_groups, ">> :skip\n", "g1")
    assert "question 2 of 5 (Q2)" in play(workshop_with_groups, ">> :quit", "g1")


def test_two_who_type_for_one_group_see_each_other_and_get_codes_of_their_own(workshop_with_groups: Path) -> None:
    """A point that a colleague saved meanwhile is counted before the next code is given."""
    other = Workshop(workshop_with_groups)
    said = Feedback(other, other.session())
    question = other.exercise(other.session()).questions[1]

    class Beside(Script):
        def ask(self, prompt: str, before: str = "") -> str:
            if len(self.typed) == 2:
                said.add_points(question, "g1", [{"text": "from the colleague"}])
            return super().ask(prompt, before)

    workshop = Workshop(workshop_with_groups)
    session = workshop.session()
    script = Beside(["one", "two", ":list"])
    Conversation(Feedback(workshop, session), workshop.exercise(session), "g1", script).run()
    shown = "\n".join(script.shown)
    assert "saved as G1-Q1-01\n2> >> two\n   saved as G1-Q1-03" in shown
    assert "2. from the colleague  [G1-Q1-02]" in shown


def test_every_enter_is_on_disk_before_the_next_prompt(workshop_with_groups: Path) -> None:
    """Cut after any number of lines, everything typed so far is there for another reader, word for word."""
    lines = ["First challenge", "Second challenge", "", "1", "2", "3"]
    seen = 0

    class Watching(Script):
        def ask(self, prompt: str, before: str = "") -> str:
            nonlocal seen
            other = Workshop(workshop_with_groups)
            said = Feedback(other, other.session())
            entered = [line for line in lines[: len(lines) - len(self.typed)] if line]
            points = [point.text for point in said.points()]
            answers = said.response(other.exercise(other.session()).questions[2], "g1").answer
            found = points + [str(value) for value in (answers.values.values() if answers else ())]
            wanted = [{"1": "yes", "2": "partly", "3": "no"}.get(line, line) for line in entered]
            assert sorted(found) == sorted(wanted)
            seen += 1
            return super().ask(prompt, before)

    workshop = Workshop(workshop_with_groups)
    session = workshop.session()
    Conversation(Feedback(workshop, session), workshop.exercise(session), "g1", Watching(list(lines))).run()
    assert seen == len(lines) + 1


SHEET = """
group: 2
by: Amara
answers:
  q-challenges:
    - No budget line
    - {text: Les données arrivent trop tard, language: fr, star: yes}
  q-actors: {survivors: partly}
  q-overcome: nothing
"""


def take(folder: Path, text: str) -> tuple[Workshop, Callable[[], str]]:
    workshop = Workshop(folder)
    said = Feedback(workshop, workshop.session())
    exercise = workshop.exercise(workshop.session())
    reader = SheetReader(exercise, seating.group_count(workshop, workshop.session()), said.offered)
    taken = record_sheet(said, reader.read(source.load(text.encode(), "sheet.yaml")))
    return workshop, lambda: f"{taken.added} {taken.known} {taken.answers}"


def test_a_sheet_is_taken_whole_and_only_once(workshop_with_groups: Path) -> None:
    """Points, stars, languages, answers and states come in; the same sheet again adds nothing."""
    workshop, counts = take(workshop_with_groups, SHEET)
    assert counts() == "2 0 1"
    points = Feedback(workshop, workshop.session()).points()
    assert [(p.code, p.text, p.language, p.star) for p in points] == [
        ("G2-Q1-01", "No budget line", "", False),
        ("G2-Q1-02", "Les données arrivent trop tard", "fr", True),
    ]
    assert take(workshop_with_groups, SHEET)[1]() == "0 4 0"
