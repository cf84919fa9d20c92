"""A second person compares with the paper what somebody typed in from it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.capture.commands import Typed, understand
from vaexercise.capture.moves import Leave
from vaexercise.errors import Refused, Unreadable
from vaexercise.model.feedback import Point
from vaexercise.model.form import is_filled, shown
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.text import clean_line, counted, in_language
from vaexercise.questions.reading import read_typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.capture.talk import Talk
    from vaexercise.model.feedback import Answer
    from vaexercise.model.form import Blank, Values
    from vaexercise.model.question import Question

_LONGEST = 4
"""Digits of an item's number."""


class Entry(NamedTuple):
    """A point or an answer from paper, with the question it belongs to, options and all."""

    question: Question
    said: Point | Answer


class Comparing:
    """One person, one group's sheet. Each Enter is recorded at once."""

    def __init__(self, talk: Talk, by: str) -> None:
        """`by` compares. Raises `Refused` if that is nobody."""
        self.talk, self.by = talk, clean_line(by)
        if not self.by:
            raise Refused(reason="Say who compares: --by NAME. It is somebody else than who typed it in.")

    def run(self) -> None:
        """Go through what nobody has compared yet. Raises `Refused` if nobody but the same person could."""
        entries = self._entries()
        targets = Counter(entry.said.target for entry in entries)
        waiting = [entry for entry in entries if not entry.said.confirmed and targets[entry.said.target] == 1]
        mine = [entry for entry in waiting if self._typed_by_me(entry)]
        if mine and len(mine) == len(waiting):
            raise Refused(reason=f"{self.by} typed this in; somebody else has to compare it. Name them: --by NAME")
        try:
            if len(waiting) > len(mine):
                self.talk.say("Enter: it stands so on paper. Other words correct it. :skip leaves it, :quit ends.")
                self.talk.say("Another star, tick or language on paper? :skip it, then: vaexercise feedback transcribe")
            self._go_through([entry for entry in waiting if entry not in mine])
        except (Leave, EOFError):
            self.talk.say()
        self._sum_up()

    def _entries(self) -> list[Entry]:
        """Everything from paper, in the order of the sheet."""
        self.talk.workshop.log.refresh()
        said = self.talk.feedback
        asked = self.talk.exercise.asked(PLENARY if self.talk.group == PLENARY else "group")
        return [
            Entry(question.offering(said.offered(question)), entry)
            for question in asked
            for response in said.responses([question], [self.talk.group])
            for entry in response.entries
            if entry.via == "paper"
        ]

    def _typed_by_me(self, entry: Entry) -> bool:
        fold = self.talk.workshop.fold
        sittings = {fold.revisions[version].sitting for version in entry.said.versions}
        typists = {str(fold.body(f"sitting/{sitting}").get("by", "")) for sitting in sittings}
        return self.by.casefold() in map(str.casefold, typists)

    def _go_through(self, entries: list[Entry]) -> None:
        question = ""
        for entry in entries:
            if entry.question.id != question:
                question = entry.question.id
                prompt = entry.question.prompt_in(self.talk.language, self.talk.exercise.language)
                self.talk.say(f"\n{entry.question.code} {prompt}".rstrip())
            self._compare(entry)
            if entry.said.private:
                self.talk.console.forget()

    def _compare(self, entry: Entry) -> None:
        """Show one entry until it is confirmed, corrected or left. Raises `Leave`."""
        self._show(entry)
        while True:
            typed = understand(self.talk.line(f"{entry.said.code}> "))
            if typed.command == "quit":
                raise Leave
            if typed.command == "skip":
                return
            if typed == Typed():
                self._confirm(entry)
                return
            if not typed.text:
                self.talk.say("Here: Enter, other words, :skip or :quit. Nothing was changed.")
                continue
            try:
                entry = self._corrected(entry, typed.text)
            except Unreadable as error:
                self.talk.say(f"{error} Nothing was changed.")
                continue
            lines = list(self._lines(entry))
            if len(lines) == 1:
                self._confirm(entry)
                return
            self.talk.say(lines[int(typed.text.partition(" ")[0])])

    def _show(self, entry: Entry) -> None:
        """All of it, each blank after its number if there are several; private words too, for they are on paper."""
        for line in (*self._lines(entry), f"  {self._marks(entry.said)}"):
            self.talk.say(line)

    def _marks(self, said: Point | Answer) -> str:
        """What else the sheet says of it, in words also where nothing is marked."""
        star = [f"Headline: {'yes' if said.star else 'no'}."] if isinstance(said, Point) else []
        language = said.language or self.talk.exercise.language
        return " ".join([*star, f"The group is: {said.agreement or 'not said'}.", f"Language: {language}."])

    def _lines(self, entry: Entry) -> Iterator[str]:
        form, values = entry.question.form(), entry.said.values
        if len(form.blanks) == 1:
            yield f"{entry.said.code}: {self._words(form.blanks[0], values)}"
            return
        yield entry.said.code
        for number, blank in enumerate(form.blanks, start=1):
            yield f"  {number}. {in_language(blank.label, self.talk.language)}: {self._words(blank, values)}"

    def _words(self, blank: Blank, values: Values) -> str:
        return shown(blank, values[blank.name], self.talk.language) if is_filled(blank, values) else "(empty)"

    def _corrected(self, entry: Entry, text: str) -> Entry:
        """The entry with what was typed, saved; of several blanks, in the one whose number comes first."""
        blanks = entry.question.form().blanks
        blank, words = blanks[0], text
        if len(blanks) > 1:
            number, _, words = text.partition(" ")
            place = int(number) if number.isdecimal() and len(number) <= _LONGEST else 0
            if not 1 <= place <= len(blanks) or not words:
                raise Unreadable(typed=text, advice="Type the number of what differs, then what stands on paper.")
            blank = blanks[place - 1]
        values = {**entry.said.values, blank.name: read_typed(blank, words, self.talk.language)}
        return entry._replace(said=self._saved(entry, values))

    def _saved(self, entry: Entry, values: Values) -> Point | Answer:
        feedback, said = self.talk.feedback, entry.said
        if isinstance(said, Point):
            return self.talk.save(lambda: feedback.change_point(said, values))
        language, via = said.language, said.via
        self.talk.save(lambda: feedback.set_answer(entry.question, said.group, values, language=language, via=via))
        return feedback.response(entry.question, said.group).answer or said

    def _confirm(self, entry: Entry) -> None:
        self.talk.save(lambda: self.talk.feedback.confirm(entry.said, self.by))

    def _sum_up(self) -> None:
        entries = self._entries()
        done = sum(bool(entry.said.confirmed) for entry in entries)
        name = group_name(self.talk.group)
        if not entries:
            self.talk.say(f"{name}: nothing was typed in from paper.")
            return
        self.talk.say(f"{name}: {done} of {counted(len(entries), 'entry', 'entries')} from paper confirmed.")
        left = [entry for entry in entries if not entry.said.confirmed]
        targets = Counter(entry.said.target for entry in left)
        if mine := sum(self._typed_by_me(entry) for entry in left):
            self.talk.say(f"Typed in by {self.by}, for somebody else to compare: {mine}.")
        if twice := [entry.said.code for entry in left if targets[entry.said.target] > 1]:
            self.talk.say(f"Two versions, to be settled first: {', '.join(twice)}.")
        self.talk.say("What stands on paper and was not shown is typed in with: vaexercise feedback transcribe")
