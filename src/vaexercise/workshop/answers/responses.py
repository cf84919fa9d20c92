"""What groups said, read from the record: points and answers with their marks, and where each question stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from vaexercise.model.feedback import Answer, Point, Response, State
from vaexercise.model.form import Item
from vaexercise.model.groups import group_code
from vaexercise.workshop.answers.withdrawn import withdrawals
from vaexercise.workshop.names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Values
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.answers.withdrawn import Withdrawn
    from vaexercise.workshop.workshop import Workshop

MARKS = {
    "private": ("private", "reason"),
    "agree": ("agreement", "agreement"),
    "gloss": ("gloss", "text"),
    "park": ("parked", "reason"),
}
"""For each mark the field of a point or an answer that it fills, and the key in its slot's body."""


def code_stem(session: Session, group: str, question: Question) -> str:
    """The code of an answer, such as `G2-Q3`, with the session's where a workshop has several."""
    return "-".join(filter(None, [session.code, group_code(group), question.code]))


def _values(body: Body) -> Values:
    """JSON lists back to tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in body["values"].items()}


class Responses:
    """All that was said in a session of a workshop."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        self.workshop = workshop
        self.session = session

    def points(self) -> list[Point]:
        """Every point, in the order of group, question and place; codes alike get letters.

        Of a point in conflict all versions stand there, each saying so in its code.
        """
        prefix = f"point/{self.session.id}/"
        found = [
            self._point(slot.removeprefix(prefix), body, version)
            for slot, _ in self.workshop.fold.slots(prefix)
            for version, body in self._versions(slot)
        ]
        placed = {point.id: self._place(point) for point in found}
        return sorted(self._told_apart(found), key=lambda p: (p.group, p.question, *placed[p.id], p.code))

    def withdrawn(self) -> list[Withdrawn]:
        """What was said and taken back, by code."""
        return withdrawals(self.workshop, self.session)

    def _place(self, point: Point) -> tuple[int, int]:
        """Where a point stands in its question: as people put it in order, else after those, as it came."""
        body = self.workshop.fold.body(f"order/{self.session.id}/{point.group}/{point.question}")
        order = list(body.get("points", ()))
        return (order.index(point.id) if point.id in order else len(order), point.place)

    def _point(self, key: str, body: Body, version: str) -> Point:
        return Point(
            id=key,
            code=body["code"] + version,
            group=body["group"],
            question=body["question"],
            place=body["place"],
            star=bool(self._mark("star", key).get("star")),
            **self._said(f"point/{self.session.id}/{key}", key, body),
        )

    def _said(self, slot: str, target: str, body: Body) -> dict[str, Any]:
        """What points and answers are read alike from."""
        versions = tuple(head.id for head in self.workshop.fold.heads(slot))
        group = str(body.get("group") or target.partition("/")[0])
        return {
            "values": _values(body),
            "language": body.get("language", ""),
            "via": body.get("via", ""),
            "confirmed": self._confirmed(group, self._mark("confirm", target), versions),
            "versions": versions,
            **{name: str(self._mark(kind, target).get(key, "")) for kind, (name, key) in MARKS.items()},
        }

    def _confirmed(self, group: str, compared: Body, versions: tuple[str, ...]) -> str:
        """Who compared it with the paper, as it still stands; `somebody` if their name was erased."""
        if tuple(compared.get("of", ())) != versions:
            return ""
        return name_of(self.workshop, self.session, group, str(compared["name"])) or "somebody"

    def _mark(self, kind: str, target: str) -> Body:
        return self.workshop.fold.body(f"{kind}/{self.session.id}/{target}")

    def versions(self, slot: str) -> list[Revision]:
        """The revisions in force of a slot that say something, of those that say the same the first; one, usually."""
        heads = [head for head in self.workshop.fold.heads(slot) if head.body]
        return [head for place, head in enumerate(heads) if head.body not in [one.body for one in heads[:place]]]

    def _versions(self, slot: str) -> list[tuple[str, Body]]:
        """The content of a slot, after an empty word; of a conflict every content, after ` (version 1 of 2)`."""
        different = [head.body for head in self.versions(slot)]
        if len(different) < 2:  # noqa: PLR2004  one is no conflict
            return [("", body) for body in different]
        return [(f" (version {n} of {len(different)})", body) for n, body in enumerate(different, start=1)]

    def _told_apart(self, points: Sequence[Point]) -> list[Point]:
        """Two laptops may have given the same code: both keep it, with a letter by their first revision."""
        by_code: dict[str, list[Point]] = {}
        for point in points:
            by_code.setdefault(point.code, []).append(point)
        found = []
        for code, alike in by_code.items():
            if len(alike) == 1:
                found += alike
                continue
            alike.sort(key=lambda p: self.workshop.fold.history(f"point/{self.session.id}/{p.id}")[0].id)
            found += [replace(p, code=f"{code}{chr(ord('a') + n)}") for n, p in enumerate(alike)]
        return found

    def offered(self, question: Question) -> tuple[Item, ...]:
        """The options that a question takes from another: its points, each under its code, but for private ones."""
        from_question = getattr(question, "options_from", "")
        if not from_question:
            return ()
        return tuple(
            Item(id=point.code, label=f"{point.code} {point.text}")
            for point in self.points()
            if point.question == from_question and not point.private
        )

    def complete(self, exercise: Exercise) -> Exercise:
        """The exercise with the options that its questions take from what was said to others."""
        questions = tuple(question.offering(self.offered(question)) for question in exercise.questions)
        return replace(exercise, questions=questions)

    def responses(self, questions: Iterable[Question], groups: Iterable[str]) -> list[Response]:
        """For each question and group what was said, or that nothing was."""
        of: dict[tuple[str, str], list[Point]] = {}
        for point in self.points():
            of.setdefault((point.group, point.question), []).append(point)
        return [
            response
            for question in questions
            for group in groups
            for response in self._responses(question, group, of.get((group, question.id), []))
        ]

    def response(self, question: Question, group: str) -> Response:
        """What one group said to one question; of an answer in conflict, the first version."""
        return self.responses([question], [group])[0]

    def _responses(self, question: Question, group: str, points: Sequence[Point]) -> list[Response]:
        """One response; of an answer in conflict one for each version, the points with the first."""
        where, stem = f"{self.session.id}/{group}/{question.id}", code_stem(self.session, group, question)
        answers = [
            self._answer(question, group, stem + version, body) for version, body in self._versions(f"answer/{where}")
        ]
        gone = sum((one.group, one.question) == (group, question.id) for one in self.withdrawn())
        state = self.workshop.fold.body(f"state/{where}").get("state", "answered" if gone else "open")
        first = Response(
            group=group,
            question=question.id,
            state=cast("State", "answered" if points or answers else state),
            code=stem,
            points=tuple(points),
            answer=answers[0] if answers else None,
            withdrawn=gone,
        )
        return [first, *(replace(first, points=(), answer=answer, withdrawn=0) for answer in answers[1:])]

    def _answer(self, question: Question, group: str, code: str, body: Body) -> Answer:
        target = f"{group}/{question.id}"
        said = self._said(f"answer/{self.session.id}/{target}", target, body)
        return Answer(code=code, group=group, question=question.id, **said)
