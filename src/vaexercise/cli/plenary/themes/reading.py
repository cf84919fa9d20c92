"""Points and themes out of CSV files, for commands that need no workshop. All problems of a file at once, by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Problem, Problems, Refused, Unknown
from vaexercise.model.text import clean_line, counted
from vaexercise.people.columns import fold
from vaexercise.people.lines import unguarded
from vaexercise.people.table import read_table
from vaexercise.plenary.similarity import Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_KNOWN = {"language": "lang"}
_COLUMNS = ("id", "code", "group", "text", "lang", "gloss", "question", "theme", "decision", "reason")
_NAMES_SHOWN = 10


class Given(NamedTuple):
    """The points of a file, with the question of each; `notices` say what was assumed about it."""

    file: str
    statements: tuple[Statement, ...]
    questions: Mapping[str, str]
    notices: tuple[str, ...]


def read_points(data: bytes, file: str, encoding: str = "") -> Given:
    """Points from the columns id, text and, if there are any, group, lang, gloss and question. Raises `Problems`."""
    rows = Rows(data, file, encoding, needed=("id", "text"))
    seen: dict[str, int] = {}
    for number, cells in rows.read():
        if cells["id"] in seen:
            sentence = '"{id}" is also in row {other}. Give each point its own id'
            rows.wrong(number, "id", sentence, id=cells["id"], other=seen[cells["id"]])
        seen.setdefault(cells["id"], number)
    rows.stop_if_wrong()
    statements = tuple(
        Statement(cells["id"], cells["group"], cells["text"], cells["lang"], cells["gloss"]) for _, cells in rows.good
    )
    return Given(file, statements, {cells["id"]: cells["question"] for _, cells in rows.good}, rows.notices)


def of_question(given: Given, asked: str) -> tuple[Statement, ...]:
    """The points of one question; of the only one, if none is asked for. Raises `Unknown`, `Refused`."""
    there = sorted(set(given.questions.values()))
    hint = f"{given.file} has {_listed(there)}."
    if asked and there in ([""], []):
        raise Refused(reason=f"{given.file} has no column “question” that is filled in. Leave --question out.")
    if asked and asked not in there:
        raise Unknown(kind="question", name=asked, hint=hint)
    if not asked and len(there) > 1:
        raise Refused(reason=f"Points are compared one question at a time. Say which, with --question: {hint}")
    return tuple(each for each in given.statements if given.questions[each.id] == (asked or there[0]))


def read_themes(data: bytes, file: str, encoding: str, points: Given) -> dict[str, list[str]]:
    """The ids of points by the theme that people put them in, from the columns theme and id. Raises `Problems`."""
    rows = Rows(data, file, encoding, needed=("theme", "id"))
    themes: dict[str, list[str]] = {}
    for number, cells in rows.read():
        if cells["id"] not in points.questions:
            rows.wrong(number, "id", '"{id}" is no point of {points}', id=cells["id"], points=points.file)
        themes.setdefault(cells["theme"], []).append(cells["id"])
    rows.stop_if_wrong()
    return themes


class Rows:
    """The rows of a table by the columns that are known here; the others are left alone."""

    def __init__(self, data: bytes, file: str, encoding: str, needed: Sequence[str]) -> None:
        table = read_table(data, file, encoding)
        self._file = file
        self._needed = needed
        self._table = table
        self._names = [_KNOWN.get(fold(header), fold(header)) for header in table.headers]
        self._headers = dict(zip(self._names, table.headers, strict=True))
        self._problems = list(table.problems)
        self.notices = table.notices
        self.good: list[tuple[int, dict[str, str]]] = []
        if missing := [name for name in needed if name not in self._headers]:
            raise Problems([self._missing(name) for name in missing])

    def has(self, name: str) -> bool:
        """Whether there is a column of that name."""
        return name in self._headers

    def read(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows that have what is needed, each with its number; the others are problems."""
        for row in self._table.rows:
            found = dict(zip(self._names, (clean_line(unguarded(cell)) for cell in row.cells), strict=True))
            empty = [name for name in self._needed if not found[name]]
            for name in empty:
                self.wrong(row.number, name, "is empty. Fill it in, or empty the row")
            if not empty:
                self.good.append((row.number, {name: found.get(name, "") for name in _COLUMNS}))
                yield self.good[-1]

    def wrong(self, row: int, name: str, sentence: str, **facts: object) -> None:
        """Note a problem of a cell."""
        shown = {fact: f"{value:.40}" if isinstance(value, str) else value for fact, value in facts.items()}
        shown["row"] = row
        where = f'row {row}, column "{self._headers[name]}"'
        self._problems.append(Problem(sentence, shown, file=self._file, where=where))

    def stop_if_wrong(self) -> None:
        """Raise all problems in the order of the rows."""
        if self._problems:
            raise Problems(sorted(self._problems, key=lambda problem: int(str(problem.facts["row"]))))

    def _missing(self, name: str) -> Problem:
        sentence = 'no column is called "{name}". The columns are: {columns}'
        return Problem(sentence, {"name": name, "columns": _listed(self._table.headers)}, file=self._file)


def _listed(names: Collection[str]) -> str:
    shown = [f"{name:.40}" or "none" for name in list(names)[:_NAMES_SHOWN]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {counted(more, 'other')}" if more else "")
