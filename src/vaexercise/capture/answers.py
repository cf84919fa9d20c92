"""Asks a question that is answered once, blank by blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.asking import Asking
from vaexercise.model.form import is_asked, is_filled, shown

if TYPE_CHECKING:
    from vaexercise.model.form import Blank, Value


class AnswerAsking(Asking):
    """Blank after blank; every line is saved before the next is asked for."""

    def run(self, *, resuming: bool = False) -> None:  # noqa: ARG002  open blanks come first at any start
        """Ask what is still open; if nothing is, everything again, with what stands there."""
        if self.form.advice:
            self.console.say(self.form.advice)
        values = self._values()
        wanted = [blank for blank in self.form.blanks if not is_filled(blank, values)] or list(self.form.blanks)
        for blank in wanted:
            if is_asked(blank, self._values()):
                self._ask(blank)
        if values := self._values():
            for notice in self.question.notices(values, self.language):
                self.console.say(notice)

    def _ask(self, blank: Blank) -> None:
        values = self._values()
        before = shown(blank, values[blank.name], self.language) if is_filled(blank, values) else ""
        label = self.label(blank) if blank.label != self.question.prompt else ""
        place = f"{self.form.blanks.index(blank) + 1}/{len(self.form.blanks)} " if len(self.form.blanks) > 1 else ""
        now = f" [{before}]" if before else ""
        value = self.value(blank, f"{place}{label}{now}> ")
        if value != "":
            self._save({**self._values(), blank.name: value})

    def _values(self) -> dict[str, Value]:
        answer = self.response().answer
        return dict(answer.values) if answer else {}

    def _save(self, values: dict[str, Value]) -> None:
        self.feedback.set_answer(self.question, self.group, values)

    def show(self) -> None:
        """Each filled blank on a line of its own."""
        values = self._values()
        filled = [(n, b) for n, b in enumerate(self.form.blanks, start=1) if is_filled(b, values)]
        if not filled:
            self.console.say("Nothing is entered yet.")
        for number, blank in filled:
            label = f"{number}. {self.label(blank)}: " if len(self.form.blanks) > 1 else ""
            self.console.say(f"{label}{shown(blank, values[blank.name], self.language)}")

    def change(self, command: str, argument: str) -> None:
        """Ask one blank again, or empty it, by its number."""
        number = int(argument) if argument.isdecimal() and len(argument) <= len(str(len(self.form.blanks))) else 0
        if command == "star":
            self.console.say("Only points can be headlines.")
        elif not 1 <= number <= len(self.form.blanks):
            self.console.say(f"Say which: :{command} and a number from 1 to {len(self.form.blanks)}.")
        elif command == "edit":
            self._ask(self.form.blanks[number - 1])
        else:
            blank = self.form.blanks[number - 1]
            self._save({name: value for name, value in self._values().items() if name != blank.name})
            self.console.say(f"Emptied {number}: {self.label(blank)}")
