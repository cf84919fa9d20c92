"""What groups said, in the record: points and answers, marks on them, and where each question stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from vaexercise.model.feedback import Answer, Point, Response, State
from vaexercise.model.form import Item
from vaexercise.model.groups import group_code
from vaexercise.record.revision import token

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Value, Values
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

ID_LENGTH = 10


def code_stem(session: Session, group: str, question: Question) -> str:
    """The code of an answer, such as `G2-Q3`, with the session's where a workshop has several."""
    return "-".join(filter(None, [session.code, group_code(group), question.code]))


def _values(body: Body) -> Values:
    """JSON lists back to tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in body["values"].items()}


def _plain(values: Values) -> Mapping[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


class Feedback:
    """All that was said in a session of a workshop."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        self.workshop = workshop
        self.session = session

    # -- reading

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
        return sorted(self._told_apart(found), key=lambda p: (p.group, p.question, p.place, p.code))

    def _point(self, key: str, body: Body, version: str) -> Point:
        return Point(
            id=key,
            code=body["code"] + version,
            group=body["group"],
            question=body["question"],
            place=body["place"],
            values=_values(body),
            language=body.get("language", ""),
            star=bool(self.workshop.fold.body(f"star/{self.session.id}/{key}").get("star")),
            via=body.get("via", ""),
        )

    def _versions(self, slot: str) -> list[tuple[str, Body]]:
        """The content of a slot, after an empty word; of a conflict every content, after ` (version 1 of 2)`."""
        bodies = [head.body for head in self.workshop.fold.heads(slot) if head.body]
        different = [body for place, body in enumerate(bodies) if body not in bodies[:place]]
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
        """The options that a question takes from another: its points, each under its code."""
        from_question = getattr(question, "options_from", "")
        if not from_question:
            return ()
        return tuple(
            Item(id=point.code, label=f"{point.code} {point.text}")
            for point in self.points()
            if point.question == from_question
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
        state = self.workshop.fold.body(f"state/{where}").get("state", "open")
        first = Response(
            group=group,
            question=question.id,
            state=cast("State", "answered" if points or answers else state),
            code=stem,
            points=tuple(points),
            answer=answers[0] if answers else None,
        )
        return [first, *(replace(first, points=(), answer=answer) for answer in answers[1:])]

    def _answer(self, question: Question, group: str, code: str, body: Body) -> Answer:
        return Answer(
            code=code,
            group=group,
            question=question.id,
            values=_values(body),
            language=body.get("language", ""),
            via=body.get("via", ""),
        )

    # -- writing

    def add_points(
        self,
        question: Question,
        group: str,
        rows: Sequence[Values],
        *,
        languages: Sequence[str] = (),
        via: str = "terminal",
    ) -> list[Point]:
        """Write new points, each with the next code, and give them back. All are saved, or none."""
        self.workshop.log.refresh()
        stem = code_stem(self.session, group, question)
        first = self.next_number(question, group)
        place = max((p.place for p in self.response(question, group).points), default=0) + 1
        made = [
            Point(
                id=token(ID_LENGTH),
                code=f"{stem}-{first + n:02d}",
                group=group,
                question=question.id,
                place=place + n,
                values=values,
                language=languages[n] if languages else "",
                via=via,
            )
            for n, values in enumerate(rows)
        ]
        self.workshop.record([(f"point/{self.session.id}/{point.id}", _body(point)) for point in made])
        return made

    def next_number(self, question: Question, group: str) -> int:
        """One more than the highest number ever given to a point there, deleted ones too."""
        stem = code_stem(self.session, group, question)
        prefix, numbers = f"point/{self.session.id}/", [0]
        for revision in self.workshop.fold.revisions.values():
            if revision.slot.startswith(prefix):
                head, _, number = str(revision.body.get("code", "")).rpartition("-")
                if head == stem and number.isdecimal():
                    numbers.append(int(number))
        return max(numbers) + 1

    def change_point(self, point: Point, values: Values, language: str = "") -> Point:
        """Put other words in a point's place; its code stays."""
        changed = replace(point, values=values, language=language or point.language)
        slot = f"point/{self.session.id}/{point.id}"
        given = self.workshop.fold.body(slot).get("code", point.code)  # without the letter of `_told_apart`
        self.workshop.record([(slot, {**_body(changed), "code": given})])
        return changed

    def delete_point(self, point: Point) -> None:
        """Delete a point. Its code is not given again, and history keeps it."""
        self.workshop.record([(f"point/{self.session.id}/{point.id}", {})])

    def star(self, point: Point, *, on: bool = True) -> None:
        """Mark a point as a headline for the report-back, or no longer."""
        self.workshop.record([(f"star/{self.session.id}/{point.id}", {"star": True} if on else {})])

    def set_answer(
        self, question: Question, group: str, values: Mapping[str, Value], *, language: str = "", via: str = "terminal"
    ) -> None:
        """Write the answer to a question that does not repeat, as far as it is filled in."""
        body: dict[str, object] = {"values": _plain(values), "via": via}
        if language:
            body["language"] = language
        self.workshop.record([(f"answer/{self.session.id}/{group}/{question.id}", body)])

    def set_state(self, question: Question, group: str, state: State) -> None:
        """Say that a group skipped a question, has nothing to say, or did not discuss it."""
        self.workshop.record([(f"state/{self.session.id}/{group}/{question.id}", {"state": state})])


def _body(point: Point) -> Body:
    body: dict[str, object] = {
        "code": point.code,
        "group": point.group,
        "question": point.question,
        "place": point.place,
        "values": _plain(point.values),
        "via": point.via,
    }
    if point.language:
        body["language"] = point.language
    return body
