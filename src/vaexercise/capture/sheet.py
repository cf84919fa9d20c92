"""A group's feedback in a YAML file: read whole, checked whole, recorded whole or not at all.

group: 2
by: Amara Diallo
answers:
  q-challenges:
    - No budget line for data collection
    - {text: Les données arrivent trop tard, language: fr, star: yes}
  q-actors: {focal-point: yes, survivors: partly}
  q-measure: not-discussed          # or skipped, or nothing
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
from vaexercise.questions.reading import read_given

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.definitions.document import Document, Path
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Item
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
    """What came of recording a sheet: points added, points that were there already, answers set."""

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
        asked = {question.id: question for question in self.exercise.asked(per)}
        self._keys(("answers",), answers, tuple(asked))
        return [self._entry(asked[name], given) for name, given in answers.items() if name in asked]

    def _entry(self, question: Question, given: object) -> Entry:
        if isinstance(given, str) and given in STATES:
            return Entry(question, state=STATES[given])
        entry = Entry(question)
        bare, path = given, ("answers", question.id)
        if question.form().repeats and isinstance(given, list):
            bare = [self._unmarked(entry, item, (*path, place)) for place, item in enumerate(given)]
        entry.rows, faults = read_given(question, bare, self.offered(question))
        for fault in faults:
            self._problem((*path, *fault.path), fault.sentence, fault.facts)
        return entry

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


def writer(document: Document) -> str:
    """The name of the person who wrote a sheet, if it says."""
    said = document.data.get("by")
    return clean_line(said) if isinstance(said, str) else ""


def record_sheet(feedback: Feedback, sheet: Sheet) -> Taken:
    """Write all that is new, as one. A point with the same words in the same place is there already."""
    added = known = answers = 0
    with feedback.workshop.together():
        for entry in sheet.entries:
            if entry.state:
                feedback.set_state(entry.question, sheet.group, entry.state)
            elif entry.question.form().repeats:
                fresh = _add_new(feedback, sheet.group, entry)
                added += fresh
                known += len(entry.rows) - fresh
            elif entry.rows:
                feedback.set_answer(entry.question, sheet.group, entry.rows[0], via="file")
                answers += 1
    return Taken(added, known, answers)


def _add_new(feedback: Feedback, group: str, entry: Entry) -> int:
    there = [point.values for point in feedback.response(entry.question, group).points]
    fresh = [number for number, row in enumerate(entry.rows) if row not in there]
    rows, languages = [entry.rows[n] for n in fresh], [entry.languages[n] for n in fresh]
    made = feedback.add_points(entry.question, group, rows, languages=languages, via="file")
    for point, number in zip(made, fresh, strict=True):
        if entry.stars[number]:
            feedback.star(point)
    return len(fresh)
