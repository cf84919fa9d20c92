"""Asks one question: its form again and again, or blank by blank; commands at every prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.commands import COMMANDS, understand
from vaexercise.capture.moves import Go, Leave
from vaexercise.errors import Unreadable
from vaexercise.model.form import shown, spoken
from vaexercise.model.text import in_language
from vaexercise.questions.reading import read_typed

if TYPE_CHECKING:
    from vaexercise.capture.console import Console
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Point, State
    from vaexercise.model.form import Blank, Value
    from vaexercise.model.question import Question
    from vaexercise.workshop.feedback import Feedback

STATES: dict[str, State] = {"skip": "skipped", "nothing": "nothing", "not-discussed": "not-discussed"}


class Asking:
    """One question to one group."""

    def __init__(
        self, feedback: Feedback, exercise: Exercise, question: Question, group: str, console: Console, language: str
    ) -> None:
        self.feedback, self.exercise, self.question, self.group = feedback, exercise, question, group
        self.console, self.language = console, language
        self.form = question.form(feedback.offered(question))

    def run(self) -> None:
        """Ask until an empty line or the last blank. Raises `Go` and `Leave`."""
        if not self.form.blanks:
            return
        if self.form.repeats:
            self._repeat()
        else:
            self._fill()

    # -- points

    def _repeat(self) -> None:
        self._list()
        first, *others = self.form.blanks
        while (value := self._value(first, f"{len(self._points()) + 1}. {self._label(first)}> ")) != "":
            point = self._add(first, value)
            for blank in others:
                more = self._value(blank, f"   {self._label(blank)}> ")
                if more != "":
                    point = self.feedback.change_point(point, {**point.values, blank.name: more})
        self._count()

    def _label(self, blank: Blank) -> str:
        return "" if len(self.form.blanks) == 1 else in_language(blank.label, self.language)

    def _add(self, first: Blank, value: Value) -> Point:
        [point] = self.feedback.add_points(self.question, self.group, [{first.name: value}])
        self.console.say(f"   saved as {point.code}")
        return point

    def _count(self) -> None:
        """Say what there is, if it is less or more than hoped for: a notice, never a door."""
        count, form = len(self._points()), self.form
        if not count and self._state() == "open":
            self.console.say("Left open. If the group has nothing to say, go :back and type :nothing.")
        elif 0 < count < form.least:
            self.console.say(f"{count} entered; {form.least} were hoped for.")
        elif form.most and count > form.most:
            self.console.say(f"{count} entered; {form.most} at most were hoped for. All are kept.")

    def _points(self) -> tuple[Point, ...]:
        self.feedback.workshop.log.refresh()
        return self.feedback.response(self.question, self.group).points

    def _state(self) -> State:
        return self.feedback.response(self.question, self.group).state

    # -- one answer, blank by blank

    def _fill(self) -> None:
        values = self._answer()
        open_blanks = [blank for blank in self.form.blanks if blank.name not in values]
        wanted = open_blanks or list(self.form.blanks)
        self._explain(wanted)
        for number, blank in enumerate(self.form.blanks, start=1):
            if blank not in wanted or not _asked(blank, values):
                continue
            before = shown(blank, values[blank.name], self.language) if blank.name in values else ""
            label = in_language(blank.label, self.language)
            place = f"{number}/{len(self.form.blanks)} " if len(self.form.blanks) > 1 else ""
            now = f" [{before}]" if before else ""
            value = self._value(blank, f"{place}{label}{now}> " if len(self.form.blanks) > 1 else f"{now}> ")
            if value != "":
                values[blank.name] = value
                self.feedback.set_answer(self.question, self.group, values)

    def _answer(self) -> dict[str, Value]:
        answer = self.feedback.response(self.question, self.group).answer
        return dict(answer.values) if answer else {}

    def _explain(self, blanks: list[Blank]) -> None:
        """Show the choices once where all blanks have the same."""
        kinds = {blank.choices for blank in blanks if blank.choices}
        if len(blanks) > 1 and len(kinds) == 1 and all(blank.choices for blank in blanks):
            self.console.say(f"Answer with a number: {self._numbered(blanks[0])}. Enter alone leaves one open.")

    def _numbered(self, blank: Blank) -> str:
        labels = [in_language(item.label, self.language) for item in blank.choices]
        return ", ".join(f"{number} {label}" for number, label in enumerate(labels, start=1))

    # -- any prompt

    def _value(self, blank: Blank, prompt: str) -> Value:
        """What is typed into a blank; the empty string for an empty line. Asks again for what cannot be read."""
        if blank.choices and (
            self.form.repeats or len(self.form.blanks) == 1 or len({b.choices for b in self.form.blanks}) > 1
        ):
            self.console.say(f"   {self._numbered(blank)}")
        while True:
            text = self._line(prompt)
            if not text:
                return ""
            try:
                return read_typed(blank, text, self.language)
            except Unreadable as error:
                self.console.say(f"{error} Nothing was entered.")

    def _line(self, prompt: str, before: str = "") -> str:
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
            self.console.say("\n".join(f":{word} {meaning}" for word, meaning in COMMANDS.items()))
        elif name == "list":
            self._list()
        else:
            self._on_point(name, argument)

    def _declare(self, name: str) -> None:
        """Record one of the three ways of leaving a question empty, and go on."""
        if self._state() == "answered":
            self.console.say("Something is entered for this question; delete it first if it should not stand.")
            return
        self.feedback.set_state(self.question, self.group, STATES[name])
        self.console.say(f"Saved: {STATES[name].replace('-', ' ')}.")
        raise Go("next")

    def _list(self) -> None:
        if not self.form.repeats:
            values = self._answer()
            self.console.say(spoken(self.form, values, self.language) if values else "Nothing is entered yet.")
            return
        for number, point in enumerate(self._points(), start=1):
            star = "  (headline)" if point.star else ""
            self.console.say(f"{number}. {spoken(self.form, point.values, self.language)}{star}  [{point.code}]")

    def _on_point(self, name: str, argument: str) -> None:
        """`:edit`, `:delete` and `:star`, with the number of a point."""
        points = self._points()
        if not (argument.isdecimal() and 1 <= int(argument) <= len(points)):
            self.console.say(
                f"Say which: :{name} and a number from 1 to {len(points)}." if points else "There is no point here yet."
            )
            return
        point = points[int(argument) - 1]
        if name == "delete":
            self.feedback.delete_point(point)
            self.console.say(f"Deleted {point.code}: {spoken(self.form, point.values, self.language)}")
        elif name == "star":
            self.feedback.star(point, on=not point.star)
            self.console.say(f"{point.code} is {'no longer' if point.star else 'now'} a headline.")
        else:
            self._edit(point)

    def _edit(self, point: Point) -> None:
        """Ask each blank again; an empty line leaves it as it was."""
        values = dict(point.values)
        for blank in self.form.blanks:
            label = in_language(blank.label, self.language) if len(self.form.blanks) > 1 else point.code
            before = shown(blank, values[blank.name], self.language) if blank.name in values else ""
            text = self._line(f"{label}> ", before)
            if text:
                try:
                    values[blank.name] = read_typed(blank, text, self.language)
                except Unreadable as error:
                    self.console.say(f"{error} It stays as it was.")
        if values != dict(point.values):
            self.feedback.change_point(point, values)
            self.console.say(f"Saved {point.code}.")


def _asked(blank: Blank, values: dict[str, Value]) -> bool:
    if blank.only_if is None:
        return True
    name, wanted = blank.only_if
    return values.get(name) in wanted
