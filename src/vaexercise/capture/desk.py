"""Commands that have nothing to do with one question: where we are, who types, what the words mean, undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.capture.commands import understand
from vaexercise.capture.draft import discard, left_behind
from vaexercise.capture.moves import Go
from vaexercise.errors import Refused
from vaexercise.model.groups import group_name
from vaexercise.model.text import clean_line, counted, in_language, shortened
from vaexercise.workshop.answers.clock import clock, in_words, instant
from vaexercise.workshop.answers.signing import signed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.capture.draft import Place
    from vaexercise.capture.talk import Talk
    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question

LONGEST_NAME = 100


class Unfinished(NamedTuple):
    """A line that nobody pressed Enter for, or that could not be entered; `drop` takes it away."""

    place: Place
    text: str
    drop: Callable[[], None]


class Desk:
    """Where a conversation stands, and what can be asked of it anywhere."""

    def __init__(self, talk: Talk, questions: Callable[[], list[Question]]) -> None:
        self.talk = talk
        self._questions = questions
        self._at: Question | None = None
        self.commands: Mapping[str, Callable[[str], None]] = {
            "where": lambda _: self._where(),
            "jump": self._jump,
            "terms": lambda _: self._terms(),
            "by": self._by,
            "undo": lambda _: self.talk.say(self.talk.undo()),
            "draft": self._draft,
        }

    def carry_out(self, command: str, argument: str) -> None:
        """Do one of `commands`, and say why it cannot be done."""
        try:
            self.commands[command](argument)
        except Refused as error:
            self.talk.say(str(error))

    def now_at(self, question: Question | None) -> None:
        """Go to a question and show it; None is after the last."""
        self._at = question
        self._head()

    def example(self) -> str:
        """A command that goes to a question."""
        return next((f":jump {question.code or 1}" for question in self._questions()), ":jump 1")

    def _head(self) -> None:
        questions, question, say = self._questions(), self._at, self.talk.say
        if question is None and signed(self.talk.workshop, self.talk.feedback.session, self.talk.group):
            say(f"\n{group_name(self.talk.group)} has signed off: nothing more can be entered. Enter leaves.")
            return
        if question is None:
            say(f"\nThat was the last question. Enter leaves; {self.example()} goes back to one.")
            return
        minutes = counted(question.minutes, "minute") if question.minutes else ""
        code = f" ({question.code})" if question.code else ""
        number = next((n for n, one in enumerate(questions, start=1) if one.id == question.id), len(questions))
        place = f"question {number} of {len(questions)}{code}"
        planned = ", ".join(filter(None, [group_name(self.talk.group), place, minutes]))
        say("\n" + "; ".join(filter(None, [planned, self._time(questions)])))
        language, fallback = self.talk.language, self.talk.exercise.language
        say(question.prompt_in(language, fallback))
        if hint := in_language(question.hint, language, fallback):
            say(hint)

    def _time(self, questions: Sequence[Question]) -> str:
        """What is left of the group's whole time, or how far it is over."""
        talk, now = self.talk, instant(self.talk.workshop.clock())
        running = clock(talk.workshop, talk.feedback.session, talk.group)
        left = running.left(talk.exercise, questions, None, now).whole if now else None
        return f"{in_words(left)} in all" if left else in_words(left)

    def _where(self) -> None:
        self._head()
        if self.talk.members:
            self.talk.say(f"{group_name(self.talk.group)}: {', '.join(self.talk.members)}")

    def _jump(self, argument: str) -> None:
        """Go there; without a name, show where one can go."""
        if argument:
            raise Go(argument)
        for number, question in enumerate(self._questions(), start=1):
            response = self.talk.feedback.response(question, self.talk.group)
            prompt = question.prompt_in(self.talk.language, self.talk.exercise.language)
            self.talk.say(f"{question.code or number}: {_standing(response)}. {shortened(prompt)}")

    def _terms(self) -> None:
        terms, language = self.talk.exercise.terms, self.talk.language
        for name, term in terms.items():
            self.talk.say(f"{name.replace('-', ' ')}: {in_language(term.text, language, self.talk.exercise.language)}")
        if not terms:
            self.talk.say("This exercise explains no words.")

    def _by(self, argument: str) -> None:
        name = clean_line(argument)
        if not name or len(name) > LONGEST_NAME:
            self.talk.say("Say who types from now on, for example :by Amara.")
            return
        self.talk.hand_over(name)
        self.talk.say(f"{name} types from now on.")

    def _left(self) -> list[Unfinished]:
        """Lines that were not finished: those of programs that stopped, and one of this conversation's own."""
        found = left_behind(self.talk.workshop.folder, self.talk.feedback.session.id, self.talk.group)
        own = [Unfinished(*self.talk.draft.kept, self.talk.draft.clear)] if self.talk.draft.kept else []
        return [*(Unfinished(kept.place, kept.text, partial(discard, kept)) for kept in found), *own]

    def offer_draft(self) -> None:
        """Say before the first prompt, in a line, what was being typed when a program stopped."""
        known = {question.id: question.code for question in self.talk.exercise.walk()}
        self.talk.notice = "\n".join(
            f"Not finished when the program stopped, for {known.get(kept.place.question) or kept.place.question}: "
            f"“{shortened(kept.text)}”. :draft takes it up."
            for kept in self._left()
        )

    def left_at(self) -> str:
        """The question of the oldest line that was left behind, empty if there is none."""
        return next((kept.place.question for kept in self._left()), "")

    def _draft(self, argument: str) -> None:
        """Take up the oldest line that was left behind, at its question; or drop it."""
        left = self._left()
        if not left:
            self.talk.say("There is no unfinished line.")
            return
        kept = left[0]
        if kept.place.question not in {question.id for question in self._questions()} and not argument:
            self.talk.say("Its question is not asked now. :draft drop deletes the unfinished line.")
            return
        if argument in ("delete", "drop"):
            kept.drop()
            self.talk.say("The unfinished line is deleted.")
            return
        text = self.talk.line("Finish it, or Enter to take it as it is> ", kept.text) or kept.text
        if understand(text) != understand(kept.text) and not understand(text).text:
            self.talk.say("The unfinished line is still there: :draft takes it up.")
            self.talk.type_ahead([text])
            return
        own = kept.drop == self.talk.draft.clear
        self.talk.draft.keep(kept.place, text)
        if not own:
            kept.drop()
        self.talk.type_ahead([*self._editing(kept), text])
        raise Go(kept.place.question)

    def _editing(self, kept: Unfinished) -> list[str]:
        """What leads to the blank that the line was typed into: of a new point, to the first, nothing is needed."""
        place = kept.place
        asked, offered = self.talk.exercise.walk(), self.talk.feedback.offered
        form = next((q.form(offered(q)) for q in asked if q.id == place.question), None)
        names = [blank.name for blank in form.blanks] if form else []
        before = names.index(place.blank) if place.blank in names else 0
        if form and not form.repeats:
            return [f":edit {before + 1}"]
        changing = next((p.code for p in self.talk.feedback.points() if p.id == place.point), "")
        return [f":edit {changing.partition(' ')[0]}", *[""] * before] if changing else []


def _standing(response: Response) -> str:
    if response.points:
        return counted(len(response.points), "point")
    return response.state.replace("-", " ")
