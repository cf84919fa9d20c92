"""Asks a group's questions one by one. Each line is saved before the next is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.answers import AnswerAsking
from vaexercise.capture.commands import understand
from vaexercise.capture.desk import Desk
from vaexercise.capture.moves import Go, Leave
from vaexercise.capture.points import PointAsking
from vaexercise.errors import Refused
from vaexercise.model.form import is_filled
from vaexercise.model.groups import group_name
from vaexercise.model.text import counted, in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.capture.talk import Talk
    from vaexercise.model.question import Question


class Conversation:
    """Leads a rapporteur through the questions of a group, and back to any of them."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.desk = Desk(talk, self.questions)

    def run(self) -> None:
        """Ask from the first open question to the last, until the rapporteur leaves.

        Raises `NotSaved` if something could not be saved and the rapporteur gave up.
        """
        try:
            self._greet()
            position, resuming = self._where_it_stopped(), True
            while True:
                position, resuming = self._ask(position, resuming=resuming)
        except (Leave, EOFError):
            self._part()
        except Refused as error:
            self.talk.say(str(error))
            self._part()

    def questions(self) -> list[Question]:
        """Those that the group is asked now: a follow-up only where its condition holds."""
        self.talk.workshop.log.refresh()
        asked = self.talk.exercise.asked("plenary" if self.talk.group == "plenary" else "group")
        said = {q.id: self.talk.feedback.response(q, self.talk.group).said for q in asked}
        return [q for q in asked if q.when is None or q.when.holds(said.get(q.when.question, frozenset()))]

    def _where_it_stopped(self) -> int:
        """The last question that has something: its points may go on. If nothing can follow there, the next."""
        questions = self.questions()
        touched = [n for n, question in enumerate(questions) if self._state(question) != "open"]
        if not touched:
            return 0
        last = questions[touched[-1]]
        response = self.talk.feedback.response(last, self.talk.group)
        answer = response.answer.values if response.answer else {}
        goes_on = response.points or any(not is_filled(b, answer) for b in last.form().blanks)
        ends = response.state in ("skipped", "nothing", "not-discussed") or not goes_on
        return touched[-1] + ends

    def _ask(self, position: int, *, resuming: bool) -> tuple[int, bool]:
        """Ask one question, or at the end what else there is; and say which comes next, and whether to resume there."""
        questions = self.questions()
        try:
            if position >= len(questions):
                self._end(questions)
            else:
                self.desk.now_at(questions, position)
                self._answer(self._offering(questions[position]), resuming=resuming)
        except Go as go:
            return self._target(questions, position, go.to), go.resuming
        return position + 1, False

    def _offering(self, question: Question) -> Question:
        return question.offering(self.talk.feedback.offered(question))

    def _answer(self, question: Question, *, resuming: bool) -> None:
        source = getattr(question, "options_from", "")
        if source and not self.talk.feedback.offered(question):
            code = next((q.code for q in self.talk.exercise.walk() if q.id == source), source)
            self.talk.say(f"Its options are the points of {code}, and there are none yet. Left open.")
            return
        form = question.form()
        if form.blanks:
            kind = PointAsking if form.repeats else AnswerAsking
            kind(self.talk, question, self.desk.commands).run(resuming=resuming)

    def _target(self, questions: Sequence[Question], position: int, to: str) -> int:
        if to == "next":
            return position + 1
        if to == "back":
            return max(position - 1, 0)
        for number, question in enumerate(questions):
            if to.casefold() in (question.id, question.code.casefold(), str(number + 1)):
                return number
        known = ", ".join(question.code or question.id for question in questions)
        self.talk.say(f"There is no question {to:.40}. The questions are: {known}.")
        return position

    def _end(self, questions: Sequence[Question]) -> None:
        """After the last question: back to one of them, or away. Raises `Leave` and `Go`."""
        self.desk.at_end(questions)
        while True:
            typed = understand(self.talk.line("End> "))
            if typed.command in ("quit", "next") or typed == understand(""):
                raise Leave
            if typed.command == "back":
                raise Go("back")
            if typed.command in self.desk.commands:
                self.desk.carry_out(typed.command, typed.argument)
            elif typed.command:
                self.talk.say("No question is open here. Go to one first, for example :jump Q1.")
            else:
                self.talk.say(typed.reply or f"No question is open here, so this was not entered: {typed.text}")

    def _state(self, question: Question) -> str:
        return self.talk.feedback.response(question, self.talk.group).state

    def _greet(self) -> None:
        talk = self.talk
        talk.say(f"{group_name(talk.group)}: {in_language(talk.exercise.title, talk.language)}")
        if talk.members:
            talk.say(f"With: {', '.join(talk.members)}")
        questions = self.questions()
        done = sum(self._state(question) != "open" for question in questions)
        if done:
            talk.say(f"{done} of {len(questions)} questions have something entered. Going on where you stopped.")
        talk.say("One line is one point, saved when you press Enter. An empty line ends the question.")
        talk.say("Commands begin with a colon: :help shows them, :quit leaves.")
        self.desk.offer_draft()

    def _part(self) -> None:
        """Say what is there and what is open."""
        questions = self.questions()
        left = [question.code or question.id for question in questions if self._state(question) == "open"]
        points = sum(len(self.talk.feedback.response(question, self.talk.group).points) for question in questions)
        name = group_name(self.talk.group)
        self.talk.say(f"\n{name}: {counted(points, 'point')}. Everything entered is saved.")
        if left:
            self.talk.say(f"Still open: {', '.join(left)}. The same command goes on there.")
