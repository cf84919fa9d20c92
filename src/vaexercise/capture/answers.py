"""Asks a question that is answered once, blank by blank."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vaexercise.capture.asking import Asking
from vaexercise.capture.bulk import advice, bulk, spans
from vaexercise.capture.differing import Differing
from vaexercise.capture.moves import Go
from vaexercise.errors import Unreadable
from vaexercise.model.form import is_asked, is_filled, shown
from vaexercise.model.telling import beside, told
from vaexercise.model.text import shortened
from vaexercise.questions.reading import read_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.talk import Talk
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.form import Blank, Value, Values
    from vaexercise.model.question import Question

MOST_NAMED = 80
"""Characters within which the items are named that a line answered; of more, only their numbers are said."""
IN_WORDS = ("line", "text")
"""Kinds of blanks whose words are changed in place by `:edit`; anywhere else, what stands there is only shown."""


class AnswerAsking(Asking):
    """Blank after blank; every line is saved before the next is asked for."""

    def __init__(self, talk: Talk, question: Question, everywhere: Mapping[str, Callable[[str], None]]) -> None:
        super().__init__(talk, question, everywhere)
        self._done: set[str] = set()
        self._seen: Values = {}
        self._known: Values = {}
        self._undone = talk.undone
        self._differing = Differing(self)
        self.commands |= {"keep": self._differing.keep, "list": self._list}

    def run(self, *, resuming: bool = False) -> None:  # noqa: ARG002  open blanks come first at any start
        """Ask what is still open; if nothing is, everything again, with what stands there."""
        if self.form.advice:
            self.say(self.form.advice)
        if many := advice(self.form.blanks, self.language):
            self.say(many)
        self._settle()
        self._known = self._values()
        anew = not self._open(self.form.blanks)
        for blank in self.form.blanks:
            values = self._values()
            if blank.name not in self._done and is_asked(blank, values) and (anew or not is_filled(blank, values)):
                self._ask(blank)
        if values := self._values():
            for notice in self.question.notices(values, self.language):
                self.say(notice)

    def _settle(self) -> None:
        """Of an answer that was given twice, ask which counts. Raises `Go` if that is left open."""
        if len(self._differing.answers()) > 1:
            self._differing.tell()
        while len(self._differing.answers()) > 1:
            prompt = partial(self._settling_prompt, "Keep which?> ")
            word = self._line(prompt, str, self.place(self.form.blanks[0]))
            if word:
                self._differing.keep(word)
            elif len(self._differing.answers()) > 1:
                raise Go("next")

    def _settling_prompt(self, words: str) -> str | None:
        return words if len(self._differing.answers()) > 1 else None

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
        self._tell_news()
        self._seen, count = self._values(), len(self.form.blanks)
        place = f"{self.form.blanks.index(blank) + 1}/{count} " if count > 1 else ""
        spoken = f"[{self.talk.spoken}] " if self.talk.spoken else ""
        label = self.label(blank) if blank.label != self.question.prompt else "Answer"
        now = "" if self._is_in_place(blank) else self._now(blank)
        return f"{place}{spoken}{label}{now and f' [{shortened(now)}]'}> "

    def _tell_news(self) -> None:
        """Say which items a colleague filled since the last prompt; what this conversation took back is no news."""
        answer, now = self.response().answer, self._values()
        taken_back, self._undone = self.talk.undone != self._undone, self.talk.undone
        for place, blank in enumerate(self.form.blanks, start=1):
            changed = is_filled(blank, now) and now[blank.name] != self._known.get(blank.name, "")
            if changed and not taken_back and answer and (who := self._filler(answer, blank)):
                words = "something private" if answer.private else shown(blank, now[blank.name], self.language)
                self.say(f"   {who} answered {place}, {self.label(blank)}: {words}")
        self._known = now

    def _filler(self, answer: Answer, blank: Blank) -> str:
        """Who else wrote what stands in a blank; empty if nobody else did."""
        fold, slot = self.talk.workshop.fold, f"answer/{self.feedback.session.id}/{answer.target}"
        value = answer.values[blank.name]
        plain = list(value) if isinstance(value, tuple) else value
        wrote = [r for r in fold.history(slot) if r.body.get("values", {}).get(blank.name) == plain]
        others = [revision for revision in wrote if not self.talk.is_ours(revision)]
        return (self.talk.writer_of(others[0]) or "Somebody else") if others else ""

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
        numbers = [self.form.blanks.index(item) + 1 for item in items]
        named = ", ".join(f"{n} {self.label(item)}" for n, item in zip(numbers, items, strict=True))
        which = named if len(named) <= MOST_NAMED else spans(numbers)
        self.say(f"   {which}: {shown(items[0], value, self.language)}")
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
        self.talk.save(
            lambda: self.feedback.fill(self.question, self.group, said, language=self.talk.spoken, via=self.talk.via),
            typed,
            self.place(blank),
        )
        self._known = {**self._known, **said}

    def show(self) -> None:
        """Each filled blank on a line of its own, then which are open; of a private answer only that it is."""
        answer = self.response().answer
        if answer is None:
            self.say("Nothing is entered yet.")
        elif answer.private or len(self.form.blanks) == 1:
            self.say(f"{told(self.question, answer, self.language, why=True)}  [{answer.code}]")
        else:
            self._show_items(answer)

    def _show_items(self, answer: Answer) -> None:
        open_ones = []
        for number, blank in enumerate(self.form.blanks, start=1):
            if is_filled(blank, answer.values):
                self.say(f"{number}. {self.label(blank)}: {shown(blank, answer.values[blank.name], self.language)}")
            else:
                open_ones.append(number)
        if open_ones:
            self.say(f"Open: {spans(open_ones)}. :list all names every item.")
        if marks := beside(answer):
            self.say(marks)

    def _list(self, argument: str) -> None:
        """Show what is entered; with `all`, every item by its number."""
        if argument.casefold() != "all":
            self.show()
            return
        for number, blank in enumerate(self.form.blanks, start=1):
            self.say(f"{number}. {self.label(blank)}")

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
        self.talk.save(
            lambda: self.feedback.fill(self.question, self.group, {}, language=language, via=entry.via),
        )

    def edit(self, argument: str) -> None:
        """Ask one blank again."""
        if blank := self._item("edit", argument):
            self._ask(blank)

    def delete(self, argument: str) -> None:
        """Empty one blank."""
        if blank := self._item("delete", argument):
            where = f"{self.form.blanks.index(blank) + 1}: {self.label(blank)}"
            if not is_filled(blank, self._values()):
                self.say(f"Nothing stands at {where}")
                return
            self.talk.save(lambda: self.feedback.fill(self.question, self.group, {blank.name: ""}, via=self.talk.via))
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
