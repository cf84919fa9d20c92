"""What groups say, written into the record: points and answers, marks on them, and where each question stands."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.feedback import Point
from vaexercise.record.revision import token
from vaexercise.workshop.answers.responses import Responses, code_stem
from vaexercise.workshop.answers.signing import refuse_if_signed
from vaexercise.workshop.answers.withdrawn import withdrawal
from vaexercise.workshop.names import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.feedback import Answer, Mark, State
    from vaexercise.model.form import Value, Values
    from vaexercise.model.question import Question
    from vaexercise.record.revision import Body

ID_LENGTH = 10
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What tells points apart that two laptops gave one code."""


class Feedback(Responses):
    """All that was said in a session of a workshop, and what is said now.

    What writes raises `Refused` for a group that has signed off, and `NotSaved`.
    """

    _takes_withdrawn = False

    def anyway(self) -> Feedback:
        """The same, which also takes in words that were withdrawn before: somebody said that they are meant."""
        found = Feedback(self.workshop, self.session)
        found._takes_withdrawn = True
        return found

    def add_points(
        self,
        question: Question,
        group: str,
        rows: Sequence[Values],
        *,
        languages: Sequence[str] = (),
        via: str = "terminal",
        number: int | None = None,
    ) -> list[Point]:
        """Write new points, each with the next code, and give them back. All are saved, or none.

        `number` is that of the first, as a sheet of paper has it; its place among the others is by it. Raises
        `Refused` if one was given before; and for words that were withdrawn there, unless it is told `anyway`.
        """
        with self._open(group):
            if not self._takes_withdrawn:
                self._refuse_withdrawn(question, group, rows)
            stem, given = code_stem(self.session, group, question), self.given_numbers(question, group)
            first = max(given, default=0) + 1 if number is None else number
            self._check_free(stem, range(first, first + len(rows)), given)
            last = max((p.place for p in self.response(question, group).points), default=0)
            place = last + 1 if number is None else number
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

    def withdrawn_as(self, question: Question, group: str, values: Values) -> str:
        """The code under which the group withdrew these words from that question; empty if it did not."""
        words = main_words(question, values)
        there = [one for one in self.withdrawn() if one.question == question.id and group in one.groups]
        return next((one.code for one in there if one.said(words)), "")

    def withdrawn_answer(self, question: Question, group: str) -> str:
        """The code of a group's whole answer to a question if it was withdrawn, and its place with it."""
        gone = withdrawal(self.workshop, self.session, f"{group}/{question.id}")
        return gone.code if gone else ""

    def _refuse_withdrawn(self, question: Question, group: str, rows: Sequence[Values]) -> None:
        for values in rows:
            if code := self.withdrawn_as(question, group, values):
                raise Refused(reason=f"The same words were withdrawn as {code}. Nothing was recorded.")

    def next_number(self, question: Question, group: str) -> int:
        """One more than the highest number ever given to a point there, deleted ones too."""
        return max(self.given_numbers(question, group), default=0) + 1

    def given_numbers(self, question: Question, group: str) -> set[int]:
        """The numbers that points there have, or had before they were deleted or withdrawn."""
        stem, prefix = code_stem(self.session, group, question), f"point/{self.session.id}/"
        revisions = self.workshop.fold.revisions.values()
        codes = [str(r.body.get("code", "")) for r in revisions if r.slot.startswith(prefix)]
        codes += [one.code.rstrip(_LETTERS) for one in self.withdrawn()]
        parts = [code.rpartition("-") for code in codes]
        return {int(number) for head, _, number in parts if head == stem and number.isdecimal()}

    def _check_free(self, stem: str, wanted: range, given: set[int]) -> None:
        for number in wanted:
            if number in given or number < 1:
                there = next((p.text for p in self.points() if p.code == f"{stem}-{number:02d}" and not p.private), "")
                words = f" It says: {there}" if there else " A code is never given twice."
                raise Refused(reason=f"{stem}-{number:02d} was given before.{words}")

    def change_point(self, point: Point, values: Values, language: str = "") -> Point:
        """Put other words in a point's place; its code stays. What somebody wrote meanwhile becomes a conflict."""
        return self._rewrite(replace(point, values=values, language=language or point.language))

    def move_point(self, point: Point, question: str, group: str) -> Point:
        """Put a point at the end of another question or group; its code stays."""
        with self._open(group):
            there = [p.place for p in self.points() if (p.group, p.question) == (group, question)]
            return self._rewrite(replace(point, question=question, group=group, place=max(there, default=0) + 1))

    def _rewrite(self, point: Point) -> Point:
        slot = f"point/{self.session.id}/{point.id}"
        with self._open(self.workshop.fold.body(slot).get("group", point.group)):
            self._refuse_erased(slot, point.code)
            given = self.workshop.fold.body(slot).get("code", point.code)  # without the letter of `_told_apart`
            seen = {slot: point.versions} if point.versions else {}
            self.workshop.record([(slot, {**_body(point), "code": given})], replacing=seen)
        written = [head.id for head in self.workshop.fold.heads(slot) if head.sitting == self.workshop.sitting.id]
        return replace(point, versions=tuple(written))

    def delete_point(self, point: Point) -> None:
        """Delete a point. Its code is not given again, and history keeps it."""
        self._record(point.group, f"point/{self.session.id}/{point.id}", {})

    def split_point(self, point: Point, first: Values, second: Values) -> Point:
        """Leave the `first` part in a point and make the `second` a new one, which comes right after it."""
        question = self._question(point.question)
        ids = [p.id for p in self.response(question, point.group).points]
        with self.workshop.together():
            self.change_point(point, first)
            said = self.anyway()
            [made] = said.add_points(question, point.group, [second], languages=[point.language], via=point.via)
            ids.insert(ids.index(point.id) + 1, made.id)
            self.set_order(question, point.group, ids)
        return made

    def _question(self, name: str) -> Question:
        return next(q for q in self.workshop.exercise(self.session).walk() if q.id == name)

    def set_order(self, question: Question, group: str, ids: Sequence[str]) -> None:
        """Put the points of a question in an order; those that are not named come after it."""
        self._record(group, f"order/{self.session.id}/{group}/{question.id}", {"points": list(ids)})

    def star(self, point: Point, *, on: bool = True) -> None:
        """Mark a point as a headline for the report-back, or no longer."""
        self.mark(point, "star", {"star": True} if on else {})

    def mark(self, said: Point | Answer, kind: Mark, body: Mapping[str, object]) -> None:
        """Mark a point or an answer; an empty body takes the mark away.

        Bodies: star {"star": True}, private and park {"reason": words}, agree {"agreement": word}, gloss
        {"text": words}. For `confirm` there is a way of its own.
        """
        self._record(said.group, f"{kind}/{self.session.id}/{said.target}", body)

    def confirm(self, said: Point | Answer, by: str) -> None:
        """Say who compared a point or an answer with the paper; it counts as long as the words stay."""
        key, name = named(self.session, said.group, by)
        mark = {"name": key, "of": list(said.versions)}
        with self._open(said.group):
            self.workshop.record([(f"confirm/{self.session.id}/{said.target}", mark), name])

    def set_answer(
        self, question: Question, group: str, values: Mapping[str, Value], *, language: str = "", via: str = "terminal"
    ) -> None:
        """Write the whole answer to a question that does not repeat; without values, take it away."""
        body: dict[str, object] = {"values": _plain(values), "via": via} if values else {}
        if values and language:
            body["language"] = language
        self._record(group, f"answer/{self.session.id}/{group}/{question.id}", body)

    def fill(
        self, question: Question, group: str, said: Mapping[str, Value], *, language: str = "", via: str = "terminal"
    ) -> None:
        """Write these blanks of an answer beside what stands there by now, whoever wrote it; an empty value empties.

        Raises `Refused` for an answer with several versions: to add to one would hide the other.
        """
        with self._open(group):
            answers = [response.answer for response in self.responses([question], [group]) if response.answer]
            if len(answers) > 1:
                code = code_stem(self.session, group, question)
                raise Refused(reason=f"{code} has {len(answers)} versions. Keep one first.")
            filled = {**(answers[0].values if answers else {}), **said}
            values = {name: value for name, value in filled.items() if value not in ("", ())}
            spoken = language or (answers[0].language if answers else "")
            self.set_answer(question, group, values, language=spoken, via=via)

    def set_state(self, question: Question, group: str, state: State) -> None:
        """Say that a group skipped a question, has nothing to say, or did not discuss it."""
        self._record(group, f"state/{self.session.id}/{group}/{question.id}", {"state": state})

    def _record(self, group: str, slot: str, body: Body) -> None:
        with self._open(group):
            self._refuse_erased(slot)
            self.workshop.record([(slot, body)])

    def _refuse_erased(self, slot: str, code: str = "") -> None:
        """Raise `Refused` where nothing stays any more: what was withdrawn is gone for good, and so is its place."""
        if slot in self.workshop.fold.erased:
            target = slot.partition(f"/{self.session.id}/")[2]
            gone = next((one.code for one in self.withdrawn() if one.target == target), code) or "This"
            raise Refused(reason=f"{gone} was withdrawn: nothing is kept in its place any more. Nothing was recorded.")

    @contextmanager
    def _open(self, group: str) -> Iterator[None]:
        """Alone with the log: nobody takes the same code meanwhile, or signs off. Raises `Refused` if one has."""
        with self.workshop.alone():
            refuse_if_signed(self.workshop, self.session, group)
            yield


def main_words(question: Question, values: Values) -> str:
    """What a point says in words of its own: its first blank, unless that is a choice or a number."""
    first = question.form().blanks[0]
    return str(values.get(first.name, "")) if first.kind in ("line", "text") else ""


def _plain(values: Values) -> Mapping[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


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
