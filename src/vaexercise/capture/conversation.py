"""Asks a group's questions one by one. Each line is saved before the next is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.answers import AnswerAsking
from vaexercise.capture.moves import Go, Leave
from vaexercise.capture.points import PointAsking
from vaexercise.model.form import is_filled
from vaexercise.model.groups import group_name
from vaexercise.model.text import counted, in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.capture.console import Console
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question
    from vaexercise.workshop.feedback import Feedback


class Conversation:
    """One rapporteur, one group (or the plenary), one session."""

    def __init__(
        self,
        feedback: Feedback,
        exercise: Exercise,
        group: str,
        console: Console,
        *,
        members: Sequence[str] = (),
        language: str = "",
    ) -> None:
        self.feedback, self.exercise, self.group, self.console = feedback, exercise, group, console
        self.members = members
        self.language = language or exercise.language

    def run(self) -> None:
        """Ask from the first open question to the last, or until the rapporteur leaves."""
        self._greet()
        questions = self._questions()
        position, resuming = self._where_it_stopped(questions), True
        try:
            while position < len(questions):
                position = self._ask(questions, position, resuming=resuming)
                questions, resuming = self._questions(), False
        except (Leave, EOFError):
            self._part()
            return
        self.console.say("\nThat was the last question.")
        self._part()

    def _where_it_stopped(self, questions: Sequence[Question]) -> int:
        """The last question that has something: its points may go on. If nothing can follow there, the next."""
        touched = [n for n, question in enumerate(questions) if self._state(question) != "open"]
        if not touched:
            return 0
        last = questions[touched[-1]]
        response = self.feedback.response(last, self.group)
        answer = response.answer.values if response.answer else {}
        goes_on = response.points or any(not is_filled(b, answer) for b in last.form().blanks)
        ends = response.state in ("skipped", "nothing", "not-discussed") or not goes_on
        return min(touched[-1] + ends, len(questions) - 1)

    def _ask(self, questions: Sequence[Question], position: int, *, resuming: bool = False) -> int:
        """Ask one question and say which comes next."""
        question = questions[position]
        self._head(question, position + 1, len(questions))
        try:
            self._answer(question.offering(self.feedback.offered(question)), resuming=resuming)
        except Go as go:
            return self._target(questions, position, go.to)
        return position + 1

    def _answer(self, question: Question, *, resuming: bool) -> None:
        source = getattr(question, "options_from", "")
        if source and not self.feedback.offered(question):
            code = next((q.code for q in self.exercise.walk() if q.id == source), source)
            self.console.say(f"Its options are the points of {code}, and there are none yet. Left open.")
            return
        form = question.form()
        if form.blanks:
            kind = PointAsking if form.repeats else AnswerAsking
            kind(self.feedback, question, self.group, self.console, self.language).run(resuming=resuming)

    def _target(self, questions: Sequence[Question], position: int, to: str) -> int:
        if to == "next":
            return position + 1
        if to == "back":
            return max(position - 1, 0)
        for number, question in enumerate(questions):
            if to.casefold() in (question.id, question.code.casefold(), str(number + 1)):
                return number
        known = ", ".join(question.code or question.id for question in questions)
        self.console.say(f"There is no question {to or 'without a name'}. The questions are: {known}.")
        return position

    def _questions(self) -> list[Question]:
        """Those that the group is asked now: a follow-up only where its condition holds."""
        self.feedback.workshop.log.refresh()
        per = "plenary" if self.group == "plenary" else "group"
        asked = self.exercise.asked(per)
        said = {q.id: self.feedback.response(q, self.group).said for q in asked}
        return [q for q in asked if q.when is None or q.when.holds(said.get(q.when.question, frozenset()))]

    def _state(self, question: Question) -> str:
        return self.feedback.response(question, self.group).state

    def _greet(self) -> None:
        say = self.console.say
        say(f"{group_name(self.group)}: {in_language(self.exercise.title, self.language)}")
        if self.members:
            say(f"With: {', '.join(self.members)}")
        questions = self._questions()
        done = sum(self._state(question) != "open" for question in questions)
        if done:
            say(f"{done} of {len(questions)} questions have something entered. Going on where you stopped.")
        say("One line is one point, saved when you press Enter. An empty line ends the question.")
        say("Commands begin with a colon: :help shows them, :quit leaves.")

    def _head(self, question: Question, number: int, count: int) -> None:
        minutes = f", {question.minutes} minutes" if question.minutes else ""
        code = f" ({question.code})" if question.code else ""
        self.console.say(f"\n{group_name(self.group)}, question {number} of {count}{code}{minutes}")
        self.console.say(question.prompt_in(self.language, self.exercise.language))
        hint = in_language(question.hint, self.language, self.exercise.language)
        if hint:
            self.console.say(hint)

    def _part(self) -> None:
        """Say what is there and what is open."""
        questions = self._questions()
        left = [question.code or question.id for question in questions if self._state(question) == "open"]
        points = sum(len(self.feedback.response(question, self.group).points) for question in questions)
        self.console.say(f"\n{group_name(self.group)}: {counted(points, 'point')}. Everything entered is saved.")
        if left:
            self.console.say(f"Still open: {', '.join(left)}. The same command goes on there.")
