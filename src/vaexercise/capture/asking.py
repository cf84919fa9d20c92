"""Asks one question: its form again and again, or blank by blank; commands at every prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.commands import COMMANDS, understand
from vaexercise.capture.moves import Go, Leave
from vaexercise.errors import Unreadable
from vaexercise.model.form import is_asked, is_filled, shown
from vaexercise.model.text import in_language
from vaexercise.questions.reading import read_typed

if TYPE_CHECKING:
    from vaexercise.capture.console import Console
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Point, State
    from vaexercise.model.form import Blank, Item, Value
    from vaexercise.model.question import Question
    from vaexercise.workshop.feedback import Feedback

STATES: dict[str, State] = {"skip": "skipped", "nothing": "nothing", "not-discussed": "not-discussed"}

SAID = {"skip": "skipped", "nothing": "nothing to say", "not-discussed": "not discussed"}
LONGEST_NUMBER = 6
"""Digits that the number of a point may have."""
CHOOSING = {
    "one": "Answer with a number:",
    "many": "Answer with numbers, for example 1,3:",
    "order": "Answer with numbers in order, first choice first, for example 2,1,3:",
}


class Asking:
    """One question to one group."""

    def __init__(
        self, feedback: Feedback, exercise: Exercise, question: Question, group: str, console: Console, language: str
    ) -> None:
        self.feedback, self.exercise, self.group = feedback, exercise, group
        self.question = question.offering(feedback.offered(question))
        self.console, self.language = console, language
        self.form = self.question.form()
        self._explained: tuple[Item, ...] = ()

    def run(self) -> None:
        """Ask until an empty line or the last blank. Raises `Go` and `Leave`."""
        source = getattr(self.question, "options_from", "")
        if source and not self.feedback.offered(self.question):
            code = next((q.code for q in self.exercise.walk() if q.id == source), source)
            self.console.say(f"Its options are the points of {code}, and there are none yet. Left open.")
        elif not self.form.blanks:
            return
        elif self.form.repeats:
            self._repeat()
        else:
            self._fill()

    # -- points

    def _repeat(self) -> None:
        self._list()
        first, *others = self.form.blanks
        label = f" {self._label(first)}" if others else ""
        while (value := self._value(first, f"{len(self._points()) + 1}{label}> ")) != "":
            point = self._add(first, value)
            for blank in others:
                more = self._value(blank, f"   {self._label(blank)}> ")
                if more != "":
                    point = self.feedback.change_point(point, {**point.values, blank.name: more})
        self._count()

    def _label(self, blank: Blank) -> str:
        return in_language(blank.label, self.language)

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
        open_blanks = [blank for blank in self.form.blanks if not is_filled(blank, values)]
        wanted = open_blanks or list(self.form.blanks)
        for number, blank in enumerate(self.form.blanks, start=1):
            if blank not in wanted or not is_asked(blank, values):
                continue
            before = shown(blank, values[blank.name], self.language) if blank.name in values else ""
            label = self._label(blank) if blank.label != self.question.prompt else ""
            place = f"{number}/{len(self.form.blanks)} " if len(self.form.blanks) > 1 else ""
            now = f" [{before}]" if before else ""
            value = self._value(blank, f"{place}{label}{now}> ")
            if value != "":
                values = {**self._answer(), blank.name: value}
                self.feedback.set_answer(self.question, self.group, values)
        if values:
            for notice in self.question.notices(values, self.language):
                self.console.say(notice)

    def _answer(self) -> dict[str, Value]:
        """What is filled in by now, by whoever types for this group."""
        self.feedback.workshop.log.refresh()
        answer = self.feedback.response(self.question, self.group).answer
        return dict(answer.values) if answer else {}

    # -- any prompt

    def _value(self, blank: Blank, prompt: str) -> Value:
        """What is typed into a blank; the empty string for an empty line. Asks again for what cannot be read."""
        self._explain(blank)
        while True:
            text = self._line(prompt)
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
            numbered = ", ".join(
                f"{n} {in_language(c.label, self.language)}" for n, c in enumerate(blank.choices, start=1)
            )
            self.console.say(f"{CHOOSING[blank.kind]} {numbered}")

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
            self.console.say("\n".join(f":{word} – {meaning}" for word, meaning in COMMANDS.items()))
        elif name == "list":
            self._list(asked=True)
        else:
            self._on_point(name, argument)

    def _declare(self, name: str) -> None:
        """Record one of the three ways of leaving a question empty, and go on."""
        if self._state() == "answered":
            self.console.say("Something is entered for this question; delete it first if it should not stand.")
            return
        self.feedback.set_state(self.question, self.group, STATES[name])
        self.console.say(f"Saved: {SAID[name]}.")
        raise Go("next")

    def _list(self, *, asked: bool = False) -> None:
        if not self.form.repeats:
            values = self._answer()
            self.console.say(self.question.in_words(values, self.language) if values else "Nothing is entered yet.")
            return
        points = self._points()
        if not points and asked:
            self.console.say("Nothing is entered yet.")
        for number, point in enumerate(points, start=1):
            star = "  (headline)" if point.star else ""
            self.console.say(f"{number}. {self.question.in_words(point.values, self.language)}{star}  [{point.code}]")

    def _on_point(self, name: str, argument: str) -> None:
        """`:edit`, `:delete` and `:star`, with the number of a point."""
        points = self._points()
        number = int(argument) if argument.isdecimal() and len(argument) <= LONGEST_NUMBER else 0
        if not 1 <= number <= len(points):
            self.console.say(
                f"Say which: :{name} and a number from 1 to {len(points)}." if points else "There is no point here yet."
            )
            return
        point = points[number - 1]
        if name == "delete":
            self.feedback.delete_point(point)
            self.console.say(f"Deleted {point.code}: {self.question.in_words(point.values, self.language)}")
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
            self._explain(blank)
            text = self._line(f"{label}> ", before)
            if text:
                try:
                    values[blank.name] = read_typed(blank, text, self.language)
                except Unreadable as error:
                    self.console.say(f"{error} It stays as it was.")
        if values != dict(point.values):
            self.feedback.change_point(point, values)
            self.console.say(f"Saved {point.code}.")
