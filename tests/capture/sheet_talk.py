"""A workshop of an exercise with points, a checklist, actions and more, and a console that types lines into it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from conftest import must

from vaexercise.capture.comparing import Comparing
from vaexercise.capture.talk import Talk
from vaexercise.capture.transcribing import SheetTalk, Transcribing
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

DEFINITION = """
schema: vaexercise/exercise/1
id: on-paper
version: "1"
language: en
title: On paper
summary: Typed in from paper.
groups: {count: 2}
agenda:
  - id: work
    kind: group
    minutes: 60
    title: Work
    questions: [q-what, q-who, q-do, q-which, q-best, q-map]
questions:
  - {id: q-what, code: Q1, kind: points, prompt: What?}
  - id: q-who
    code: Q2
    kind: checklist
    prompt: Who?
    items: [roads, schools, wells]
    follow_up:
      - {id: q-missing, code: Q2a, kind: points, prompt: Who is missing?, when: {question: q-who, any_of: ["no"]}}
  - {id: q-do, code: Q3, kind: actions, prompt: What next?, fields: {what: required, who: optional}}
  - {id: q-which, code: Q4, kind: many, prompt: Which?, options: [north, south, east]}
  - {id: q-best, code: Q5, kind: one, prompt: Best?, options_from: q-what}
  - {id: q-map, code: Q6, kind: map, prompt: Where?, x: {label: X}, y: {label: Y}, items: [roads, wells]}
"""


class Script:
    """A console that types these lines, and remembers what is said."""

    def __init__(self, *lines: str) -> None:
        self.waiting = deque(lines)
        self.said: list[str] = []
        self.forgotten = 0

    def say(self, text: str = "") -> None:
        """Remember what is said."""
        self.said.append(text)

    def ask(
        self,
        prompt: str,
        before: str = "",
        *,
        choices: Sequence[str] = (),  # noqa: ARG002  a script completes nothing
        keep: Callable[[str], None] | None = None,  # noqa: ARG002  and never pauses
    ) -> str:
        """Type the next line; at the end of the script the input ends."""
        self.said.append(f"{prompt}{before}")
        if not self.waiting:
            raise EOFError
        return self.waiting.popleft()

    def forget(self) -> bool:
        """Count how often the screen was cleared."""
        self.forgotten += 1
        return True

    def close(self) -> None:
        """Nothing is open."""

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.said)


def new_workshop(folder: Path) -> Path:
    """A workshop of that exercise in a folder."""
    file = folder / "on-paper.yaml"
    file.write_text(DEFINITION, encoding="utf-8")
    must("workshop", "new", folder / "workshop", "--exercise", file)
    return folder / "workshop"


def feedback(folder: Path, by: str = "") -> Feedback:
    """What was said in the workshop's session."""
    opened = Workshop(folder, by=by)
    return Feedback(opened, opened.session())


def transcribe(folder: Path, *lines: str, by: str = "Rosa", group: str = "g2") -> Script:
    """Type in lines as Rosa, from the sheet of group 2."""
    script = Script(*lines)
    Transcribing(SheetTalk(Talk(feedback(folder, by), group, script))).run()
    return script


def compare(folder: Path, *lines: str, by: str = "Bo") -> Script:
    """Compare group 2's sheet as Bo."""
    script = Script(*lines)
    Comparing(Talk(feedback(folder, by), "g2", script), by).run()
    return script


def entered(folder: Path) -> dict[str, str]:
    """What group 2 said, by its code."""
    said = feedback(folder)
    exercise = said.complete(said.workshop.exercise(said.session))
    return {
        entry.code: question.in_words(entry.values)
        for question in exercise.walk()
        for entry in said.response(question, "g2").entries
    }
