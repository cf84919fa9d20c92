"""Leads facilitators through the questions: proposals, then point by point, then a look at what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.moves import Go, Leave
from vaexercise.capture.sorting.changing import Changing
from vaexercise.capture.sorting.commands import AT_END, understand
from vaexercise.capture.sorting.others import at_odds
from vaexercise.capture.sorting.placing import Placing
from vaexercise.capture.sorting.proposing import Proposing
from vaexercise.capture.sorting.table import Table
from vaexercise.errors import Refused
from vaexercise.model.question import named
from vaexercise.model.text import counted
from vaexercise.workshop.plenary.themes import Themes, sortable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


class SortingConversation:
    """Sorts one question, or all of a session that are put together into themes and have points."""

    def __init__(
        self,
        workshop: Workshop,
        session: Session,
        console: Console,
        *,
        only: Question | None = None,
        language: str = "",
    ) -> None:
        self.workshop, self.session, self.console = workshop, session, console
        self.only = only
        self.exercise = workshop.exercise(session)
        self.language = language or self.exercise.language

    def run(self) -> None:
        """Ask until all is sorted or the facilitator leaves. Every answer is saved before the next prompt."""
        self._greet()
        question = self.only or self._first()
        try:
            while question is not None:
                question = self._sort(question)
        except (Leave, EOFError):
            self._part()
        else:
            self._part()

    def questions(self) -> Sequence[Question]:
        """Those with points to sort."""
        themes = Themes(self.workshop, self.session)
        return [q for q in sortable(self.workshop, self.session) if themes.sorting(q).points]

    def _first(self) -> Question | None:
        questions = self.questions()
        if not questions:
            self.console.say("There are no points to sort yet. Groups enter them with: vaexercise feedback enter")
            return None
        return next((q for q in questions if self._left(q)), questions[0])

    def _left(self, question: Question) -> int:
        return len(Themes(self.workshop, self.session).sorting(question).left)

    def _sort(self, question: Question) -> Question | None:
        """Sort one question, and say which comes next."""
        table = Table(self.workshop, self.session, question, self.console)
        try:
            self._head(table)
            self._ask(table)
        except Go as go:
            return self._target(question, go.to)
        return self._after(question)

    def _ask(self, table: Table) -> None:
        """Proposals, then points, until nobody wants to change anything any more."""
        changing = Changing(table)
        proposing, placing = Proposing(table, changing), Placing(table, changing)
        placing.run_late()
        while True:
            proposing.run()
            placing.run()
            if changing.reopened:
                changing.reopened = False
                continue
            table.say()
            changing.list()
            table.say(placing.resting())
            if self._is_done(table, changing):
                return

    def _is_done(self, table: Table, changing: Changing) -> bool:
        """Whether the facilitator goes on; else some points are to be sorted again."""
        before = table.sorting.left
        while True:
            typed = understand(table.ask("Enter goes on> "), AT_END)
            if typed.command == "next":
                return True
            try:
                if typed.command:
                    changing.do(typed, AT_END)
                else:
                    table.say(typed.reply or "Nothing was done. Enter goes on; ? shows what can be changed.")
            except Refused as error:
                table.say(str(error))
            table.look()
            if changing.wanted or changing.reopened or set(table.sorting.left) - set(before):
                changing.reopened = False
                return False

    def _after(self, question: Question) -> Question | None:
        """The next question with points that are left."""
        if self.only:
            return None
        questions = self.questions()
        ids = [one.id for one in questions]
        later = questions[ids.index(question.id) + 1 :] if question.id in ids else ()
        return next((one for one in later if self._left(one)), None)

    def _target(self, question: Question, to: str) -> Question:
        questions = self.questions()
        if found := named(questions, to):
            return found
        known = ", ".join(one.code or one.id for one in questions)
        self.console.say(
            f"There is no question {to:.40} with points. There are: {known}." if to else f"There are: {known}."
        )
        return question

    # -- words

    def _greet(self) -> None:
        self.console.say("Points that say the same are put together into themes. The program proposes, people decide.")
        self.console.say("Each answer is saved at once. ? shows what can be typed, z takes back, q leaves.")

    def _head(self, table: Table) -> None:
        self.console.say(f"\n{table.name}: {table.question.prompt_in(self.language, self.exercise.language)}")
        self.console.say(table.header())
        for line in _notices(table):
            self.console.say(line)

    def _part(self) -> None:
        """Say how far each question is."""
        self.workshop.log.refresh()
        self.console.say()
        left = 0
        for question in [self.only] if self.only else self.questions():
            table = Table(self.workshop, self.session, question, self.console)
            left += len(table.sorting.left)
            self.console.say(table.header())
        self.console.say("All is saved." + (" The same command goes on where something is left." if left else ""))


def _notices(table: Table) -> Iterator[str]:
    """What is not as it was when the question was sorted."""
    sorting = table.sorting
    codes = {point.id: point.code for point in sorting.points}
    if sorting.new:
        yield f"{counted(len(sorting.new), 'point is', 'points are')} new since you sorted. Nothing decided moves."
    if sorting.contested:
        named = ", ".join(codes[key] for key in sorting.contested)
        yield f"Sorted by two people at once, and asked again: {named}."
    if sorting.moved:
        yield f"Moved here after it was sorted elsewhere: {', '.join(codes[key] for key in sorting.moved)}."
    if sorting.gone:
        yield f"Deleted since they were sorted: {', '.join(sorting.gone)}."
    for key in sorting.changed:
        yield f"Its words were changed since it was sorted: {table.line(sorting.point(key))}"
        yield f"  To sort it anew: again {codes[key]}"
    for theme in sorting.themes:
        yield from at_odds(sorting, theme)
        if theme.id in sorting.quoting:
            yield f"The title of theme {theme.number} quotes a private point. Give it another: r {theme.number} TITLE"
