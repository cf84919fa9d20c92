"""From a document to sheets: everything is matched with the exercise, and all that is wrong is told at once.

A document is a map, as a person writes it in YAML, of one group:

group: 2
by: Amara Diallo
answers:
  q-challenges:
    - No budget line for data collection
    - {text: Les données arrivent trop tard, language: fr, star: yes}
  q-actors: {focal-point: yes, survivors: partly}
  Q3: not-discussed                 # by its code; or skipped, or nothing

or a list of statements, as all other formats have it: `gathering`. What stays empty says nothing: more may stand
in the record already, and only a new point needs its first blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.gathering import Gatherer, is_blank
from vaexercise.capture.sheets.lookup import Lookup, Report
from vaexercise.capture.sheets.marking import MarkReader, marks_of, names_in, split
from vaexercise.capture.sheets.model import STATES, Codes, Entry, Filling, Part, Sheet, Statements
from vaexercise.definitions.document import MOST_PROBLEMS
from vaexercise.errors import Problems
from vaexercise.model.form import is_filled
from vaexercise.model.question import Fault
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.questions.given import MISSING, known_as, named
from vaexercise.questions.reading import read_given

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from vaexercise.capture.sheets.model import Marks
    from vaexercise.definitions.document import Document, Path
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Form, Item, Values
    from vaexercise.model.question import Question

_TOP = ("group", "by", "answers")
_TO_A_KEY = 2
"""Parts of a path into what is given: the place of the point, and the key."""
_NOT_ASKED = "{key} is not asked here; known here: {known}"


class SheetReader:
    """Reads sheets of one session of `count` groups.

    `offered` gives the options that a question takes from another; `group` is the key of the group of a sheet that
    names none; `codes` are those of the points that there are.
    """

    def __init__(
        self,
        exercise: Exercise,
        count: int,
        offered: Callable[[Question], Sequence[Item]],
        *,
        group: str = "",
        codes: Codes | None = None,
    ) -> None:
        self._lookup = Lookup(exercise, count, offered, group, codes or Codes())

    def read(self, document: Document) -> list[Sheet]:
        """What is said, one sheet for each group. Raises `Problems` with all that is wrong."""
        report = Report(document, [])
        if isinstance(document, Statements):
            parts = Gatherer(self._lookup, report).gathered(document.data)
            faults = [((fault.line, fault.column), fault) for fault in document.faults]
            report.problems += faults
        else:
            parts = self._nested(document.data, report)
        sheets = [Sheet(group, self._entries(group, found, report)) for group, found in parts.items()]
        if report.problems:
            raise Problems(report.in_order()[:MOST_PROBLEMS])
        return sheets

    def _nested(self, data: dict[str, Any], report: Report) -> dict[str, list[Part]]:
        for key in data:
            if key not in _TOP:
                hint = did_you_mean(key, _TOP) or f"known here: {', '.join(_TOP)}"
                report.add((key,), "{key} is not known here; {hint}", {"key": key, "hint": hint}, at_key=True)
        group = self._lookup.group_of(data.get("group"), ("group",), report)
        if not isinstance(data.get("by") or "", str):
            report.add(("by",), "write one name here")
        return {group: list(self._parts(group, data.get("answers"), report))}

    def _parts(self, group: str, answers: object, report: Report) -> list[Part]:
        if not isinstance(answers, dict):
            sentence = "answers must be a map: the id of a question, then what the group said"
            report.add(("answers",) if answers else (), sentence)
            return []
        found: dict[str, Part] = {}
        for key, given in answers.items():
            path = ("answers", key)
            question = self._lookup.question(group, key, path, report)
            if question and question.id in found:
                facts = {"key": key, "other": found[question.id].at[-1]}
                report.add(path, "{key} is the same question as {other}: keep one", facts, at_key=True)
            elif question:
                found[question.id] = self._part(question, given, path)
        return list(found.values())

    def _part(self, question: Question, given: object, path: Path) -> Part:
        if isinstance(given, str) and given in STATES:
            return Part(question, path, state=given)
        form = self._lookup.form(question)
        places = [(given, path)]
        if form.repeats and isinstance(given, list):
            places = [(item, (*path, place)) for place, item in enumerate(given)]
        elif form.repeats and given is not None:
            return Part(question, path, fillings=[Filling(given, {}, path)], is_list=False)
        marks = marks_of(form)
        fillings = [Filling(*split(item, marks), at) for item, at in places]
        return Part(question, path, fillings=fillings)

    def _entries(self, group: str, parts: Sequence[Part], report: Report) -> tuple[Entry, ...]:
        return tuple(self._entry(group, part, report) for part in parts)

    def _entry(self, group: str, part: Part, report: Report) -> Entry:
        question = part.question
        if part.state:
            return Entry(question, state=STATES[part.state])
        fillings = [filling for filling in part.fillings if not is_blank(filling)]
        if not fillings:
            return Entry(question)
        reader = MarkReader(self._lookup, group, report)
        marks = tuple(reader.read(question, filling) for filling in fillings)
        rows = self._read(part, fillings, marks, report)
        return Entry(question, rows=tuple(rows), marks=marks)

    def _read(
        self, part: Part, fillings: Sequence[Filling], marks: Sequence[Marks], report: Report
    ) -> Sequence[Values]:
        """What was filled in; a fault's path leads back to where it stands in the file."""
        form = self._lookup.form(part.question)
        listed = form.repeats and part.is_list
        given = [filling.given for filling in fillings] if listed else fillings[0].given
        rows, faults = read_given(part.question, given, self._lookup.offered(part.question), partial=True)
        faults += self._nameless(form, rows, marks, {fault.path[0] for fault in faults}) if listed else ()
        for fault in faults:
            at = fault.path
            place = fillings[int(at[0])].place(at[1:]) if listed and at else fillings[0].place(at)
            if listed and _is_strange(form, at):
                _unknown_beside(place, str(at[-1]), form, report)
            else:
                report.add(place, fault.sentence, fault.facts)
        return rows

    def _nameless(
        self, form: Form, rows: Sequence[Values], marks: Sequence[Marks], faulty: Container[object]
    ) -> Iterator[Fault]:
        """New points without their first blank: there is nothing to call them by."""
        first = form.blanks[0]
        for place, (row, mark) in enumerate(zip(rows, marks, strict=True)):
            is_here = mark.code in self._lookup.codes.ever
            if not (is_filled(first, row) or is_here or place in faulty):
                yield Fault((place, first.name), MISSING, named(first))


def _unknown_beside(place: Path, key: str, form: Form, report: Report) -> None:
    """A key beside a point that is neither a blank nor a mark."""
    known = [*(blank.name for blank in (*form.blanks, *form.extras)), *marks_of(form)]
    hint = did_you_mean(key, known)
    sentence = "{key} is not asked here: {hint} Known here: {known}" if hint else _NOT_ASKED
    report.add(place, sentence, {"key": key, "hint": hint, "known": ", ".join(known)})


def _is_strange(form: Form, path: Path) -> bool:
    """Whether a path into what is given leads to a key that is no blank of the form."""
    return len(path) == _TO_A_KEY and known_as(str(path[-1])) not in names_in(form)


def writer(document: Document) -> str:
    """The name of the person who wrote a sheet, if it says."""
    places = document.data if isinstance(document, Statements) else [document.data]
    names = (place.get("by") for place in places)
    return next((clean_line(name) for name in names if isinstance(name, str) and name.strip()), "")
