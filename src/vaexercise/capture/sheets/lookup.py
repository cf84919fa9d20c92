"""Who and what a sheet speaks of: groups and questions by the words that people write for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vaexercise.capture.sheets.model import Codes
from vaexercise.definitions.document import Document
from vaexercise.errors import Problem
from vaexercise.model.exercise import Exercise
from vaexercise.model.form import Item
from vaexercise.model.groups import PLENARY, group_code, group_key, group_name, numbered
from vaexercise.model.question import Question
from vaexercise.model.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vaexercise.definitions.document import Path
    from vaexercise.model.form import Form


@dataclass(slots=True)
class Report:
    """Collects what is wrong in a document; `met` are the codes of points that stand in it, as they are written."""

    document: Document
    problems: list[tuple[tuple[int, int], Problem]]
    met: set[str] = field(default_factory=set)

    def in_order(self) -> list[Problem]:
        """The problems as they stand in the file, each once."""
        once = {(place, str(problem)): problem for place, problem in self.problems}
        return [once[key] for key in sorted(once, key=lambda key: key[0])]

    def add(
        self, path: Path, sentence: str, facts: Mapping[str, object] | None = None, *, at_key: bool = False
    ) -> None:
        """A problem with what stands at a path."""
        known = path
        while known and known not in self.document.marks:
            known = known[:-1]
        place = self.document.marks.get(known, (1, 1))
        found = self.document.problem(path, sentence, facts, at_key=at_key)
        self.problems.append(((place[0], place[1]), found))


@dataclass
class Lookup:
    """The groups and questions of a session; `group` is that of a file which does not say one, if it was said."""

    exercise: Exercise
    count: int
    offered: Callable[[Question], Sequence[Item]]
    group: str = ""
    codes: Codes = field(default_factory=Codes)

    def group_of(self, said: object, path: Path, report: Report) -> str:
        """The key of the group that a file says; empty, and a problem, if there is no such group."""
        key = self._key(str(said or ""))
        if key and self.group and key != self.group:
            facts = {"said": group_name(key), "asked": group_name(self.group)}
            report.add(path, "this is of {said}, but {asked} was said on the command line: keep one", facts)
        elif not key and not said:
            key = self.group
        if not key:
            sentence = "say which group this is: a number from 1 to {count}, or plenary"
            report.add(path if said else path[:-1], sentence, {"count": self.count})
        return key

    def _key(self, word: str) -> str:
        return PLENARY if word.strip().casefold() == PLENARY else group_key(word, self.count)

    def group_with_code(self, code: str) -> str:
        """The key of the group whose codes begin so (`g2`, `pl`)."""
        keys = (*numbered(self.count), PLENARY)
        return next((key for key in keys if group_code(key).casefold() == code), "")

    def asked(self, group: str) -> tuple[Question, ...]:
        """The questions that are put to a group, or to the plenary."""
        return self.exercise.asked(PLENARY if group == PLENARY else "group")

    def question(self, group: str, key: str, path: Path, report: Report) -> Question | None:
        """The question of a group with that id or code; nothing, and a problem, if there is none."""
        asked = self.asked(group)
        found = named(asked, key)
        if found is None:
            words = [word for question in asked for word in (question.id, question.code) if word]
            known = ", ".join(f"{q.id} ({q.code})" if q.code else q.id for q in asked)
            hint = did_you_mean(key, words) or f"known here: {known}"
            report.add(path, "{key} is not known here; {hint}", {"key": key[:_SHOWN], "hint": hint}, at_key=True)
        return found

    def form(self, question: Question) -> Form:
        """What there is to fill in for a question, with the options that come from another."""
        if question.id not in self._forms:
            self._forms[question.id] = question.form(self.offered(question))
        return self._forms[question.id]

    @cached_property
    def _forms(self) -> dict[str, Form]:
        return {}


_SHOWN = 60


def named(questions: Iterable[Question], key: str) -> Question | None:
    """The question with that id, or with that code in capital or small letters."""
    by_code = {question.code.casefold(): question for question in questions if question.code}
    return next((question for question in questions if question.id == key), by_code.get(key.strip().casefold()))
