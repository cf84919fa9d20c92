"""From sheets to the record: what is new is added, what is known is left as it is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.past import Past, key_of
from vaexercise.model.feedback import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.capture.sheets.model import Entry, Marks, Sheet
    from vaexercise.model.feedback import Mark, Point, State
    from vaexercise.model.form import Values
    from vaexercise.workshop.feedback import Feedback

_SLOTS: Mapping[str, tuple[Mark, str]] = {
    "star": ("star", "star"),
    "private": ("private", "reason"),
    "agreement": ("agree", "agreement"),
    "gloss": ("gloss", "text"),
    "parked": ("park", "reason"),
}
"""For each mark of a sheet that has a slot of its own, the slot's kind and the key in its body."""


@dataclass(slots=True, kw_only=True)
class Taken:
    """What came of recording a sheet.

    Points `added`, `answers` set, questions left in a state (`states`); what was `known`, there already, of anything;
    what was `changed` of points there are; what stands here no longer as the file has it, because it was changed or
    moved `since`, or is `gone`, deleted since: that is left as it is now.
    """

    group: str
    added: int = 0
    known: int = 0
    answers: int = 0
    states: int = 0
    changed: int = 0
    since: int = 0
    gone: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether the sheet said nothing at all."""
        return not any(getattr(self, part.name) for part in fields(self) if part.name != "group")


class _Rehearsed(Exception):
    """Everything was tried, and nothing is to be recorded."""


def record_sheets(feedback: Feedback, sheets: Sequence[Sheet], *, dry: bool = False) -> list[Taken]:
    """Write all that is new, as one; if `dry`, only find out what would be written.

    Importing again adds nothing: words that stand in a point, or once stood there, are known. Marks are added, never
    taken away. Raises `Refused` for a group that has signed off: nothing of any group is written then.
    """
    taken: list[Taken] = []
    with suppress(_Rehearsed), feedback.workshop.together():
        past = Past(feedback)
        taken += [_Recorder(feedback, past, sheet).record() for sheet in sheets]
        if dry:
            raise _Rehearsed
    return taken


class _Recorder:
    """Records one sheet."""

    def __init__(self, feedback: Feedback, past: Past, sheet: Sheet) -> None:
        self._feedback, self._past, self._sheet = feedback, past, sheet
        self.taken = Taken(group=sheet.group)

    def record(self) -> Taken:
        """Question by question."""
        for entry in self._sheet.entries:
            if entry.state:
                self._set_state(entry, entry.state)
            elif entry.question.form().repeats:
                self._take_points(entry)
            elif entry.rows:
                self._set_answer(entry)
        return self.taken

    def _set_state(self, entry: Entry, state: State) -> None:
        slot = f"state/{self._feedback.session.id}/{self._sheet.group}/{entry.question.id}"
        found = self._past.of_slot(slot, lambda body: body.get("state") == state)
        if found == "now":
            self.taken.known += 1
        elif found == "before":
            self.taken.since += 1
        else:
            self._feedback.set_state(entry.question, self._sheet.group, state)
            self.taken.states += 1

    def _set_answer(self, entry: Entry) -> None:
        group, question, values, marks = self._sheet.group, entry.question, entry.rows[0], entry.marks[0]
        slot = f"answer/{self._feedback.session.id}/{group}/{question.id}"
        found = self._past.of_slot(slot, lambda body: _says(body, values, marks.language))
        answer = self._feedback.response(question, group).answer
        if found == "before":
            self.taken.since += 1
        elif found == "now" and answer:
            self._count(changed=self._mark(answer, marks))
        else:
            language = marks.language or (answer.language if answer else "")
            self._feedback.set_answer(question, group, values, language=language, via="file")
            self.taken.answers += 1
            self._mark(Answer(code="", group=group, question=question.id, values=values), marks)

    def _take_points(self, entry: Entry) -> None:
        fresh = []
        for values, marks in zip(entry.rows, entry.marks, strict=True):
            ids = self._past.coded(marks.code) if marks.code else frozenset()
            if ids:
                self._take_coded(ids, values, marks)
            elif found := self._past.saying(self._sheet.group, entry.question.id, values):
                self._take_known(found, values, marks)
            else:
                fresh.append((values, marks))
        rows, languages = [values for values, _ in fresh], [marks.language for _, marks in fresh]
        if rows:
            made = self._feedback.add_points(entry.question, self._sheet.group, rows, languages=languages, via="file")
            for point, (_, marks) in zip(made, fresh, strict=True):
                self._mark(point, marks)
            self.taken.added += len(made)

    def _take_coded(self, ids: frozenset[str], values: Values, marks: Marks) -> None:
        """A line with the code of a point: other words change it, unless they once stood there."""
        points = [point for key in ids for point in self._past.now(key)]
        if not points:
            self.taken.gone += 1
            return
        if any(_says({"values": p.values, "language": p.language}, values, marks.language) for p in points):
            self._count(changed=self._mark(points[0], marks))
        elif self._past.once_said(ids, lambda body: _says(body, values, marks.language)):
            self.taken.since += 1
        else:
            self._mark(self._feedback.change_point(points[0], values, marks.language), marks)
            self.taken.changed += 1

    def _take_known(self, ids: frozenset[str], values: Values, marks: Marks) -> None:
        """A line without a code whose words stand in a point, or once stood in one."""
        points = [point for key in sorted(ids) for point in self._past.now(key)]
        same = [point for point in points if key_of(point.values) == key_of(values)]
        if same:
            self._count(changed=self._mark(same[0], marks))
        elif points:
            self.taken.since += 1
        else:
            self.taken.gone += 1

    def _count(self, *, changed: bool) -> None:
        self.taken.changed += changed
        self.taken.known += not changed

    def _mark(self, said: Point | Answer, marks: Marks) -> bool:
        """Add the marks that are new; whether any was. One that once stood there, and no longer does, is not."""
        any_new = False
        for name, (kind, key) in _SLOTS.items():
            body = {key: getattr(marks, name)}
            slot = f"{kind}/{self._feedback.session.id}/{said.target}"
            if body[key] and self._past.of_slot(slot, body.__eq__) == "never":
                self._feedback.mark(said, kind, body)
                any_new = True
        return any_new


def _says(body: Mapping[str, Any], values: Values, language: str) -> bool:
    """Whether a body of a point or answer has these values, in this language if one is said."""
    return key_of(body.get("values", {})) == key_of(values) and language in ("", body.get("language", ""))
