"""Asks a question that is answered once, blank by blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.asking import Asking
from vaexercise.capture.bulk import advice, bulk, spans
from vaexercise.capture.talk import SHOWN
from vaexercise.errors import Unreadable
from vaexercise.model.form import is_asked, is_filled, shown
from vaexercise.model.telling import told
from vaexercise.questions.reading import read_typed
from vaexercise.workshop.signing import refuse_if_signed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.talk import Talk
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.form import Blank, Value, Values
    from vaexercise.model.question import Question

IN_WORDS = ("line", "text")
"""Kinds of blanks whose words are changed in place by `:edit`; anywhere else, what stands there is only shown."""


class AnswerAsking(Asking):
    """Blank after blank; every line is saved before the next is asked for."""

    def __init__(self, talk: Talk, question: Question, everywhere: Mapping[str, Callable[[str], None]]) -> None:
        super().__init__(talk, question, everywhere)
        self._done: set[str] = set()
        self._seen: Values = {}

    def run(self, *, resuming: bool = False) -> None:  # noqa: ARG002  open blanks come first at any start
        """Ask what is still open; if nothing is, everything again, with what stands there."""
        if self.form.advice:
            self.say(self.form.advice)
        if many := advice(self.form.blanks, self.language):
            self.say(many)
        self._say_versions()
        anew = not self._open(self.form.blanks)
        for blank in self.form.blanks:
            values = self._values()
            if blank.name not in self._done and is_asked(blank, values) and (anew or not is_filled(blank, values)):
                self._ask(blank)
        if values := self._values():
            for notice in self.question.notices(values, self.language):
                self.say(notice)

    def _say_versions(self) -> None:
        """Of an answer that two people gave apart, both versions."""
        answers = [r.answer for r in self.feedback.responses([self.question], [self.group]) if r.answer]
        if len(answers) > 1:
            self.say("This was answered by two people apart. Both answers are kept; what is entered now replaces them:")
            for answer in answers:
                self.say(f"{told(self.question, answer, self.language)}  [{answer.code}]")

    def _open(self, blanks: tuple[Blank, ...]) -> list[Blank]:
        values = self._values()
        return [blank for blank in blanks if not is_filled(blank, values)]

    def _ask(self, blank: Blank) -> None:
        """Ask a blank, unless a command on the way fills it."""
        self._done.discard(blank.name)
        value = self.value(blank, lambda: self._prompt(blank), lambda: self._before(blank))
        if value == "" or (blank.kind in IN_WORDS and value == self._values().get(blank.name)):
            return
        self._say_if_overtaken(blank)
        if value != self._values().get(blank.name):
            self._save({blank.name: value}, blank, str(value))
        self._done.add(blank.name)
        self.say(f"   {self.understood(blank, value) or 'saved'}")

    def _prompt(self, blank: Blank) -> str | None:
        """Which item it is, and what was chosen there; none for one that was just answered."""
        if blank.name in self._done:
            return None
        self._seen, count = self._values(), len(self.form.blanks)
        place = f"{self.form.blanks.index(blank) + 1}/{count} " if count > 1 else ""
        spoken = f"[{self.talk.spoken}] " if self.talk.spoken else ""
        label = self.label(blank) if blank.label != self.question.prompt else "Answer"
        now = "" if self._is_in_place(blank) else self._now(blank)
        now = now if len(now) <= SHOWN else f"{now[:SHOWN].rstrip()}…"
        return f"{place}{spoken}{label}{now and f' [{now}]'}> "

    def _before(self, blank: Blank) -> str:
        """Words that can be changed in place; private ones are not shown again."""
        return self._now(blank) if self._is_in_place(blank) else ""

    def _is_in_place(self, blank: Blank) -> bool:
        return self.editing and blank.kind in IN_WORDS and not self._is_private()

    def _now(self, blank: Blank) -> str:
        """What stands in a blank, in words."""
        if not is_filled(blank, self._seen):
            return ""
        return "private" if self._is_private() else shown(blank, self._seen[blank.name], self.language)

    def _is_private(self) -> bool:
        answer = self.response().answer
        return answer is not None and answer.private != ""

    def many(self, blank: Blank, text: str) -> list[Blank] | None:
        """The items that a line such as `1-5 yes` has answered. Raises `Unreadable`."""
        meant = bulk(self.form.blanks, blank, self._values(), text)
        if meant is None:
            return None
        items, what = meant
        if not items:
            raise Unreadable(typed=text, advice="No item is open any more.")
        value = read_typed(items[0], what, self.language)
        self._save({item.name: value for item in items}, blank, text)
        self._done.update(item.name for item in items)
        numbers = spans([self.form.blanks.index(item) + 1 for item in items])
        self.say(f"   {numbers}: {shown(items[0], value, self.language)}")
        return items

    def _say_if_overtaken(self, blank: Blank) -> None:
        """Somebody else filled the same blank while this one was typed: theirs is in history."""
        now = self._values()
        if is_filled(blank, now) and now[blank.name] != self._seen.get(blank.name, ""):
            theirs = "something private" if self._is_private() else shown(blank, now[blank.name], self.language)
            self.say(f"   Somebody else entered “{theirs}” meanwhile; yours stands now. :undo brings theirs back.")

    def _values(self) -> dict[str, Value]:
        answer = self.response().answer
        return dict(answer.values) if answer else {}

    def _save(self, said: Values, blank: Blank, typed: str) -> None:
        """Save what was said beside what stands there already."""
        answer = self.response().answer
        language = self.talk.spoken or (answer.language if answer else "")
        self._write({**self._values(), **said}, language, blank, typed)

    def _write(self, values: Values, language: str, blank: Blank, typed: str = "") -> None:
        self.talk.save(lambda: self._put(values, language), typed, self.place(blank))

    def _put(self, values: Values, language: str) -> None:
        """Write an answer; one of which nothing is left is no answer any more."""
        if values:
            self.feedback.set_answer(self.question, self.group, values, language=language, via=self.talk.via)
            return
        workshop, session = self.talk.workshop, self.feedback.session
        refuse_if_signed(workshop, session, self.group)
        workshop.record([(f"answer/{session.id}/{self.group}/{self.question.id}", {})])

    def show(self) -> None:
        """Each filled blank on a line of its own; of a private answer only that it is."""
        answer = self.response().answer
        if answer is None:
            self.say("Nothing is entered yet.")
            return
        if answer.private or len(self.form.blanks) == 1:
            self.say(f"{told(self.question, answer, self.language)}  [{answer.code}]")
            return
        for number, blank in enumerate(self.form.blanks, start=1):
            if is_filled(blank, answer.values):
                self.say(f"{number}. {self.label(blank)}: {shown(blank, answer.values[blank.name], self.language)}")

    def is_number(self, word: str) -> bool:
        """Whether commands know an item by this word."""
        return word.isdecimal()

    def addressed(self, command: str, argument: str) -> tuple[Answer | None, str]:
        """The answer, as a whole, whatever item is named."""
        answer = self.response().answer
        if answer is None:
            self.say(f"Nothing is entered yet that :{command} could be about.")
        word, _, rest = argument.partition(" ")
        return answer, rest.strip() if self.is_number(word) else argument

    def set_language(self, entry: Point | Answer, language: str) -> None:
        """Say in which language the answer is."""
        self._write(entry.values, language, self.form.blanks[0])

    def edit(self, argument: str) -> None:
        """Ask one blank again."""
        if blank := self._item("edit", argument):
            self._ask(blank)

    def delete(self, argument: str) -> None:
        """Empty one blank."""
        if blank := self._item("delete", argument):
            answer, values = self.response().answer, self._values()
            where = f"{self.form.blanks.index(blank) + 1}: {self.label(blank)}"
            if not is_filled(blank, values):
                self.say(f"Nothing stands at {where}")
                return
            left = {name: value for name, value in values.items() if name != blank.name}
            self._write(left, answer.language if answer else "", blank)
            self._done.discard(blank.name)
            self.say(f"Emptied {where}")

    def _item(self, command: str, argument: str) -> Blank | None:
        count = len(self.form.blanks)
        number = int(argument) if argument.isdecimal() and len(argument) <= len(str(count)) else 0
        number = 1 if count == 1 and not argument else number
        if not 1 <= number <= count:
            self.say(f"Say which: :{command} and a number from 1 to {count}." if count > 1 else f"Say just :{command}.")
            return None
        return self.form.blanks[number - 1]
