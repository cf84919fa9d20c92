"""Asks one question: what all kinds have in common at any prompt, the commands above all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from vaexercise.capture.commands import COMMANDS, understand
from vaexercise.capture.moves import Go, Leave
from vaexercise.errors import Unreadable
from vaexercise.model.text import in_language
from vaexercise.questions.reading import read_typed

if TYPE_CHECKING:
    from vaexercise.capture.console import Console
    from vaexercise.model.feedback import Response, State
    from vaexercise.model.form import Blank, Item, Value
    from vaexercise.model.question import Question
    from vaexercise.workshop.feedback import Feedback

STATES: dict[str, State] = {"skip": "skipped", "nothing": "nothing", "not-discussed": "not-discussed"}
SAID = {"skip": "skipped", "nothing": "nothing to say", "not-discussed": "not discussed"}
CHOOSING = {
    "one": "Answer with a number:",
    "many": "Answer with numbers, for example 1,3:",
    "order": "Answer with numbers in order, first choice first, for example 2,1,3:",
}


class Asking(ABC):
    """One question to one group. What its kind decides is in `PointAsking` and `AnswerAsking`."""

    def __init__(self, feedback: Feedback, question: Question, group: str, console: Console, language: str) -> None:
        self.feedback, self.question, self.group = feedback, question, group
        self.console, self.language = console, language
        self.form = question.form()
        self._explained: tuple[Item, ...] = ()

    @abstractmethod
    def run(self, *, resuming: bool = False) -> None:
        """Ask until an empty line or the last blank; when `resuming`, first what was half filled in.

        Raises `Go` and `Leave`.
        """

    @abstractmethod
    def show(self) -> None:
        """Show what is entered."""

    @abstractmethod
    def change(self, command: str, argument: str) -> None:
        """Carry out `edit`, `delete` or `star` on one of the things entered."""

    def response(self) -> Response:
        """What the group has said by now, whoever typed it."""
        self.feedback.workshop.log.refresh()
        return self.feedback.response(self.question, self.group)

    def label(self, blank: Blank) -> str:
        """The words of a blank."""
        return in_language(blank.label, self.language)

    def value(self, blank: Blank, prompt: str, before: str = "") -> Value:
        """What is typed into a blank; the empty string for an empty line. Asks again for what cannot be read."""
        self._explain(blank)
        while True:
            text = self._line(prompt, before)
            if not text:
                return ""
            try:
                return read_typed(blank, text, self.language)
            except Unreadable as error:
                self.console.say(f"{error} Nothing was entered.")

    def _explain(self, blank: Blank) -> None:
        """Show the choices of a blank, unless they are those shown last."""
        if blank.choices and blank.choices != self._explained:
            self._explained = blank.choices
            labels = [in_language(choice.label, self.language) for choice in blank.choices]
            numbered = ", ".join(f"{number} {label}" for number, label in enumerate(labels, start=1))
            self.console.say(f"{CHOOSING[blank.kind]} {numbered}")

    def _line(self, prompt: str, before: str) -> str:
        """A line of the group's words; commands are carried out on the way."""
        while True:
            typed = understand(self.console.ask(prompt, before))
            if typed.reply:
                self.console.say(typed.reply)
            elif typed.command:
                self._command(typed.command, typed.argument)
            else:
                return typed.text

    def _command(self, name: str, argument: str) -> None:
        if name == "quit":
            raise Leave
        if name in ("next", "back"):
            raise Go(name)
        if name == "jump":
            raise Go(argument)
        if name in STATES:
            self._declare(name)
        elif name == "help":
            self.console.say("\n".join(f":{word} – {meaning}" for word, meaning in COMMANDS.items()))
        elif name == "list":
            self.show()
        else:
            self.change(name, argument)

    def _declare(self, name: str) -> None:
        """Record one of the three ways of leaving a question empty, and go on."""
        if self.response().state == "answered":
            self.console.say("Something is entered for this question; delete it first if it should not stand.")
            return
        self.feedback.set_state(self.question, self.group, STATES[name])
        self.console.say(f"Saved: {SAID[name]}.")
        raise Go("next")
