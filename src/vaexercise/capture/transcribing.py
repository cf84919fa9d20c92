"""Types in a sheet of paper: the same conversation, in which a code before the words says where they belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.capture.conversation import Conversation
from vaexercise.capture.moves import Go
from vaexercise.capture.paper_codes import OnPaper, PaperCodes
from vaexercise.capture.points import PointAsking
from vaexercise.capture.talk import Talk
from vaexercise.errors import Unreadable
from vaexercise.model.groups import PLENARY
from vaexercise.workshop.answers.responses import code_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.capture.draft import Place
    from vaexercise.model.feedback import Point
    from vaexercise.model.form import Form, Value
    from vaexercise.model.question import Question

_NUMBER = re.compile(r"-\d+")
"""That of the line in a prompt: `Q1-2> `."""


class SheetTalk(Talk):
    """A talk about a sheet of paper.

    `number` is the one that the next point has there, if it was said. `named` are the ids of questions that a code
    named: what stands on paper is typed in, whether the group was to be asked or not.
    """

    def __init__(self, talk: Talk) -> None:
        """Go on where a talk has begun."""
        members, language = talk.members, talk.language
        super().__init__(talk.feedback, talk.group, talk.console, members=members, language=language, via="paper")
        self.asked = self.exercise.asked(PLENARY if talk.group == PLENARY else "group")
        self._codes = PaperCodes(talk.feedback.session, talk.group, self.asked)
        self._sent_to = ""
        self.number: int | None = None
        self.named: set[str] = set()

    def line(self, prompt: str, before: str = "", *, place: Place | None = None, choices: Sequence[str] = ()) -> str:
        """The words typed at a prompt, without their code. Raises `Go` if they belong elsewhere."""
        usual = prompt
        while True:
            typed = super().line(prompt, before, place=place, choices=choices)
            try:
                found = self._codes.read(typed, bare=prompt == usual and self._may_be_bare(place))
                if found is None and (typed.strip() or prompt == usual):
                    return self._without_code(typed, place)
                if found is None:
                    prompt, self.number = usual, None
                elif found.question.form().repeats and not found.words:
                    prompt = self._at_line(found, prompt, place)
                elif words := self._put(self._with_words(found, place), place):
                    return words
            except Unreadable as error:
                self.say(f"{error} Nothing was entered.")

    def _may_be_bare(self, place: Place | None) -> bool:
        """Whether `3-2` is a code at a prompt: only where words are expected, for elsewhere it is a choice."""
        question = next((q for q in self.asked if place and q.id == place.question), None)
        form = question.form() if question else None
        return form is None or (form.repeats and form.blanks[0].kind == "line" and not (place and place.point))

    def _without_code(self, typed: str, place: Place | None) -> str:
        if self._begins_a_point(place) and (not typed.strip() or typed.lstrip().startswith(":")):
            self.number = None
        return typed

    def _at_line(self, found: OnPaper, prompt: str, place: Place | None) -> str:
        """The prompt of the line whose code stands alone: its words come next, or an empty line leaves it empty.

        Raises `Go` and `Unreadable`.
        """
        self._check(found, found.question.form())
        if place is None or place.question != found.question.id or place.point:
            self._send(found)
        self._sent_to, self.number = "", found.number
        return _NUMBER.sub(f"-{found.number}", prompt, count=1)

    def _begins_a_point(self, place: Place | None) -> bool:
        return not (place and place.point)

    def _with_words(self, found: OnPaper, place: Place | None) -> OnPaper:
        """The words may follow their code on the next line."""
        if found.words:
            return found
        return found._replace(words=super().line(f"{self._code(found)}> ", place=place).strip())

    def _put(self, found: OnPaper, place: Place | None) -> str:
        """What to enter at this prompt, or the command that leads there. Raises `Go` and `Unreadable`."""
        question, number, words = found
        if not words or (words.startswith(":") and not words.startswith("::")):
            return words
        self._check(found, form := question.offering(self.feedback.offered(question)).form())
        if place is None or place.question != question.id or place.point:
            self._send(found)
        self._sent_to = ""
        if form.repeats:
            self.number = number
            return words
        self.type_ahead([words])
        return f":edit {number}"

    def _send(self, found: OnPaper) -> None:
        """Go where a line belongs, and type it there. Raises `Unreadable` if that did not lead there."""
        question, number, words = found
        if self._sent_to == question.id:
            self._sent_to = ""
            raise Unreadable(typed=words, advice=f"{self._code(found)} cannot be filled in yet.")
        self._sent_to = question.id
        self.named.add(question.id)
        self.type_ahead([f"{question.code}-{number} {words}"])
        raise Go(question.id)

    def _check(self, found: OnPaper, form: Form) -> None:
        """Raises `Unreadable` for a number that is taken, or that no item has."""
        question, number, words = found
        if not form.repeats and not 1 <= number <= len(form.blanks):
            raise Unreadable(typed=words, advice=f"The numbers of {question.code} are 1 to {len(form.blanks)}.")
        if form.repeats and number in {0, *self.feedback.given_numbers(question, self.group)}:
            raise Unreadable(typed=words, advice=self._taken(found))

    def _taken(self, found: OnPaper) -> str:
        code = self._code(found)
        there = next((p for p in self.feedback.points() if p.code == code), None)
        if there is None:
            return f"{code} cannot be given: no code is given twice." if found.number else "Codes begin with 1."
        words = "" if there.private else f": {found.question.in_words(there.values, self.language)}"
        return f"{code} is in the record already{words}. :edit {found.number} changes it."

    def _code(self, found: OnPaper) -> str:
        stem = code_stem(self.feedback.session, self.group, found.question)
        return f"{stem}-{found.number:02d}" if found.question.form().repeats else f"{stem}-{found.number}"


class SheetPointAsking(PointAsking):
    """Points that have the numbers of the sheet."""

    def __init__(self, talk: SheetTalk, question: Question, everywhere: Mapping[str, Callable[[str], None]]) -> None:
        super().__init__(talk, question, everywhere)
        self._sheet = talk

    def run(self, *, resuming: bool = False) -> None:
        """Say how a line that is empty on paper is left out, then go along the lines."""
        empty = self.feedback.next_number(self.question, self.group) + 1
        self.say(
            f"Line {empty} empty on paper? Type {self.question.code}-{empty + 1} and the words of line {empty + 1}."
        )
        super().run(resuming=resuming)

    def _prompt(self) -> str:
        """The code as it stands on the sheet, without the group."""
        prompt = super()._prompt()
        following = str(self.feedback.next_number(self.question, self.group))
        return f"{self.question.code}-{self._sheet.number or following}{prompt.removeprefix(following)}"

    def add(self, values: Mapping[str, Value], typed: str = "") -> Point:
        """Save a new point, under the number that was said or the next."""
        number, self._sheet.number = self._sheet.number, None
        [point] = self.talk.save(
            lambda: self.feedback.anyway().add_points(
                self.question, self.group, [values], languages=[self.talk.spoken], via=self.talk.via, number=number
            ),
            typed,
            self.place(self.form.blanks[0]),
        )
        self.last = point.id
        self.talk.seen.add(point.id)
        return point


class Transcribing(Conversation):
    """Leads whoever types along the sheet, in its order or in any other."""

    def __init__(self, talk: SheetTalk) -> None:
        super().__init__(talk)
        self._sheet = talk

    def questions(self) -> list[Question]:
        """Those that the group is asked now, and those of which something stands on paper all the same."""
        due = {question.id for question in super().questions()} | self._sheet.named
        return [question for question in self._sheet.asked if question.id in due]

    def _answer(self, question: Question, *, resuming: bool) -> None:
        if question.form().repeats:
            SheetPointAsking(self._sheet, question, self.desk.commands).run(resuming=resuming)
        else:
            super()._answer(question, resuming=resuming)

    def _greet(self) -> None:
        super()._greet()
        self.talk.say("Follow the sheet. Words that stand elsewhere are typed after their code: Q3-2 these words.")
