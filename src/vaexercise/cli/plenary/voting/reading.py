"""Ballots out of a CSV file, and tallies out of words. All problems at once, by row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.errors import Problem, Problems, Unreadable
from vaexercise.model.groups import group_key
from vaexercise.model.text import clean_line
from vaexercise.model.vote import Tally
from vaexercise.people.columns import fold
from vaexercise.people.lines import unguarded
from vaexercise.plenary.votes import method_of
from vaexercise.plenary.votes.agreement import HIGHEST
from vaexercise.workshop.plenary.casting import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.vote import Given, Vote
    from vaexercise.people.table import Table

BALLOT, GROUP, ITEM = "ballot", "group", "item"
AMOUNTS = ("value", "dots", "score", "place", "rank")
"""How the column of an amount may be called, where each row is about one item."""

_NUMBER = re.compile(r"[^\W\d_]{0,3}-?\d{1,6}")
"""A ballot has a number, perhaps with a letter or two before it: never a name."""

_SHOWN = 40


class Reader:
    """Reads ballots: a row each, with a column per item (its number or title); or a row per ballot and item.

    `group` is that of all ballots, where the file does not say it; there are `groups` of them.
    """

    def __init__(self, vote: Vote, table: Table, group: str, groups: int) -> None:
        self.vote, self.table, self.group, self.groups = vote, table, group, groups
        self.method = method_of(vote)
        self._problems = list(table.problems)
        self._columns = {fold(header): n for n, header in enumerate(table.headers)}
        self._items = {str(number): item.id for number, item in enumerate(vote.items, start=1)}
        self._items |= {fold(item.title): item.id for item in vote.items}

    def sheets(self) -> list[Sheet]:
        """All ballots of the file. Raises `Problems`."""
        self._check_columns()
        found: dict[tuple[str, str], list[tuple[str, int]]] = {}
        first: dict[tuple[str, str], int] = {}
        for row in self.table.rows:
            cells = [clean_line(unguarded(cell)) for cell in row.cells]
            key = (self._group(row.number, cells), self._ballot(row.number, cells))
            if key in first and ITEM not in self._columns:
                self._wrong(row.number, f"ballot {key[1]:.{_SHOWN}} is also in row {first[key]}: each is there once")
            first.setdefault(key, row.number)
            found.setdefault(key, []).extend(self._given(row.number, cells, len(found.get(key, ()))))
        sheets = [Sheet(number, group, self._whole(given)) for (group, number), given in found.items()]
        for sheet in sheets:
            at = first[sheet.group, sheet.number]
            for reason in self.method.wrong(sheet.given):
                self._wrong(at, f"ballot {sheet.number}: {reason}")
        self._stop_if_wrong()
        return sheets

    def _whole(self, given: Sequence[tuple[str, int]]) -> Given:
        """Of dots without amounts each row is a dot: those of an item are added up."""
        if self.vote.method != "dots" or ITEM not in self._columns or self._amount_column():
            return tuple(given)
        return tuple(
            (item, sum(n for other, n in given if other == item)) for item in dict.fromkeys(i for i, _ in given)
        )

    def _check_columns(self) -> None:
        known = {BALLOT, GROUP, *((ITEM, *AMOUNTS) if ITEM in self._columns else self._items)}
        if BALLOT not in self._columns:
            self._problem('no column is called "ballot". It holds the number of each ballot, 1, 2, 3 and so on')
        for name, n in self._columns.items():
            if name not in known:
                header = f"{self.table.headers[n]:.{_SHOWN}}"
                self._problem(f'column "{header}" is none of the {len(self.vote.items)} items, by number or title')
        if ITEM in self._columns and self.vote.method == "agreement" and not self._amount_column():
            self._problem('no column is called "score": it says what each item gets')
        self._stop_if_wrong()

    def _amount_column(self) -> str:
        return next((name for name in AMOUNTS if name in self._columns), "")

    def _cell(self, cells: Sequence[str], name: str) -> str:
        return cells[self._columns[name]] if name in self._columns else ""

    def _ballot(self, row: int, cells: Sequence[str]) -> str:
        number = self._cell(cells, BALLOT)
        if not _NUMBER.fullmatch(number):
            self._wrong(row, f"“{number:.{_SHOWN}}” is no number of a ballot. Give them numbers, never names")
        return number

    def _group(self, row: int, cells: Sequence[str]) -> str:
        word = self._cell(cells, GROUP)
        key = group_key(word, self.groups) if word else self.group
        if word and not key:
            self._wrong(row, f"there is no group “{word:.{_SHOWN}}”: groups are 1 to {self.groups}")
        return key

    def _given(self, row: int, cells: Sequence[str], before: int) -> Iterator[tuple[str, int]]:
        """What a row gives to items; `before` is how many the same ballot named already."""
        if ITEM not in self._columns:
            for name, n in self._columns.items():
                if name in self._items and cells[n]:
                    yield self._items[name], self._number(row, self.table.headers[n], cells[n])
            return
        word, amount = self._cell(cells, ITEM), self._amount_column()
        if not word:
            return  # a ballot that says nothing
        usual = 1 if self.vote.method == "dots" else before + 1
        given = self._number(row, amount, self._cell(cells, amount)) if amount else usual
        yield self._items.get(fold(word), f"{word:.{_SHOWN}}"), given

    def _number(self, row: int, header: str, cell: str) -> int:
        if not (cell.isdecimal() and len(cell) <= len("999999")):
            self._wrong(row, f'column "{header:.{_SHOWN}}": “{cell:.{_SHOWN}}” is no whole number')
            return 0
        return int(cell)

    def _wrong(self, row: int, reason: str) -> None:
        self._problems.append(Problem("{reason}", {"reason": reason, "row": row}, self.table.file, where=f"row {row}"))

    def _problem(self, reason: str) -> None:
        self._problems.append(Problem("{reason}", {"reason": reason, "row": 0}, self.table.file))

    def _stop_if_wrong(self) -> None:
        if self._problems:
            raise Problems(sorted(self._problems, key=lambda problem: int(str(problem.facts["row"]))))


def read_tally(vote: Vote, words: Sequence[str], voters: int) -> Tally:
    """`1=9 2=5` as a tally; of agreement, `1=7:3,8:5` says that 3 people gave 7 and 5 gave 8. Raises `Problems`."""
    items = {number: item.id for number, item in enumerate(vote.items, start=1)}
    problems: list[Problem] = []
    found: dict[str, str] = {}
    for word in words:
        number, _, amount = word.partition("=")
        if not (number.isdecimal() and len(number) < len("9999") and int(number) in items and amount):
            problems.append(Problem("items are 1 to {n}: write 1=9", {"n": len(items)}, where=f"“{word:.{_SHOWN}}”"))
        elif items[int(number)] in found:
            problems.append(Problem("item {n} is there twice", {"n": int(number)}, where=f"“{word:.{_SHOWN}}”"))
        else:
            found[items[int(number)]] = amount
    read = _scores if vote.method == "agreement" else _sum
    amounts: dict[str, tuple[int, ...]] = {}
    for item, amount in found.items():
        try:
            amounts[item] = read(amount)
        except Unreadable as error:
            problems.append(Problem("{reason}", {"reason": error}, where=f"“{amount:.{_SHOWN}}”"))
    if problems:
        raise Problems(problems)
    return _tally(vote, amounts, voters)


def _tally(vote: Vote, amounts: Mapping[str, tuple[int, ...]], voters: int) -> Tally:
    if vote.method == "agreement":
        return Tally(voters=voters, scores=amounts)
    return Tally(voters=voters, sums={item: amount for item, (amount,) in amounts.items()})


def _sum(amount: str) -> tuple[int, ...]:
    return (_whole_number(amount),)


def _scores(amount: str) -> tuple[int, ...]:
    """How many gave 0, 1 … 10."""
    counts = [0] * (HIGHEST + 1)
    for part in amount.split(","):
        score, _, people = part.partition(":")
        which = _whole_number(score)
        if which > HIGHEST:
            raise Unreadable(advice=f"scores are 0 to {HIGHEST}")
        counts[which] += _whole_number(people)
    return tuple(counts)


def _whole_number(word: str) -> int:
    if not (word.isdecimal() and len(word) <= len("999999")):
        raise Unreadable(advice="write whole numbers, as 1=9, or for agreement 1=7:3,8:5")
    return int(word)
