"""Sheets as a table: a heading row for each question, then one row for each thing to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.cells import cell_of
from vaexercise.capture.sheets.model import KEYS, Statements
from vaexercise.capture.sheets.pages import asked, details, entries, filled, help_for, marks, prompt
from vaexercise.definitions.document import Document, Mark, Page, Path
from vaexercise.errors import Problem, Problems
from vaexercise.model.guard import unguarded
from vaexercise.model.text import clean_line
from vaexercise.people.columns import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.capture.sheets.pages import Page as Sheet
    from vaexercise.capture.sheets.pages import Section
    from vaexercise.people.records import Row

COLUMNS = (
    *("group", "question", "number", "item", "asked", "text", "state", "language", "star", "private"),
    *("agreement", "gloss", "parked", "code", "by"),
)
"""The columns that are written, in this order; `asked` is help, and is not read."""
_KNOWN = {fold(name): name for name in KEYS if name != "values"}
_HEADED_BY = ({"question", "code"}, 2)
"""A row with one of these names, and so many known ones in all, has the column names."""
_NO_HEADER = (
    "no row has the column names. Two are needed: question (or code) and text. "
    "A file that has all of them: vaexercise feedback template --output FILE.csv"
)
_TWICE = "has the same name as another column, {name}: keep one"
_UNNAMED = "has something in it but no name above it: write a name, or empty it"


@dataclass(frozen=True)
class Rows(Statements):
    """Statements in the rows of a table; their problems are placed by row and column."""

    def problem(
        self, path: Path, sentence: str, facts: Mapping[str, object] | None = None, *, at_key: bool = False
    ) -> Problem:
        """A problem with the cell that a path leads to, or with its row."""
        found = Document.problem(self, path, sentence, facts, at_key=at_key)
        row, column = found.line, found.column
        where = f"row {row}, column {letters(column)}" if column else f"row {row}"
        return found._replace(line=0, column=0, excerpt="", where=where)


def letters(column: int) -> str:
    """The letters of a column in a spreadsheet: 1 is A, 27 is AA."""
    above, own = divmod(column - 1, 26)
    return (letters(above) if above else "") + chr(ord("A") + own)


def header_names(cells: Sequence[str]) -> list[str]:
    """The known names among the cells of a row."""
    return [_KNOWN[name] for cell in cells if (name := fold(cell)) in _KNOWN]


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row holds the column names."""
    names, (needed, least) = set(header_names(cells)), _HEADED_BY
    return bool(names & needed) and len(names) >= least


def statements(rows: Sequence[Row], file: str, notices: Sequence[str] = ()) -> Rows:
    """The statements in the rows under the column names. Raises `Problems` if there are none, or they do not do."""
    at = next((place for place, row in enumerate(rows) if is_header(row.cells)), None)
    if at is None:
        raise Problems([Problem(_NO_HEADER, file=file)])
    names = [_KNOWN.get(fold(cell), clean_line(cell)) for cell in rows[at].cells]
    below = rows[at + 1 :]
    faults = list(_header_faults(names, below, rows[at].number, file))
    if faults:
        raise Problems(faults)
    data: list[dict[str, Any]] = []
    found: dict[Path, Mark] = {}
    for place, row in enumerate(below):
        found[place,] = Mark(row.number, 0)
        data.append(_statement(place, row, names, found))
    return Rows(data, Page(file, ()), found, found, notices=tuple(notices))


def _header_faults(names: Sequence[str], rows: Sequence[Row], number: int, file: str) -> Iterator[Problem]:
    width = max((len(row.cells) for row in rows), default=0)
    for column in range(max(width, len(names))):
        name = names[column] if column < len(names) else ""
        where = f"row {number}, column {letters(column + 1)}"
        if name and name in names[:column]:
            yield Problem(_TWICE, {"name": f"{name:.40}"}, file=file, where=where)
        elif not name and any(column < len(row.cells) and row.cells[column].strip() for row in rows):
            yield Problem(_UNNAMED, file=file, where=where)


def _statement(place: int, row: Row, names: Sequence[str], found: dict[Path, Mark]) -> dict[str, Any]:
    """One row; a column that is none of ours is taken for one named like a blank."""
    statement: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for column, (name, cell) in enumerate(zip(names, row.cells, strict=False), start=1):
        if not name or not cell.strip():
            continue
        known = name in _KNOWN.values()
        (statement if known else values)[name] = unguarded(cell)
        found[(place, name) if known else (place, "values", name)] = Mark(row.number, column)
    return {**statement, **({"values": values} if values else {})}


def written(pages: Sequence[Sheet]) -> Iterator[dict[str, str]]:
    """The rows of a file, each a map from column to cell; empty cells may be missing."""
    for page in pages:
        by = {"by": page.by} if page.by else {}
        for section in page.sections:
            base = {"group": page.said, "question": section.key}
            for row in _section(section, page.language):
                yield {**base, **row, **by}
                by = {}


def _section(section: Section, language: str) -> Iterator[dict[str, str]]:
    state = section.response.state
    head = {"asked": "\n".join([prompt(section, language), *help_for(section, language)])}
    bare = not section.form.repeats and len(section.form.blanks) == 1
    said = entries(section)
    if state in {"skipped", "nothing", "not-discussed"}:
        head["state"] = state
    if not (bare and said):
        yield head
    for number, entry in enumerate(said, start=1):
        rows = [{"item": item, "text": text} for item, text in _cells(section, number - 1)]
        for row in _about(section, rows, language):
            yield {**(head if bare else {}), **row, "code": entry.code, **marks(entry)}
    if not bare:
        yield from _empty(section, len(said), language)


def _cells(section: Section, place: int) -> Iterator[tuple[str, str]]:
    entry = entries(section)[place]
    return ((blank.name, cell_of(blank, entry.values[blank.name])) for blank in filled(section, entry))


def _empty(section: Section, before: int, language: str) -> Iterator[dict[str, str]]:
    for number in range(before + 1, before + section.room + 1):
        rows = [{"item": blank.name} for blank in section.form.blanks]
        for row in _about(section, rows, language):
            yield {**row, **({"number": str(number)} if section.form.repeats else {})}


def _about(section: Section, rows: Sequence[dict[str, str]], language: str) -> Iterator[dict[str, str]]:
    """Rows with what is asked in each; the item goes where there is only one."""
    words = {blank.name: asked(blank, language) for blank in section.form.extras}
    words |= {blank.name: text for blank, text in details(section, language)}
    for row in rows:
        if len(section.form.blanks) == 1 and row["item"] == section.form.blanks[0].name:
            yield {name: cell for name, cell in row.items() if name != "item"}
        else:
            yield {**row, "asked": words[row["item"]]}
