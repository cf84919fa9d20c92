"""Asks one question: what all kinds have in common at any prompt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from vaexercise.capture.commands import explained, understand
from vaexercise.capture.marking import MARKING
from vaexercise.capture.moves import Go, Leave
from vaexercise.errors import Refused, Unknown, Unreadable
from vaexercise.model.form import shown
from vaexercise.model.text import in_language
from vaexercise.questions.reading import read_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.draft import Place
    from vaexercise.capture.talk import Talk
    from vaexercise.model.feedback import Answer, Point, Response, State
    from vaexercise.model.form import Blank, Item, Value
    from vaexercise.model.question import Question

STATES: dict[str, State] = {"skip": "skipped", "nothing": "nothing", "not-discussed": "not-discussed"}
SAID = {"skip": "skipped", "nothing": "nothing to say", "not-discussed": "not discussed"}
CHOOSING = {
    "one": "Answer with a number:",
    "many": "Answer with numbers, for example 1,3:",
    "order": "Answer with numbers in order, first choice first, for example 2,1,3:",
}
LIKE_COMMANDS = {"quit": "quit", "exit": "quit", "q": "quit", "help": "help", "undo": "undo"}
"""Words that people type by habit, and the commands they mean."""
MOVES = {"quit": Leave, "next": Go, "back": Go}


class _Another(Exception):
    """Another thing is to be edited than the one that is."""

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self.argument = argument


class Asking(ABC):
    """One question to one group. What its kind decides is in `PointAsking` and `AnswerAsking`."""

    def __init__(self, talk: Talk, question: Question, everywhere: Mapping[str, Callable[[str], None]]) -> None:
        """`everywhere` are the commands that have nothing to do with the question, by their names."""
        self.talk, self.question = talk, question
        self.feedback, self.group, self.language = talk.feedback, talk.group, talk.language
        self.say = talk.say
        self.form = question.form()
        self.commands: dict[str, Callable[[str], None]] = {
            **everywhere,
            "help": self._help,
            "list": lambda _: self.show(),
            "edit": self._edit,
            "delete": self.delete,
            **{name: self._marked(name) for name in MARKING},
            **{name: self._declared(name) for name in STATES},
        }
        self._explained: tuple[Item, ...] = ()
        self._hinted = {""}
        self._doubtful = ""
        self.editing = False

    @abstractmethod
    def run(self, *, resuming: bool = False) -> None:
        """Ask until an empty line or the last blank; when `resuming`, first what was half filled in.

        Raises `Go` and `Leave`.
        """

    @abstractmethod
    def show(self) -> None:
        """Show what is entered."""

    @abstractmethod
    def edit(self, argument: str) -> None:
        """Ask one of the things entered again."""

    @abstractmethod
    def delete(self, argument: str) -> None:
        """Take one of the things entered away."""

    @abstractmethod
    def addressed(self, command: str, argument: str) -> tuple[Point | Answer | None, str]:
        """What a mark is put on, and the words beside; says itself why there is nothing."""

    @abstractmethod
    def is_number(self, word: str) -> bool:
        """Whether commands know one of the things entered by this word."""

    @abstractmethod
    def set_language(self, entry: Point | Answer, language: str) -> None:
        """Say in which language something is."""

    def response(self) -> Response:
        """What the group has said by now, whoever typed it."""
        self.talk.workshop.log.refresh()
        return self.feedback.response(self.question, self.group)

    def label(self, blank: Blank) -> str:
        """The words of a blank."""
        return in_language(blank.label, self.language)

    def place(self, blank: Blank, point: str = "") -> Place:
        """Where a line typed into a blank belongs."""
        return self.talk.place(self.question.id, blank.name, point)

    def value(
        self, blank: Blank, prompt: Callable[[], str | None], before: Callable[[], str] = str, *, point: str = ""
    ) -> Value:
        """What is typed into a blank; the empty string for an empty line. Asks again for what cannot be read.

        The prompt, and what stands there `before`, are made anew each time they are shown: a command may have
        changed them. There is no prompt, and nothing to type, once a command has done what was asked for.
        """
        self.explain(blank)
        while True:
            text = self._line(prompt, before, self.place(blank, point))
            if not text:
                return ""
            try:
                many = self.many(blank, text)
                if many is None:
                    return read_typed(blank, text, self.language)
            except Unreadable as error:
                self.say(f"{error} Nothing was entered.")
                continue
            if blank in many:
                return ""

    def many(self, blank: Blank, text: str) -> list[Blank] | None:  # noqa: ARG002  kinds with many blanks use them
        """The blanks that a line typed at one of them has answered, by now; None for a line that answers just this."""
        return None

    def understood(self, blank: Blank, value: Value) -> str:
        """What was understood of a choice or a number, in words; nothing for words, which stand as they are."""
        return shown(blank, value, self.language) if blank.choices or blank.kind == "number" else ""

    def explain(self, blank: Blank) -> None:
        """Say the hint of a blank, once, and show its choices, unless they are those shown last."""
        hint = in_language(blank.hint, self.language)
        if blank.hint != self.question.hint and hint not in self._hinted:
            self._hinted.add(hint)
            self.say(hint)
        if blank.choices and blank.choices != self._explained:
            self._explained = blank.choices
            labels = [in_language(choice.label, self.language) for choice in blank.choices]
            numbered = ", ".join(f"{number} {label}" for number, label in enumerate(labels, start=1))
            self.say(f"{CHOOSING[blank.kind]} {numbered}")

    def _line(self, prompt: Callable[[], str | None], before: Callable[[], str], place: Place) -> str:
        """A line of the group's words; commands are carried out on the way. Nothing, once there is no prompt."""
        while (words := prompt()) is not None:
            typed = understand(self.talk.line(words, before(), place=place), self._extras())
            if not typed.text:
                self.talk.draft.clear()
            if typed.reply:
                self.say(typed.reply)
            elif typed.command:
                self._command(typed.command, typed.argument)
            elif self._is_meant(typed.text):
                return typed.text
        return ""

    def _is_meant(self, text: str) -> bool:
        """Whether a line is to be entered: a word that looks like a command only if it is typed again."""
        command = LIKE_COMMANDS.get(text.casefold(), "")
        if not command or self._doubtful == text:
            self._doubtful = ""
            return True
        self._doubtful = text
        self.say(f"Did you mean :{command}? “{text}” was not entered; type it again if it is to be.")
        return False

    def _extras(self) -> list[str]:
        return [blank.name for blank in self.form.extras]

    def _command(self, name: str, argument: str) -> None:
        if name in MOVES:
            raise Leave if name == "quit" else Go(name)
        try:
            if name in self.commands:
                self.commands[name](argument)
            else:
                self.say(f":{name} is for points, and this question has none. Nothing was changed.")
        except (Refused, Unknown) as error:
            self.say(str(error))

    def _edit(self, argument: str) -> None:
        """Ask one of the things entered again; said while that goes on, another takes its place."""
        if self.editing:
            raise _Another(argument)
        self.editing, which = True, [argument]
        try:
            while which:
                try:
                    self.edit(which.pop())
                except _Another as another:
                    which.append(another.argument)
        finally:
            self.editing = False

    def _help(self, argument: str) -> None:
        for line in explained(argument, self._extras()):
            self.say(line)

    def _marked(self, name: str) -> Callable[[str], None]:
        return lambda argument: MARKING[name](self, argument)

    def _declared(self, name: str) -> Callable[[str], None]:
        """Records one of the three ways of leaving a question empty, and goes on."""

        def declare(_: str) -> None:
            if self.response().state == "answered":
                self.say("Something is entered for this question; delete it first if it should not stand.")
                return
            self.talk.save(lambda: self.feedback.set_state(self.question, self.group, STATES[name]))
            self.say(f"Saved: {SAID[name]}.")
            raise Go("next")

        return declare
