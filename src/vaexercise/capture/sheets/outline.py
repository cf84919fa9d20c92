"""Reads headings and nested lists as statements, line by line, so that every part has its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.markdown import unescaped
from vaexercise.capture.sheets.model import STATES, Statements
from vaexercise.definitions.document import Mark, Page, Path
from vaexercise.questions.choices import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.errors import Problem

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*")
_BULLET = re.compile(r"([ \t]*)(?:[-*+]|\d{1,4}[.)])(?:[ \t]+(.*)|[ \t]*)")
_CODE = re.compile(
    r"\*\*((?:[A-Za-z0-9]+-)?(?:G\d+|PL)-[A-Z]\d+\w*(?:-\d+[a-z]*)?(?: \(version \d+ of \d+\))?)\*\*[ \t]*(.*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"((?:\\.|[^\\:])+):(?:[ \t]+(.*)|[ \t]*)")
_BY = re.compile(r"by:[ \t]*(.*)", re.IGNORECASE)
_ANY_GROUP = "group"
"""A heading without a number: nobody has said yet whose sheet this is."""
STRAY = "this belongs to no point: begin a point with a dash and a space, or put > before what is only a remark"
_NO_QUESTION = "no question stands above this line: begin one with ## and its code, such as ## Q1"
_UNNAMED = "write name: words here, or take the spaces before the dash away to make it a point of its own"
_TWICE = "{name} stands twice under this point: keep one"


@dataclass(slots=True)
class _Open:
    """A text that may go on in the next line: its lines so far, and the part of a statement that it becomes."""

    into: dict[str, Any]
    name: str
    lines: list[str]

    def close(self) -> None:
        """Put the text where it belongs."""
        self.into[self.name] = unescaped(self.lines)


class OutlineReader:
    """Reads the lines of one file. One use."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.page = Page(file, tuple(lines))
        self.statements: list[dict[str, Any]] = []
        self.marks: dict[Path, Mark] = {}
        self.faults: list[Problem] = []
        self.above: dict[str, tuple[str, Mark]] = {}
        self.open: _Open | None = None
        self.after_blank = False

    def document(self, notices: Sequence[str]) -> Statements:
        """What the file says."""
        for number, line in enumerate(self.page.lines, start=1):
            self._line(number, line)
        self._close()
        return Statements(self.statements, self.page, self.marks, self.marks, tuple(self.faults), tuple(notices))

    def _line(self, number: int, line: str) -> None:
        stripped = line.strip(" \t")
        goes_on = bool(self.open and self.open.lines and self.open.lines[-1].endswith("\\"))
        if not stripped:
            self.after_blank = True
        elif stripped.startswith(">"):
            self._close()
        elif heading := _HEADING.fullmatch(line):
            self._heading(number, len(heading[1]), heading[2])
        elif bullet := _BULLET.fullmatch(line):
            self._bullet(number, bullet)
        elif self.open and (goes_on or line[0] in " \t" or not self.after_blank):
            self._continued(stripped)
        else:
            self._alone(number, stripped)
        if stripped:
            self.after_blank = False

    def _continued(self, stripped: str) -> None:
        """The next line of an open text; after an empty line, it is a paragraph of its own."""
        lines = self.open.lines if self.open else []
        if self.after_blank and lines and not lines[-1].endswith("\\"):
            lines[-1] += "\\"
        lines.append(stripped)

    def _close(self) -> None:
        if self.open:
            self.open.close()
            self.open = None

    def _heading(self, number: int, level: int, text: str) -> None:
        self._close()
        mark = Mark(number, level + 2)
        if level == 1:
            said = {} if folded(text) == _ANY_GROUP else {"group": (unescaped([text]), mark)}
            self.above = said | {key: found for key, found in self.above.items() if key == "by"}
        else:
            self.above["question"] = (unescaped([text.split(" ", maxsplit=1)[0]]), mark)

    def _bullet(self, number: int, bullet: re.Match[str]) -> None:
        self._close()
        words, inside = bullet[2] or "", bool(bullet[1])
        column = bullet.start(2) + 1 if bullet[2] else bullet.end() + 1
        if inside and self.statements and self._is_of_question(self.statements[-1]):
            self._named(Mark(number, column), words)
        elif "question" not in self.above:
            self._fault(Mark(number, 1), _NO_QUESTION)
        else:
            self._item(Mark(number, column), words)

    def _is_of_question(self, statement: dict[str, Any]) -> bool:
        return "values" in statement and statement.get("question") == self.above.get("question", ("",))[0]

    def _item(self, mark: Mark, words: str) -> None:
        """A point, or the answer: its code, if it has one, and its words."""
        statement = self._statement(mark, values={})
        if found := _CODE.fullmatch(words):
            statement["code"] = found[1]
            self.marks[len(self.statements) - 1, "code"] = Mark(mark.line, mark.column + 2)
            mark = Mark(mark.line, mark.column + found.start(2))
            words = found[2]
        self._begin(("text",), words, mark)

    def _named(self, mark: Mark, words: str) -> None:
        """More about the point above: `name: words`."""
        found = _NAMED.fullmatch(words)
        if not found:
            self._fault(mark, _UNNAMED)
            return
        name = unescaped([found[1].strip(" \t")])
        if name in self.statements[-1]["values"]:
            self._fault(mark, _TWICE, name=name)
        self._begin(("values", name), found[2] or "", Mark(mark.line, mark.column + found.start(2 if found[2] else 1)))

    def _begin(self, path: tuple[str, ...], words: str, mark: Mark) -> None:
        statement = self.statements[-1]
        self.marks[len(self.statements) - 1, *path] = mark
        into = statement["values"] if path[0] == "values" else statement
        into[path[-1]] = ""
        self.open = _Open(into, path[-1], [words.rstrip(" \t")])

    def _statement(self, mark: Mark, **parts: object) -> dict[str, Any]:
        place = len(self.statements)
        self.marks[place,] = mark
        for key, (_, at) in self.above.items():
            self.marks[place, key] = at
        self.statements.append({**{key: word for key, (word, _) in self.above.items()}, **parts})
        return self.statements[-1]

    def _alone(self, number: int, stripped: str) -> None:
        """A line that is no point: who writes, or a state."""
        self._close()
        mark = Mark(number, 1)
        state = folded(stripped.strip("*_. ")).replace(" ", "-")
        if (by := _BY.fullmatch(stripped)) and "question" not in self.above:
            self.above["by"] = (unescaped([by[1]]), mark)
        elif state in STATES and "question" in self.above:
            self._statement(mark, state=state)
            self.marks[len(self.statements) - 1, "state"] = mark
        else:
            self._fault(mark, STRAY if "question" in self.above else _NO_QUESTION)

    def _fault(self, mark: Mark, sentence: str, **facts: object) -> None:
        self.faults.append(self.page.problem(mark, sentence, facts))
