"""A group's feedback in a YAML file: read whole, checked whole, recorded whole or not at all.

group: 2
by: Amara Diallo
answers:
  q-challenges:
    - No budget line for data collection
    - {text: Les données arrivent trop tard, language: fr, star: yes}
  q-actors: {focal-point: yes, survivors: partly}
  Q3: not-discussed                 # by its code; or skipped, or nothing
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vaexercise.errors import Problem, Problems
from vaexercise.model.feedback import State
from vaexercise.model.form import Values
from vaexercise.model.groups import PLENARY, group_key
from vaexercise.model.question import Question
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.questions.choices import folded
from vaexercise.questions.reading import read_given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vaexercise.definitions.document import Document, Path
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Form, Item
    from vaexercise.workshop.feedback import Feedback

STATES: dict[str, State] = {"skipped": "skipped", "nothing": "nothing", "not-discussed": "not-discussed"}
KEYS = ("group", "by", "answers")
MARKS = ("language", "star")
"""What may stand beside the blanks of a point."""
STARRED = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(slots=True)
class Entry:
    """What the sheet says to one question: a state, or what was filled in, once or for each point."""

    question: Question
    state: State | None = None
    rows: list[Values] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    stars: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """All that a file says."""

    group: str
    by: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of recording a sheet: points added, answers set, and what was `known`, there already, of anything."""

    added: int
    known: int
    answers: int


class SheetReader:
    """Reads sheets of one session. `offered` gives the options that a question takes from another."""

    def __init__(self, exercise: Exercise, count: int, offered: Callable[[Question], Sequence[Item]]) -> None:
        self.exercise, self.count, self.offered = exercise, count, offered
        self.problems: list[Problem] = []

    def read(self, document: Document) -> Sheet:
        """The sheet. Raises `Problems` with all that is wrong."""
        self.problems = []
        self._document = document
        data = document.data
        self._keys((), data, KEYS)
        group = self._group(data.get("group"))
        if not isinstance(data.get("by") or "", str):
            self._problem(("by",), "write one name here", {})
        entries = self._entries(data.get("answers"), "plenary" if group == PLENARY else "group")
        if self.problems:
            raise Problems(self.problems)
        return Sheet(group, writer(document), entries)

    def _problem(self, path: Path, sentence: str, facts: Mapping[str, object], *, at_key: bool = False) -> None:
        self.problems.append(self._document.problem(path, sentence, facts, at_key=at_key))

    def _keys(self, path: Path, data: dict[str, Any], known: Sequence[str]) -> None:
        for key in data:
            if key not in known:
                hint = did_you_mean(key, known) or f"known here: {', '.join(known)}"
                self._problem((*path, key), "{key} is not known here; {hint}", {"key": key, "hint": hint}, at_key=True)

    def _group(self, said: object) -> str:
        word = str(said or "")
        if word.casefold() == PLENARY:
            return PLENARY
        key = group_key(word, self.count)
        if not key:
            self._problem(
                ("group",) if said else (),
                "say which group this is: a number from 1 to {count}, or plenary",
                {"count": self.count},
            )
        return key

    def _entries(self, answers: object, per: str) -> list[Entry]:
        if not isinstance(answers, dict):
            sentence = "answers must be a map: the id of a question, then what the group said"
            self._problem(("answers",) if answers else (), sentence, {})
            return []
        asked = self.exercise.asked(per)
        found: dict[str, str] = {}
        for key in answers:
            question = named(asked, key)
            if question is None:
                self._unknown_question(key, asked)
            elif question.id in found:
                facts = {"key": key, "other": found[question.id]}
                self._problem(("answers", key), "{key} is the same question as {other}: keep one", facts, at_key=True)
            else:
                found[question.id] = key
        by_id = {question.id: question for question in asked}
        return [self._entry(by_id[name], key, answers[key]) for name, key in found.items()]

    def _unknown_question(self, key: str, asked: Sequence[Question]) -> None:
        words = [word for question in asked for word in (question.id, question.code) if word]
        known = ", ".join(f"{q.id} ({q.code})" if q.code else q.id for q in asked)
        facts = {"key": key, "hint": did_you_mean(key, words) or f"known here: {known}"}
        self._problem(("answers", key), "{key} is not known here; {hint}", facts, at_key=True)

    def _entry(self, question: Question, key: str, given: object) -> Entry:
        if isinstance(given, str) and given in STATES:
            return Entry(question, state=STATES[given])
        entry, form = Entry(question), question.form(self.offered(question))
        bare, path = given, ("answers", key)
        if form.repeats and isinstance(given, list):
            bare = [self._unmarked(entry, item, (*path, place)) for place, item in enumerate(given)]
        entry.rows, faults = read_given(question, bare, self.offered(question))
        for fault in faults:
            if form.repeats and _is_strange(form, fault.path):
                self._unknown_beside((*path, *fault.path), form)
            else:
                self._problem((*path, *fault.path), fault.sentence, fault.facts)
        return entry

    def _unknown_beside(self, path: Path, form: Form) -> None:
        """A key beside a point that is neither a blank nor a mark."""
        known, key = [*(blank.name for blank in (*form.blanks, *form.extras)), *MARKS], str(path[-1])
        facts = {"key": key, "hint": did_you_mean(key, known), "known": ", ".join(known)}
        sentence = "{key} is not asked here: {hint} Known here: {known}" if facts["hint"] else _NOT_ASKED
        self._problem(path, sentence, facts)

    def _unmarked(self, entry: Entry, item: object, path: Path) -> object:
        """The item without language and star, which are noted."""
        marks = item if isinstance(item, dict) else {}
        language, star = marks.get("language") or "", str(marks.get("star") or "no").casefold()
        if not isinstance(language, str):
            self._problem((*path, "language"), "write one language here, for example fr", {})
        if star not in STARRED:
            self._problem((*path, "star"), "write yes or no here", {})
        entry.languages.append(clean_line(str(language)))
        entry.stars.append(STARRED.get(star, False))
        return {key: value for key, value in item.items() if key not in MARKS} if isinstance(item, dict) else item


_NOT_ASKED = "{key} is not asked here; known here: {known}"


def named(questions: Iterable[Question], key: str) -> Question | None:
    """The question with that id, or with that code in capital or small letters."""
    by_code = {question.code.casefold(): question for question in questions if question.code}
    return next((question for question in questions if question.id == key), by_code.get(key.casefold()))


def _is_strange(form: Form, path: Path) -> bool:
    """Whether a path into what is given leads to a key that is no blank of the form."""
    if len(path) != _TO_A_KEY:
        return False
    blanks = (*form.blanks, *form.extras)
    labels = (word for b in blanks for word in ((b.label,) if isinstance(b.label, str) else b.label.values()))
    return folded(str(path[-1])) not in {folded(word) for word in (*labels, *(b.name for b in blanks))}


_TO_A_KEY = 2
"""Parts of such a path: the place of the point, and the key."""


def writer(document: Document) -> str:
    """The name of the person who wrote a sheet, if it says."""
    said = document.data.get("by")
    return clean_line(said) if isinstance(said, str) else ""


def record_sheet(feedback: Feedback, sheet: Sheet) -> Taken:
    """Write all that is new, as one.

    A point with the same words, an answer or a state that says the same is there already.
    """
    added = known = answers = 0
    with feedback.workshop.together():
        for entry in sheet.entries:
            if entry.state:
                known += not _set_state(feedback, sheet.group, entry.question, entry.state)
            elif entry.question.form().repeats:
                fresh = _add_new(feedback, sheet.group, entry)
                added += fresh
                known += len(entry.rows) - fresh
            elif entry.rows:
                fresh = _set_answer(feedback, sheet.group, entry)
                answers += fresh
                known += 1 - fresh
    return Taken(added, known, answers)


def _set_state(feedback: Feedback, group: str, question: Question, state: State) -> bool:
    """Record a state, unless it is recorded and in no conflict; whether it was recorded now."""
    heads = feedback.workshop.fold.heads(f"state/{feedback.session.id}/{group}/{question.id}")
    if [head.body.get("state") for head in heads] == [state]:
        return False
    feedback.set_state(question, group, state)
    return True


def _set_answer(feedback: Feedback, group: str, entry: Entry) -> bool:
    """Record an answer, unless it is there and in no conflict; whether it was recorded now."""
    there = [response.answer.values for response in feedback.responses([entry.question], [group]) if response.answer]
    if there == [entry.rows[0]]:
        return False
    feedback.set_answer(entry.question, group, entry.rows[0], via="file")
    return True


def _add_new(feedback: Feedback, group: str, entry: Entry) -> int:
    there = [point.values for point in feedback.response(entry.question, group).points]
    fresh = [number for number, row in enumerate(entry.rows) if row not in there]
    rows, languages = [entry.rows[n] for n in fresh], [entry.languages[n] for n in fresh]
    made = feedback.add_points(entry.question, group, rows, languages=languages, via="file")
    for point, number in zip(made, fresh, strict=True):
        if entry.stars[number]:
            feedback.star(point)
    return len(fresh)
