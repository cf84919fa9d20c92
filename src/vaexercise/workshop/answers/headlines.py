"""What a group reports in plenary: its headlines, and how long they take to say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.model.exercise import ReportBack
from vaexercise.model.feedback import Point
from vaexercise.model.groups import PLENARY
from vaexercise.model.speaking import duration, word_count
from vaexercise.model.text import counted

if TYPE_CHECKING:
    from vaexercise.workshop.answers.feedback import Feedback


@dataclass(frozen=True, slots=True)
class Hoped:
    """How many headlines a question hopes for, and has."""

    question: str
    hoped: int
    starred: int

    def __str__(self) -> str:
        if self.starred > self.hoped:
            return f"{self.question}: {counted(self.starred, 'headline')}, {self.hoped} hoped for"
        return f"{self.question}: {self.starred} of {counted(self.hoped, 'headline')}"


@dataclass(frozen=True, slots=True)
class Headlines:
    """A group's starred points in the order of its questions; the words in them, and seconds to say these.

    `allowed` is how many minutes the group has to report; 0 if the exercise does not say.
    """

    points: tuple[Point, ...]
    words: int
    seconds: int
    allowed: int
    hoped: tuple[Hoped, ...]

    @property
    def sentence(self) -> str:
        """Such as: 3 headlines, 42 words: about half a minute; you have 5 minutes."""
        if not self.points:
            return "No headlines yet. Star what the group wants to say in plenary: :star 3 in `feedback enter`."
        have = f"; you have {counted(self.allowed, 'minute')}" if self.allowed else ""
        if self.allowed and self.seconds > self.allowed * 60:
            have = f"; you have only {counted(self.allowed, 'minute')}: leave something out"
        count = f"{counted(len(self.points), 'headline')}, {counted(self.words, 'word')}"
        return f"{count}: {duration(self.seconds)}{have}."

    def lines(self) -> list[str]:
        """All there is to say about them, one sentence a line."""
        private = ", ".join(point.code for point in self.points if point.private)
        found = [self.sentence, *(f"{hoped}." for hoped in self.hoped)]
        return [*found, f"Private, so think twice before saying it in plenary: {private}."] if private else found


def headlines(said: Feedback, group: str) -> Headlines:
    """The headlines of a group. The pace is that of the exercise's report-back."""
    exercise = said.complete(said.workshop.exercise(said.session))
    questions = exercise.asked(PLENARY if group == PLENARY else "group")
    points = tuple(p for response in said.responses(questions, [group]) for p in response.points if p.star)
    plan = exercise.report_back or ReportBack(minutes_per_group=0)
    by_id = {question.id: question for question in questions}
    words = sum(word_count(by_id[point.question].in_words(point.values, point.language)) for point in points)
    counts = Counter(point.question for point in points)
    return Headlines(
        points=points,
        words=words,
        seconds=round(words * 60 / plan.words_per_minute),
        allowed=plan.minutes_per_group,
        hoped=tuple(Hoped(q.code or q.id, q.headline, counts[q.id]) for q in questions if q.headline),
    )
