"""From sheets to the record: what is new is added, what is known is left as it is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.merging import merge
from vaexercise.capture.sheets.model import bare_code
from vaexercise.capture.sheets.past import Past, items_of
from vaexercise.capture.sheets.taken import Taken
from vaexercise.capture.sheets.telling import changes, notices, open_versions
from vaexercise.model.feedback import Answer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from vaexercise.capture.sheets.merging import Merge
    from vaexercise.capture.sheets.model import Entry, Marks, Sheet
    from vaexercise.model.feedback import Mark, Point, State
    from vaexercise.model.form import Form, Values
    from vaexercise.model.question import Question
    from vaexercise.workshop.answers.feedback import Feedback

_SLOTS: Mapping[str, tuple[Mark, str]] = {
    "star": ("star", "star"),
    "private": ("private", "reason"),
    "agreement": ("agree", "agreement"),
    "gloss": ("gloss", "text"),
    "parked": ("park", "reason"),
}
"""For each mark of a sheet that has a slot of its own, the slot's kind and the key in its body."""


class _Rehearsed(Exception):
    """Everything was tried, and nothing is to be recorded."""


def record_sheets(
    feedback: Feedback, sheets: Sequence[Sheet], *, dry: bool = False, anyway: bool = False
) -> list[Taken]:
    """Write all that is new, as one; if `dry`, only find out what would be written.

    Importing again adds nothing: words that stand in a point, or once stood there, are known. What a sheet leaves
    empty stays as it is; items are put into what is there, marks are added, and neither is ever taken away. Words that
    were withdrawn there do not come back, unless they are to come in `anyway`. Raises `Refused` for a group that has
    signed off: nothing of any group is written then.
    """
    taken: list[Taken] = []
    with suppress(_Rehearsed), feedback.workshop.together():
        past = Past(feedback)
        taken += [_Recorder(feedback, past, sheet, anyway=anyway).record() for sheet in sheets]
        if dry:
            raise _Rehearsed
    return taken


class _Recorder:
    """Records one sheet."""

    def __init__(self, feedback: Feedback, past: Past, sheet: Sheet, *, anyway: bool) -> None:
        self._feedback, self._past, self._sheet, self._anyway = feedback, past, sheet, anyway
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
        """Put the items of the file into the answer."""
        group, question, marks = self._sheet.group, entry.question, entry.marks[0]
        slot = f"answer/{self._feedback.session.id}/{group}/{question.id}"
        if gone := self._feedback.withdrawn_answer(question, group):
            self.taken.withdrawn.append(gone)
            return
        merged = merge(self._past, slot, entry.rows[0], marks.language, may_return=True)
        response = self._feedback.response(question, group)
        answer = Answer(code=response.code, group=group, question=question.id, values=merged.values)
        if not merged.values and not merged.since:
            self.taken.notices.append(f"{answer.code}: nothing is filled in, so its marks were left out.")
        elif self._can_write(answer, merged):
            if merged.changed:
                self._feedback.set_answer(question, group, merged.values, language=merged.language, via="file")
                self.taken.answers += 1
                self.taken.items += merged.filled
                self.taken.rewritten += merged.rewritten
            private = marks.private or (response.answer.private if response.answer else "")
            self._settle(answer, self._form(question), merged, marks, private)

    def _can_write(self, said: Point | Answer, merged: Merge) -> bool:
        """Whether what the file says leaves no conflict behind that nobody has looked at."""
        if merged.changed and merged.open:
            self.taken.notices.append(open_versions(bare_code(said.code), merged))
            self.taken.since += 1
            return False
        return True

    def _settle(self, said: Point | Answer, form: Form, merged: Merge, marks: Marks, private: str) -> None:
        """Count what was put into a point or an answer, say it, and mark it."""
        self.taken.since += merged.since
        filled = not isinstance(said, Answer)
        self.taken.changes += changes(bare_code(said.code), form, merged, private=bool(private), filled=filled)
        if merged.changed:
            self._mark(said, marks)
        elif not merged.since:
            self._count(changed=self._mark(said, marks))
        self._notice(said, form)

    def _notice(self, said: Point | Answer, form: Form) -> None:
        self.taken.notices += notices(bare_code(said.code), form, said.values)

    def _form(self, question: Question) -> Form:
        return question.form(self._feedback.offered(question))

    def _take_points(self, entry: Entry) -> None:
        group, form = self._sheet.group, self._form(entry.question)
        rows = [(v, m, self._past.coded(m.code)) for v, m in zip(entry.rows, entry.marks, strict=True)]
        there = [frozenset() if ids else self._past.saying(group, entry.question.id, v) for v, _, ids in rows]
        claimed = {key for (_, _, ids), found in zip(rows, there, strict=True) for key in ids | found}
        fresh = []
        for (values, marks, ids), found in zip(rows, there, strict=True):
            if ids:
                self._take_coded(ids, form, values, marks)
            elif found:
                self._take_known(found, form, values, marks)
            elif point := self._begun(entry.question, form, values, claimed):
                claimed.add(point.id)
                self._fill(point, form, values, marks)
            elif gone := self._withdrawn(entry.question, values, marks):
                self.taken.withdrawn.append(gone)
            else:
                fresh.append((values, marks))
        self._add(entry.question, form, fresh)

    def _withdrawn(self, question: Question, values: Values, marks: Marks) -> str:
        """The code of what was withdrawn, if a line has that code or its words."""
        if self._anyway:
            return ""
        by_code = {one.code.casefold(): one.code for one in self._feedback.withdrawn()}
        return by_code.get(marks.code) or self._feedback.withdrawn_as(question, self._sheet.group, values)

    def _add(self, question: Question, form: Form, fresh: Sequence[tuple[Values, Marks]]) -> None:
        if not fresh:
            return
        rows, languages = [values for values, _ in fresh], [marks.language for _, marks in fresh]
        said = self._feedback.anyway() if self._anyway else self._feedback
        made = said.add_points(question, self._sheet.group, rows, languages=languages, via="file")
        for point, (_, marks) in zip(made, fresh, strict=True):
            self._mark(point, marks)
            self._notice(point, form)
        self.taken.added += len(made)

    def _begun(self, question: Question, form: Form, values: Values, claimed: Collection[str]) -> Point | None:
        """The only point that a line without a code says more about, or less, in the words that it begins with."""
        first = form.blanks[0].name
        found = [
            point
            for point in self._feedback.response(question, self._sheet.group).points
            if point.id not in claimed
            and point.values.get(first) == values.get(first)
            and (_is_within(values, point.values) or _is_within(point.values, values))
        ]
        return found[0] if len(found) == 1 else None

    def _take_coded(self, ids: frozenset[str], form: Form, values: Values, marks: Marks) -> None:
        """A line with the code of a point: other words change it, unless they once stood there."""
        points = [point for key in ids for point in self._past.now(key)]
        known = [point for point in points if _says(point, values, marks.language)]
        if not points:
            self.taken.gone += 1
        elif known:
            self._know(known[0], form, marks)
        elif len(points) > 1 and self._past.once_said(ids, lambda body: _is_within(values, body["values"])):
            self.taken.since += 1
        else:
            self._fill(points[0], form, values, marks)

    def _fill(self, point: Point, form: Form, values: Values, marks: Marks) -> None:
        """Put what a line says into a point."""
        slot = f"point/{self._feedback.session.id}/{point.id}"
        merged = merge(self._past, slot, values, marks.language, may_return=False)
        if not self._can_write(point, merged):
            return
        if merged.changed:
            point = self._feedback.change_point(point, merged.values, merged.language)
            self.taken.changed += 1
        self._settle(point, form, merged, marks, marks.private or point.private)

    def _take_known(self, ids: frozenset[str], form: Form, values: Values, marks: Marks) -> None:
        """A line without a code whose words stand in a point, or once stood in one."""
        points = [point for key in sorted(ids) for point in self._past.now(key)]
        same = [point for point in points if _is_within(values, point.values)]
        if same:
            self._know(same[0], form, marks)
        elif points:
            self.taken.since += 1
        else:
            self.taken.gone += 1

    def _know(self, point: Point, form: Form, marks: Marks) -> None:
        self._count(changed=self._mark(point, marks))
        self._notice(point, form)

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


def _says(point: Point, values: Values, language: str) -> bool:
    """Whether a point has these values, in this language if one is said."""
    return _is_within(values, point.values) and language in ("", point.language)


def _is_within(values: Mapping[str, Any], others: Mapping[str, Any]) -> bool:
    """Whether all that stands in some values stands in others, from the record or from a form."""
    return items_of(values, "").items() <= items_of(others, "").items()
