"""Decisions about points out of a file: a CSV with a row for each, or JSON as `themes list` prints it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from vaexercise.cli.plenary.themes.reading import Rows
from vaexercise.errors import Problem, Problems
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.model.theme import LONGEST_TITLE
from vaexercise.people.decoding import decode
from vaexercise.workshop.plenary.applying_themes import Wanted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

DECISIONS = ("in", "opposes", "unique", "parked", "left")
_WITH_THEME = ("in", "opposes")


class _Row(NamedTuple):
    """One thing said about a point: its id, what is decided, and the theme or the reason."""

    point: str
    decision: str
    theme: str = ""
    reason: str = ""


def read_decisions(data: bytes, file: str, encoding: str, known: Mapping[str, str]) -> dict[str, Wanted]:
    """What is wanted for each point, by its id. `known` are the ids by codes and ids in small letters.

    Raises `Problems`, all at once: by row and column, or by the path in JSON.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _Json(decode(data, file, encoding).text, file, known).read()
    return _Csv(data, file, encoding, known).read()


class _Together:
    """Puts together what is said about each point, and finds what contradicts itself."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self._rows: dict[str, list[_Row]] = {}

    def objection(self, row: _Row) -> tuple[str, str]:
        """Why a row cannot stand, after the column that is wrong; nothing if it can, and then it counts."""
        if row.point not in self.known:
            return "id", f'"{row.point:.40}" is no point to be sorted here{_near(row.point, self.known)}'
        if row.decision not in DECISIONS:
            return "decision", f'"{row.decision:.40}" is none of {", ".join(DECISIONS)}{_near(row.decision, DECISIONS)}'
        if (row.decision in _WITH_THEME) != bool(row.theme):
            wrong = "a theme goes with in and opposes, and only with them"
            return "theme", f"{wrong}; here is {row.decision} {'without' if not row.theme else 'with'} one"
        if len(row.theme) > LONGEST_TITLE:
            return "theme", f"a title has at most {LONGEST_TITLE} characters"
        if row.decision == "parked" and not row.reason:
            return "reason", "say why it is parked"
        return self._against(row)

    def _against(self, row: _Row) -> tuple[str, str]:
        before = self._rows.setdefault(self.known[row.point], [])
        if any({row.decision, other.decision} - set(_WITH_THEME) and other != row for other in before):
            return "decision", f"something else is said about {row.point} before: {before[0].decision}"
        before.append(row)
        return "", ""

    def wanted(self) -> dict[str, Wanted]:
        """What the rows come to."""
        return {point: _wanted(rows) for point, rows in self._rows.items() if rows}


def _wanted(rows: Sequence[_Row]) -> Wanted:
    first = rows[0]
    return Wanted(
        themes=tuple(row.theme for row in rows if row.decision in _WITH_THEME),
        opposes=tuple(row.theme for row in rows if row.decision == "opposes"),
        unique=first.decision == "unique",
        parked=first.reason if first.decision == "parked" else "",
    )


def _near(word: str, known: Collection[str]) -> str:
    near = did_you_mean(word, known)
    return f": {near}" if near else ". Codes are like G2-Q1-04" if len(known) != len(DECISIONS) else ""


class _Csv:
    """Columns: id or code, theme, and if wanted decision and reason."""

    def __init__(self, data: bytes, file: str, encoding: str, known: Mapping[str, str]) -> None:
        self._rows = Rows(data, file, encoding, needed=())
        self._named = "code" if self._rows.has("code") else "id"
        if not self._rows.has(self._named):
            self._rows = Rows(data, file, encoding, needed=("id",))
        self._together = _Together(known)

    def read(self) -> dict[str, Wanted]:
        """All rows, or their problems."""
        for number, cells in self._rows.read():
            usual = "in" if cells["theme"] else ""
            decision = cells["decision"].casefold() or usual
            row = _Row(cells[self._named].casefold(), decision, cells["theme"], cells["reason"])
            column, sentence = self._together.objection(row)
            if sentence:
                self._wrong(number, column, sentence)
        self._rows.stop_if_wrong()
        return self._together.wanted()

    def _wrong(self, number: int, column: str, sentence: str) -> None:
        """Note a problem of a row, at the column that it has."""
        there = column if self._rows.has(column) else self._named
        self._rows.wrong(number, there, sentence.replace("{", "{{").replace("}", "}}"))


class _Json:
    """`{"themes": [{"title", "points", "opposes"}], "unique": […], "parked": {code: reason}}`, or a list of such.

    What is left stays as it is, whatever the file lists under `left`.
    """

    def __init__(self, text: str, file: str, known: Mapping[str, str]) -> None:
        self._text, self._file = text, file
        self._problems: list[Problem] = []
        self._together = _Together(known)

    def read(self) -> dict[str, Wanted]:
        """All that is said, or its problems."""
        try:
            said: Any = json.loads(self._text)
        except (ValueError, RecursionError) as error:
            line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
            sentence = "this is no JSON: {reason}"
            problem = Problem(sentence, {"reason": str(error)}, file=self._file, line=line, column=column)
            raise Problems([problem]) from error
        whole = said.get("questions", said) if isinstance(said, dict) else said
        for where, row in self._rows(whole):
            _, sentence = self._together.objection(row)
            if sentence:
                self._wrong(where, sentence)
        if self._problems:
            raise Problems(self._problems)
        return self._together.wanted()

    def _rows(self, whole: object) -> Iterator[tuple[str, _Row]]:
        for at, one in self._items(whole if isinstance(whole, list) else [whole], ""):
            if not isinstance(one, dict):
                self._wrong(at, "is no object with themes")
                continue
            for where, theme in self._items(one.get("themes", []), f"{at}themes"):
                yield from self._of_theme(where, theme)
            for where, point in self._items(one.get("unique", []), f"{at}unique"):
                yield where, _Row(self._text_of(point), "unique")
            parked = one.get("parked", {})
            if not isinstance(parked, dict):
                self._wrong(f"{at}parked", "is no object of codes and reasons")
                continue
            for point, reason in parked.items():
                yield f"{at}parked.{point:.40}", _Row(self._text_of(point), "parked", reason=clean_line(str(reason)))

    def _of_theme(self, where: str, theme: object) -> Iterator[tuple[str, _Row]]:
        if not isinstance(theme, dict) or not clean_line(str(theme.get("title", ""))):
            self._wrong(where, "has no title")
            return
        title = clean_line(str(theme["title"]))
        against = {self._text_of(point) for _, point in self._items(theme.get("opposes", []), f"{where}.opposes")}
        for at, point in self._items(theme.get("points", []), f"{where}.points"):
            if self._text_of(point) not in against:
                yield at, _Row(self._text_of(point), "in", title)
        for at, point in self._items(theme.get("opposes", []), f"{where}.opposes"):
            yield at, _Row(self._text_of(point), "opposes", title)

    def _items(self, value: object, where: str) -> Iterator[tuple[str, object]]:
        if not isinstance(value, list):
            self._wrong(where, "is no list")
            return
        yield from ((f"{where}[{n}]" if where else f"[{n}].", one) for n, one in enumerate(value))

    def _text_of(self, point: object) -> str:
        return clean_line(str(point)).casefold()

    def _wrong(self, where: str, sentence: str) -> None:
        safe = sentence.replace("{", "{{").replace("}", "}}")
        if not any(problem.where == where and problem.sentence == safe for problem in self._problems):
            self._problems.append(Problem(safe, file=self._file, where=where.strip(".") or "[0]"))
