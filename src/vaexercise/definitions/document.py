"""A definition file in memory: plain data, and where in the file each part of it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vaexercise.errors import Problem

Path = tuple[str | int, ...]
"""Keys and list places (from 0) from the top of a file down to a part of it."""

MOST_PROBLEMS = 100
"""More than this many problems of one file are not told: the first ones will have to be mended first."""

_BREAKS = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"
_WIDEST = 120
_SHOWN_VALUE = 40


class Mark(NamedTuple):
    """A place in a file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """The text of a file, for showing the line of a problem."""

    file: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, file: str, text: str) -> Page:
        """Lines end where YAML ends them."""
        return cls(file, tuple(_BREAKS.split(text)))

    def line(self, number: int) -> str:
        """A line by its number from 1; empty beyond the ends."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def problem(self, mark: Mark, sentence: str, facts: Mapping[str, object] | None = None, where: str = "") -> Problem:
        """A problem at a place of this file."""
        return Problem(
            sentence,
            facts or {},
            file=harmless(self.file),
            line=mark.line,
            column=mark.column,
            where=where,
            excerpt=_excerpt(self.line(mark.line), mark.column),
        )


@dataclass(frozen=True)
class Document:
    """What a file holds: dicts, lists, None, and every scalar as the text that was written.

    `marks` says where the value at a path begins, `keys` where its key does.
    """

    data: Any
    page: Page
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    keys: Mapping[Path, Mark] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name under which problems speak of this file."""
        return self.page.file

    def origin(self, path: Path) -> str:
        """Where the part at `path` stands, by the name of the file without its folders: `rules.yaml:12`."""
        name = re.split(r"[/\\]", self.file)[-1]
        return f"{harmless(name)}:{self.marks[path].line}" if path in self.marks else harmless(name)

    def problem(
        self, path: Path, sentence: str, facts: Mapping[str, object] | None = None, *, at_key: bool = False
    ) -> Problem:
        """A problem with what stands at `path`, or, of a path that is not in the file, with the part that is."""
        known = path
        while known and known not in self.marks:
            known = known[:-1]
        mark = self.marks.get(known, Mark(1, 1))
        if at_key:
            mark = self.keys.get(known, mark)
        return self.page.problem(mark, sentence, facts, spelled(path))


def spelled(path: Path) -> str:
    """A path as people write and count: `questions[2].options`. The whole file is the empty string."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{harmless(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def quoted(value: object) -> str:
    """A value from a file, short and harmless, to stand in a sentence."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a map"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = harmless(str(value))
    return f"'{text}'" if len(text) <= _SHOWN_VALUE else f"'{text[:_SHOWN_VALUE].rstrip()}…'"


def harmless(text: str) -> str:
    """Text as long as before, in which nothing steers a terminal or turns the direction of writing."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char in "\t\n\r":
        return " "
    return char if char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs" else "\ufffd"


def _excerpt(line: str, column: int) -> str:
    """The line as written; cut if it is very long, empty if the place would be cut off."""
    shown = harmless(line)
    if len(shown) <= _WIDEST:
        return shown
    return f"{shown[: _WIDEST - 1]}…" if column < _WIDEST else ""
