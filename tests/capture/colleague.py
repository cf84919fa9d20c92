"""What colleagues do at other laptops while somebody types: the stage directions that begin with a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.workshop.answers import signing
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question

DOES = re.compile(
    r"(?P<name>\w+) (?P<does>adds|changes|deletes|answers|signs off|reopens)(?: (?P<where>[^:]+))?(?:: (?P<words>.*))?"
)


class Colleague:
    """Somebody with a name who opens the same workshop for a moment, for one group."""

    def __init__(self, folder: Path, name: str, group: str, clock: Callable[[], str]) -> None:
        self.workshop = Workshop(folder, by=name, clock=clock)
        self.session = self.workshop.session()
        self.said = Feedback(self.workshop, self.session)
        self.name, self.group = name, group

    def do(self, does: str, where: str, words: str) -> None:
        """One of the things that `DOES` names."""
        if does == "adds":
            self.said.add_points(self.question(where), self.group, [{"text": words}])
        elif does == "changes":
            point = self.point(where)
            self.said.change_point(point, {**point.values, "text": words})
        elif does == "deletes":
            self.said.delete_point(self.point(where))
        elif does == "answers":
            self.answer(where.removesuffix(" apart"), words, apart=where.endswith(" apart"))
        elif does == "signs off":
            heard = signing.heard(self.workshop, self.session, self.group)
            signing.record_sign_off(self.workshop, self.session, self.group, self.name, signing.Counts(0, 0, 0), heard)
        else:
            signing.reopen(self.workshop, self.session, self.group, words)

    def question(self, code: str) -> Question:
        """The question with that code."""
        return next(q for q in self.workshop.exercise(self.session).walk() if q.code == code)

    def point(self, code: str) -> Point:
        """The point with that code; of several versions the first."""
        return next(point for point in self.said.points() if point.code.partition(" ")[0] == code)

    def answer(self, code: str, words: str, *, apart: bool) -> None:
        """Fill a blank of an answer, as `blank = value`; `apart`, without knowing what stood there."""
        question, (name, _, value) = self.question(code), words.partition(" = ")
        before = self.said.response(question, self.group).answer
        if not apart:
            self.said.set_answer(question, self.group, {**(before.values if before else {}), name: value})
            return
        slot = f"answer/{self.session.id}/{self.group}/{question.id}"
        self.workshop.record([(slot, {"values": {name: value}, "via": "terminal"})], replacing={slot: ()})
