"""What a sheet is: a group's feedback in a file, question by question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vaexercise.definitions.document import Document, Path, spelled
from vaexercise.errors import Problem
from vaexercise.model.feedback import State
from vaexercise.model.form import Values
from vaexercise.model.question import Question

STATES: Mapping[str, State] = {"skipped": "skipped", "nothing": "nothing", "not-discussed": "not-discussed"}
COLUMNS = ("group", "question", "number", "item", "asked", "text", "state")
"""What a statement may hold beside marks; `asked` is help for whoever fills it in, and is not read."""
MARKS = ("language", "star", "private", "agreement", "gloss", "parked", "code")
"""What may stand beside the blanks of a point or an answer."""
KEYS = (*COLUMNS, *MARKS, "by", "values")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What stands beside a point or an answer; `code` is that of the point it is about, if it is no new one."""

    code: str = ""
    language: str = ""
    star: bool = False
    private: str = ""
    agreement: str = ""
    gloss: str = ""
    parked: str = ""


@dataclass(slots=True)
class Filling:
    """A form filled in once, as a file has it: `given` as `read_given` takes it, and the marks beside it.

    `at` is where it stands in the file, `where` where those of its parts stand that are not below `at`.
    """

    given: object
    marks: dict[str, object]
    at: Path
    where: dict[str, Path] = field(default_factory=dict)

    def place(self, path: Path) -> Path:
        """Where in the file a part of what is given, or a mark, stands."""
        if path and path[0] in self.where:
            return (*self.where[str(path[0])], *path[1:])
        return (*self.at, *path)


@dataclass(slots=True)
class Part:
    """What a file says to one question, before it is checked: a state, or fillings; `at` is where it begins.

    Not `is_list` is one thing where a list should stand.
    """

    question: Question
    at: Path
    state: str = ""
    fillings: list[Filling] = field(default_factory=list)
    is_list: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """What the sheet says to one question: a state, or what was filled in, once or for each point, with its marks."""

    question: Question
    state: State | None = None
    rows: tuple[Values, ...] = ()
    marks: tuple[Marks, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a file says of one group."""

    group: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Statements(Document):
    """A file of statements, one after the other: `data` is a list of maps with the keys of `KEYS`.

    `faults` are of lines that could not be read at all; `notices` say what was assumed.
    """

    faults: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()

    def problem(
        self, path: Path, sentence: str, facts: Mapping[str, object] | None = None, *, at_key: bool = False
    ) -> Problem:
        """A problem with what stands at `path`; the line tells which statement it is."""
        found = Document.problem(self, path, sentence, facts, at_key=at_key)
        inner = path[2:] if path[1:2] == ("values",) else path[1:]
        return found._replace(where="" if at_key else spelled(inner))


Place = tuple[str, str]
"""A group's key and a question's id."""


class Named(NamedTuple):
    """What a code names by itself: the codes of group and question, and whether it is the code of a point."""

    group: str
    question: str
    of_point: bool


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a session's points: where each stands `now`, and everywhere that it `ever` stood.

    Both are keyed by codes without case; `prefix` is what the session's codes begin with, such as `S2`.
    """

    prefix: str = ""
    now: Mapping[str, Place] = field(default_factory=dict)
    ever: Mapping[str, frozenset[Place]] = field(default_factory=dict)

    def named(self, code: str) -> Named | None:
        """The parts of a code, all in small letters."""
        bare = code.casefold().removeprefix(f"{self.prefix.casefold()}-" if self.prefix else "")
        found = _CODE.fullmatch(bare)
        return Named(found["group"], found["question"], of_point=bool(found["number"])) if found else None


_CODE = re.compile(r"(?P<group>g\d{1,5}|pl)-(?P<question>[a-z]\d{1,5}\w{0,5})(?:-(?P<number>\d{1,6}[a-z]{0,2}))?")
_VERSION = re.compile(r" \(version \d+ of \d+\)")


def bare_code(code: str) -> str:
    """A code as people write it, without what says that there are several versions."""
    return _VERSION.sub("", code).strip()
