"""What a group hears before it signs off: all that it said, what is missing, and what it takes to the plenary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import group_name
from vaexercise.model.telling import spoken
from vaexercise.model.text import counted
from vaexercise.workshop.answers.headlines import headlines
from vaexercise.workshop.answers.overview import Group
from vaexercise.workshop.answers.signing import Counts, heard
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.log.conflicts import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.feedback import Response, State
    from vaexercise.model.question import Question
    from vaexercise.workshop.answers.feedback import Feedback

STATES: dict[State, str] = {
    "open": "nothing entered",
    "skipped": "skipped",
    "nothing": "nothing to say",
    "not-discussed": "not discussed",
}
"""Where a question stands, in words, if it is not answered."""


class Readback:
    """All that a group said, as lines to read aloud; `lines` is how many revisions of it are known now."""

    def __init__(self, said: Feedback, group: str) -> None:
        said.workshop.log.refresh()
        self._said = said
        exercise = said.complete(said.workshop.exercise(said.session))
        self._group, self._own = Group(said.workshop, said.session, exercise, group), exercise.language
        self.lines = heard(said.workshop, said.session, group)

    @property
    def counts(self) -> Counts:
        """What there is to confirm."""
        points, responses = self._group.points, self._group.responses
        answers = len({response.question for response in responses if response.answer})
        return Counts(len(points), answers, sum(point.star for point in points), self._group.codes("open"))

    def told(self, language: str = "", *, private: bool = False) -> Iterator[str]:
        """Each question with what was said to it; of what is private only why, unless `private` asks for the words."""
        of: dict[str, list[Response]] = {}
        for response in self._group.responses:
            of.setdefault(response.question, []).append(response)
        for question in self._group.questions:
            if question in self._group.asked or any(response.entries for response in of[question.id]):
                yield f"{question.code} {question.prompt_in(language or self._own, self._own)}".strip()
                for response in of[question.id]:
                    yield from self._lines(question, response, language or self._own, private=private)
                yield ""

    def _lines(self, question: Question, response: Response, language: str, *, private: bool) -> Iterator[str]:
        if response.answer:
            words = spoken(question, response.answer, language, private=private)
            yield f"  {response.answer.code}  {words}"
        for number, point in enumerate(response.points, start=1):
            yield f"  {number}. {point.code}  {spoken(question, point, language, private=private)}"
        if response.state != "answered":
            yield f"  {STATES[response.state]}"

    def missing(self) -> Iterator[str]:
        """What is open, was left out, is incomplete, or has several versions: notices, never doors."""
        for heading, codes in (
            ("Open", self._group.codes("open")),
            ("Skipped", self._group.codes("skipped")),
            ("Not discussed", self._group.codes("not-discussed")),
            ("Incomplete", self._group.incomplete),
            ("Several versions, not settled", self._unsettled()),
        ):
            if codes:
                yield f"{heading}: {', '.join(codes)}"

    def _unsettled(self) -> tuple[str, ...]:
        workshop, session = self._said.workshop, self._said.session
        ours = {revision.slot for revision in trails(workshop, session).get(self._group.key, ())}
        return tuple(conflict.name for conflict in conflicts(workshop) if conflict.slot in ours)

    def summary(self) -> Iterator[str]:
        """How much it is, and how long the headlines take to say."""
        counts = self.counts
        said = f"{counted(counts.points, 'point')}, {counted(counts.answers, 'answer')}"
        yield f"{group_name(self._group.key)}: {said}."
        yield from headlines(self._said, self._group.key).lines()
