"""Sheets as JSON lines, for programs: one statement in each line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.lines import lines_of
from vaexercise.capture.sheets.model import Statements
from vaexercise.capture.sheets.pages import details, entries, filled, help_for, marks, prompt
from vaexercise.definitions.document import Mark, Page, Path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.capture.sheets.pages import Page as Sheet
    from vaexercise.capture.sheets.pages import Section
    from vaexercise.errors import Problem
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.form import Blank

DEEPEST = 6
"""Levels of maps and lists in a line; a statement has three."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')
_SURROGATES = re.compile("[\ud800-\udfff]")
_NO_JSON = "this is no JSON: {reason}. Write one object in each line, closed in the same line"
_NO_OBJECT = 'write one object in each line, such as {{"group": 2, "question": "Q1", "text": "…"}}'
_DEEP = "maps and lists are in one another more than {most} times: no answer needs that"


class _TwiceError(ValueError):
    """A key stands twice in an object."""


def read(data: bytes, file: str) -> Statements:
    """What the lines say; a line that cannot be read is a fault of that line."""
    lines, notices = lines_of(data, file)
    page = Page(file, lines)
    statements: list[dict[str, Any]] = []
    marks_: dict[Path, Mark] = {}
    faults: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            statement = _statement(line)
        except _Broken as broken:
            faults.append(page.problem(Mark(number, broken.column), broken.sentence, broken.facts))
            continue
        at = (len(statements),)
        marks_[at] = Mark(number, len(line) - len(line.lstrip()) + 1)
        marks_ |= {(*at, *path): Mark(number, column) for path, column in _places(line)}
        statements.append(statement)
    return Statements(statements, page, marks_, marks_, tuple(faults), notices)


class _Broken(Exception):
    """A line that cannot be read: what, and from which column."""

    def __init__(self, sentence: str, column: int = 1, **facts: object) -> None:
        super().__init__(sentence)
        self.sentence, self.column, self.facts = sentence, column, facts


def _statement(line: str) -> dict[str, Any]:
    depth = 0
    for token in _TOKEN.finditer(line):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > DEEPEST:
            raise _Broken(_DEEP, token.start() + 1, most=DEEPEST)
    try:
        found = json.loads(line, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise _Broken(_NO_JSON, error.colno, reason=error.msg[:1].lower() + error.msg[1:]) from error
    except _TwiceError as error:
        raise _Broken("{key} stands twice in this line: keep one", key=str(error)) from error
    if not isinstance(found, dict):
        raise _Broken(_NO_OBJECT)
    return {key: _plain(value) for key, value in found.items()}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        name = _SURROGATES.sub("", key)
        if name in found:
            raise _TwiceError(f"{name:.40}")
        found[name] = value
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401  what JSON can hold
    """Text for text, yes and no for true and false; halves of characters are left out."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return None if value is None else _SURROGATES.sub("", value)


def _places(line: str) -> Iterator[tuple[Path, int]]:
    """Where the values of keys begin in a line that holds a valid object."""
    path: list[str] = []
    tokens = list(_TOKEN.finditer(line))
    inside: list[str] = []
    for place, token in enumerate(tokens):
        if token[0] in "[{":
            inside.append(token[0])
        elif token[0] in "]}":
            inside.pop()
            path = path[: sum(sign == "{" for sign in inside)]
        elif token[0] == ":" and "[" not in inside:
            path = [*path[: len(inside) - 1], _SURROGATES.sub("", json.loads(tokens[place - 1][0]))]
            yield tuple(path), tokens[place + 1].start() + 1


def write(pages: Sequence[Sheet]) -> bytes:
    """A line for each point and answer, and for each that there is room for; `asked` is help."""
    found = [line for page in pages for section in page.sections for line in _section(page, section)]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in found).encode()


def _section(page: Sheet, section: Section) -> Iterator[dict[str, object]]:
    base: dict[str, object] = {"group": page.said, "question": section.question.id}
    if page.by:
        base["by"] = page.by
    if section.response.state in {"skipped", "nothing", "not-discussed"}:
        yield {**base, "state": section.response.state}
    for said in entries(section):
        yield {**base, "code": said.code, "values": dict(_values(section, said)), **marks(said)}
    for number in range(section.room):
        help_ = {} if number else {"asked": list(_asked(section, page.language))}
        yield {**base, **help_, **_empty(section)}


def _values(section: Section, said: Point | Answer) -> Iterator[tuple[str, object]]:
    for blank in filled(section, said):
        value = said.values[blank.name]
        yield blank.name, list(value) if isinstance(value, tuple) else value


def _asked(section: Section, language: str) -> Iterator[str]:
    """The prompt, and what helps to answer it."""
    yield prompt(section, language)
    yield from help_for(section, language)
    if len(section.form.blanks) > 1:
        yield from (f"{blank.name}: {words}" for blank, words in details(section, language))


def _empty(section: Section) -> dict[str, object]:
    blanks = section.form.blanks
    if len(blanks) == 1:
        return {"text": _nothing(blanks[0])}
    return {"values": {blank.name: _nothing(blank) for blank in blanks}}


def _nothing(blank: Blank) -> object:
    return [] if blank.kind in {"many", "order"} else ""
