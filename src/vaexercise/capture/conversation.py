"""Asks a group's questions one by one. Each line is saved before the next is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.answers import AnswerAsking
from vaexercise.capture.commands import explained, understand
from vaexercise.capture.desk import Desk
from vaexercise.capture.moves import Go, Leave
from vaexercise.capture.points import PointAsking
from vaexercise.errors import Refused
from vaexercise.model.groups import group_name
from vaexercise.model.text import counted, in_language
from vaexercise.workshop.answers.overview import Group, where_it_stopped
from vaexercise.workshop.answers.signing import signed

if TYPE_CHECKING:
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
            question, resuming = self._where_it_stopped(), True
            while True:
                question, resuming = self._ask(question, resuming=resuming), False
        except (Leave, EOFError):
            self._part()
        finally:
            self.talk.workshop.sitting.close()

    def questions(self) -> list[Question]:
        """Those that the group is asked now."""
        return self.talk.questions()

    def _where_it_stopped(self) -> Question | None:
        """The question of a line that was left unfinished, else where this person was, else where the group is."""
        questions = [self._offering(question) for question in self.questions()]
        responses = {q.id: self.talk.feedback.response(q, self.talk.group) for q in questions}
        left = self.desk.left_at()
        if left in responses:
            return next(question for question in questions if question.id == left)
        place = where_it_stopped(questions, responses, self.talk.last_question())
        return questions[place] if place < len(questions) else None

    def _after(self, question: Question) -> Question | None:
        """The next question that is asked now, in the order of the exercise; None after the last."""
        return next((one for one in self.questions() if self._place(one) > self._place(question)), None)

    def _before(self, question: Question | None) -> Question | None:
        """The last one before it where something can be entered; itself if there is none."""
        place = self._place(question) if question else len(self.talk.all_questions())
        before = [one for one in self.questions() if self._place(one) < place and self._takes_something(one)]
        if not before:
            self.talk.say("There is no question before this one.")
        return before[-1] if before else question

    def _place(self, question: Question) -> int:
        return [one.id for one in self.talk.all_questions()].index(question.id)

    def _takes_something(self, question: Question) -> bool:
        """Whether there is anything to enter: a note takes nothing, nor does a choice among nothing."""
        return not self._lacks_options(question) and bool(self._offering(question).form().blanks)

    def _ask(self, question: Question | None, *, resuming: bool) -> Question | None:
        """Ask a question, or at the end what else there is; and say which comes next."""
        asked = self.questions()
        to = "next"
        try:
            self.desk.now_at(question)
            if question is None:
                self._end()
            else:
                self._answer(self._offering(question), resuming=resuming)
        except Go as go:
            to = go.to
        except Refused as error:
            self.talk.say(str(error))
            return None
        self._say_what_went(asked)
        return self._target(question, to)

    def _say_what_went(self, asked: list[Question]) -> None:
        """Say which questions are not asked any more, although something was said to them."""
        now = {question.id for question in self.questions()}
        for question in asked:
            if question.id not in now and self._state(question) != "open":
                name = question.code or question.id
                self.talk.say(f"{name} is not asked any more. What was said there is kept.")

    def _offering(self, question: Question) -> Question:
        return question.offering(self.talk.feedback.offered(question))

    def _lacks_options(self, question: Question) -> bool:
        return bool(getattr(question, "options_from", "")) and not self.talk.feedback.offered(question)

    def _answer(self, question: Question, *, resuming: bool) -> None:
        if self._lacks_options(question):
            source = getattr(question, "options_from", "")
            code = next((q.code for q in self.talk.exercise.walk() if q.id == source), source)
            self.talk.say(f"Its options are the points of {code}, and there are none yet. Left open.")
            return
        form = question.form()
        if form.blanks:
            kind = PointAsking if form.repeats else AnswerAsking
            kind(self.talk, question, self.desk.commands).run(resuming=resuming)

    def _target(self, question: Question | None, to: str) -> Question | None:
        if to == "next":
            return self._after(question) if question else None
        if to == "back":
            return self._before(question)
        questions = self.questions()
        for number, one in enumerate(questions, start=1):
            if to.casefold() in (one.id.casefold(), one.code.casefold(), str(number)):
                return one
        known = ", ".join(one.code or one.id for one in questions)
        self.talk.say(f"There is no question {to:.40}. The questions are: {known}.")
        return question

    def _end(self) -> None:
        """After the last question: back to one of them, or away. Raises `Leave` and `Go`."""
        while True:
            typed = understand(self.talk.line("End> "))
            if typed.command in ("quit", "next") or typed == understand(""):
                raise Leave
            if typed.command == "back":
                raise Go("back")
            if typed.command == "help":
                self.talk.say("\n".join(explained(typed.argument)))
            elif typed.command in self.desk.commands:
                self.desk.carry_out(typed.command, typed.argument)
            elif typed.command:
                self.talk.say(f"No question is open here. Go to one first, for example {self.desk.example()}.")
            else:
                self.talk.say(typed.reply or f"No question is open here, so this was not entered: {typed.text}")

    def _state(self, question: Question) -> str:
        return self.talk.feedback.response(question, self.talk.group).state

    def _greet(self) -> None:
        talk = self.talk
        talk.say(f"{group_name(talk.group)}: {in_language(talk.exercise.title, talk.language)}")
        if talk.members:
            talk.say(f"With: {', '.join(talk.members)}")
        questions = [question for question in self.questions() if self._takes_something(question)]
        done = sum(self._state(question) != "open" for question in questions)
        if done:
            where = "you stopped" if talk.is_back() else "the group is"
            talk.say(f"{done} of {counted(len(questions), 'question')} done or begun. Going on where {where}.")
        talk.say("One line is one point, saved when you press Enter. An empty line ends the question.")
        talk.say("Commands begin with a colon: :help shows them, :quit leaves.")
        self.desk.offer_draft()

    def _part(self) -> None:
        """Say what is there and what is open."""
        self.talk.leave()
        feedback, group = self.talk.feedback, self.talk.group
        questions = [question for question in self.questions() if self._offering(question).form().blanks]
        responses = [feedback.response(question, group) for question in questions]
        points = sum(len({point.id for point in response.points}) for response in responses)
        answers = sum(response.answer is not None for response in responses)
        there = [counted(n, noun) for n, noun in ((points, "point"), (answers, "answer")) if n]
        said = f"{', '.join(there)}. Everything entered is saved." if there else "nothing is entered yet."
        self.talk.say(f"\n{group_name(group)}: {said}")
        if self.talk.draft.kept:
            self.talk.say("The unfinished line is kept; the same command offers it again.")
        left = [q.code or q.id for q, r in zip(questions, responses, strict=True) if r.state == "open"]
        half = Group(self.talk.workshop, feedback.session, self.talk.exercise, group).incomplete
        if signed(self.talk.workshop, feedback.session, group):
            return
        if left:
            self.talk.say(f"Still open: {', '.join(left)}. The same command goes on there.")
        if half:
            self.talk.say(f"Incomplete: {', '.join(half)}.")
        if not left:
            number = group.removeprefix("g")
            self.talk.say(
                f"Every question is done. Read it back and sign off: vaexercise feedback sign-off --group {number}"
            )
