"""A list of people against those the workshop knows: who is new, who changes, and what is wrong by row.

Nothing is silently removed. What a list does not say about a known participant stays; so does what it
leaves empty, and a notice says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.errors import Problem
from vaexercise.model.people import Participant
from vaexercise.people.columns import is_sensitive, meaning, own_name
from vaexercise.people.decoding import told
from vaexercise.people.doubts import doubts
from vaexercise.people.lines import Line, Reader, listed_rows
from vaexercise.people.matching import NAME_ONLY, Known, Match, twins

if TYPE_CHECKING:
    from vaexercise.people.table import Table

_ROWS_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A person of the list, as the workshop should have them: everything known before is in it.

    `updates` is the id of the participant it changes, or None for somebody new. `id` is that id, else the one
    the list gives, else empty: then the caller gives one.
    """

    row: int
    updates: str | None
    id: str
    name: str
    attributes: Mapping[str, str]
    sensitive: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What a list brings. A row with a problem has no entry; whether to go on without it is for the caller."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]


def read_people(table: Table, known: Sequence[Participant], sensitive: Collection[str] = ()) -> Intake:
    """The people of a table. `sensitive` names further columns that must never stand on a printed list."""
    reader = Reader(table)
    if not reader.names_people:
        return Intake(entries=(), problems=(*table.problems, _no_names(table)), notices=table.notices)
    lines = list(reader.lines())
    people = Known(known, {line.id for line in lines})
    matched = [(line, people.match(line)) for line in lines]
    wrong = [*_unclear(reader, matched), *_twice(reader, matched)]
    bad_rows = {row for rows, _ in wrong for row in rows}
    good = [(line, match) for line, match in matched if line.row not in bad_rows]
    merger = _Merger(table.headers, sensitive)
    entries = tuple(merger.entry(line, match) for line, match in good)
    problems = [*table.problems, *reader.problems, *(problem for _, problem in wrong)]
    return Intake(
        entries=entries,
        problems=tuple(sorted(problems, key=lambda problem: int(str(problem.facts["row"])))),
        notices=(
            *_about_table(table, entries),
            *reader.notices,
            *doubts(table),
            *_about_names(good, people),
            *merger.about_empty_cells(),
        ),
    )


def _no_names(table: Table) -> Problem:
    sentence = (
        'no column holds names. Call one "name", or two "first name" and "last name". '
        "Row {headed} was taken for the column names: {columns}"
    )
    columns = ", ".join(f"{header:.40}" for header in table.headers[:20])
    return Problem(sentence, {"row": 0, "headed": table.headed, "columns": columns}, file=table.file)


def _about_table(table: Table, entries: Sequence[Entry]) -> Iterable[str]:
    """What was assumed about the table. People know their names: a guessed encoding is shown by these."""
    names = [entry.name for entry in entries if not entry.name.isascii()]
    if table.guessed and names:
        return (told(table.guessed, names), *table.notices[1:])
    return table.notices


Wrong = tuple[tuple[int, ...], Problem]
"""The rows that get no entry, and why."""


def _unclear(reader: Reader, matched: Iterable[tuple[Line, Match]]) -> Iterable[Wrong]:
    """Rows that could be several participants, or are about nobody."""
    for line, match in matched:
        if len(match.candidates) > 1:
            sentence = (
                "could be any of {count} participants with the same {by}: {ids}. "
                'Write the id of the right one in a column "id"'
            )
            ids = ", ".join(person.id for person in match.candidates[:_ROWS_SHOWN])
            problem = reader.problem(line.row, sentence, count=len(match.candidates), by=match.by, ids=ids)
            yield (line.row,), problem
        elif not line.name and not match.candidates:
            yield (line.row,), reader.problem(line.row, "has no name. Write one, or empty the row")


_SAME = (
    "is about the same person as row {other}: {shared}. Neither row is taken, not even with --partial. "
    'Keep one of them; if they are two people, give each an id in a column "id"'
)
_MAYBE_SAME = (
    "may be about the same person as row {other}: {shared}. Neither row is taken, not even with --partial. "
    'Keep one of them; if they are two people, write in a column "organisation" where each is from, '
    'or give each an id in a column "id"'
)


def _twice(reader: Reader, matched: Sequence[tuple[Line, Match]]) -> Iterable[Wrong]:
    for earlier, later, shared in twins(matched):
        sentence = _MAYBE_SAME if shared == NAME_ONLY else _SAME
        rows = (earlier.row, later.row)
        yield rows, reader.problem(later.row, sentence, other=earlier.row, shared=shared)


def _about_names(matched: Iterable[tuple[Line, Match]], people: Known) -> Iterable[str]:
    """What somebody should look at: a name that changes, a namesake elsewhere."""
    for line, match in matched:
        before = match.candidates[0].name if match.candidates else ""
        if before and line.name and before != line.name:
            yield f'Row {line.row}: "{before}" is recognised by {match.by}, and is called "{line.name}" from now on.'
        elif not before and people.namesakes(line):
            ids = ", ".join(person.id for person in people.namesakes(line)[:_ROWS_SHOWN])
            yield (
                f'Row {line.row}: "{line.name}" was taken as somebody new, although there is a participant of '
                f"that name in another organisation ({ids})."
            )


class _Merger:
    """Puts what the list says over what was known."""

    def __init__(self, headers: Sequence[str], sensitive: Collection[str]) -> None:
        meant = Counter(map(meaning, headers))
        self._alone = {header for header in headers if meaning(header) and meant[meaning(header)] == 1}
        self._sensitive = sensitive
        self._secret: dict[str, bool] = {}
        self._kept: defaultdict[str, list[int]] = defaultdict(list)

    def entry(self, line: Line, match: Match) -> Entry:
        before = match.candidates[0] if match.candidates else Participant(id=line.id, name=line.name)
        values = self._values(line, before)
        secret = {header for header in values if header in before.sensitive or self._is_secret(header)}
        return Entry(
            row=line.row,
            updates=before.id if match.candidates else None,
            id=before.id,
            name=line.name or before.name,
            attributes={header: value for header, value in values.items() if header not in secret},
            sensitive={header: value for header, value in values.items() if header in secret},
        )

    def about_empty_cells(self) -> Iterable[str]:
        """Where an empty cell did not remove what was known."""
        for header, rows in self._kept.items():
            yield f'Column "{header}" is empty in {listed_rows(rows)}: what was known before stays.'

    def _values(self, line: Line, before: Participant) -> dict[str, str]:
        values = dict(before.everything)
        for header, cell in line.values.items():
            home = self._home(header, before)
            if cell:
                values[home] = cell
            elif values.get(home):
                self._kept[header].append(line.row)
        return values

    def _home(self, header: str, before: Participant) -> str:
        """The attribute for a column: that of the same meaning which is there already ("Pays" into "Country")."""
        if header in self._alone and before.everything:
            return own_name(before.everything, header) or header
        return header

    def _is_secret(self, header: str) -> bool:
        if header not in self._secret:
            self._secret[header] = is_sensitive(header, self._sensitive)
        return self._secret[header]
