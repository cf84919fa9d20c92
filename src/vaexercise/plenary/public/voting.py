"""Votes for a public version: in sum, without small counts of people, and with numbers that tell no order of before."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid
from vaexercise.plenary.priorities import Placed, Voted
from vaexercise.plenary.public.known import FEWEST
from vaexercise.plenary.public.scrubbing import digest
from vaexercise.plenary.public.suppression import FEWER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.plenary import Block

NOT_GIVEN = f"Counts of fewer than {FEWEST} people are not given."
_PEOPLE, _SCORES = "People", "Scores"
"""The columns that count the people who gave an item something; under the second there may also be who gave what."""
_SHARE = "7 or more"
"""The column with the part of the scores of an item that are so high: it tells how many these are."""
NOTHING = "–"
_BY = re.compile(r"\bby (\d+) ")
_FEW_IN_WORDS = re.compile(rf"\b[0-{FEWEST - 1}] (?:ballots?|person|people)\b")
FEW_VOTED = re.compile(rf"\b[0-{FEWEST - 1}] (?:of \d+ )?(?:people|person) voted")
NOBODY_TOLD = f"Fewer than {FEWEST} people voted: nothing of it is given."
_BEFORE = "before "


def is_few(vote: Voted) -> bool:
    """Whether so few people voted that nothing of it is given."""
    return vote.voters < FEWEST


def few_voted(blocks: Iterable[Block]) -> bool:
    """Whether a question that sets priorities was answered by so few people that nothing of it is given."""
    return any(isinstance(block, Grid) and bool(FEW_VOTED.search(block.note)) for block in blocks)


def untold(block: Block) -> Block:
    """The table of such a question, with its options and without what they got."""
    if not isinstance(block, Grid) or not FEW_VOTED.search(block.note):
        return block
    rows = tuple((row[0], *(NOTHING for _ in row[1:])) for row in block.rows)
    return replace(block, rows=tuple(sorted(rows, key=lambda row: digest(row[0]))), note=NOBODY_TOLD)


class PublicVote:
    """A vote as it may leave the room; items under numbers of the public order unless groups are `named`."""

    def __init__(self, vote: Voted, *, named: bool) -> None:
        self._vote, self._named = vote, named
        self.few_scored = frozenset(_few_scored(vote))
        self.placed = vote.placed if named else tuple(self._in_public_order())
        new = {item.item: item.number for item in self.placed}
        self._labels = {f"{old.number} {old.title}": f"{new[old.item]} {old.title}" for old in vote.placed}
        self._numbers = {str(old.number): str(new[old.item]) for old in vote.placed}

    def _in_public_order(self) -> list[Placed]:
        """Best first; those on one place in an order that follows from their words alone."""
        found = sorted(self._vote.placed, key=lambda item: (item.rank or sys.maxsize, digest(item.title)))
        return [replace(item, number=number) for number, item in enumerate(found, start=1)]

    def made(self, key: str, themes: Mapping[str, str]) -> Voted:
        """The vote under a key, its items under those of the public `themes` as far as they are some."""
        vote, few = self._vote, is_few(self._vote)
        items = tuple(replace(self._shown(one), item=themes.get(one.item, f"i{one.number}")) for one in self.placed)
        return Voted(
            id=key,
            name=vote.name,
            title=vote.title,
            question=vote.question,
            measure=vote.measure,
            voters=0 if few else vote.voters,
            people=0 if few else vote.people,
            placed=() if few else items,
            sentences=(NOBODY_TOLD,) if few else self._sentences(),
            grids=() if few else tuple(self._grids()),
        )

    def _shown(self, item: Placed) -> Placed:
        """An item; of one that few people scored, no score."""
        return replace(item, place="", score=NOTHING, divided=False) if item.item in self.few_scored else item

    def _sentences(self) -> tuple[str, ...]:
        kept = (sentence for sentence in self._vote.sentences if not _FEW_IN_WORDS.search(sentence))
        return tuple(map(self._relabelled, kept))

    def _relabelled(self, text: str) -> str:
        one = "|".join(map(re.escape, sorted(self._labels, key=len, reverse=True)))
        return re.sub(rf"(?<!\w)(?:{one})(?!\w)", lambda found: self._labels[found[0]], text) if one else text

    def _grids(self) -> list[Grid]:
        whole = (grid for grid in self._vote.grids if not grid.attributed)
        kept = [_without_few(grid) for grid in whole if not _pairs_tell_few(grid)]
        return kept if self._named else list(map(self._renumbered, kept))

    def _renumbered(self, grid: Grid) -> Grid:
        """Rows, and columns that stand for items, in the order of their new numbers."""
        heads = [self._head(column) for column in grid.columns]
        columns = sorted(range(len(heads)), key=lambda place: _number(heads[place]))
        rows = [tuple(self._labels.get(cell, cell) for cell in row) for row in grid.rows]
        rows.sort(key=lambda row: _number(row[0]))
        return replace(
            grid,
            columns=tuple(heads[place] for place in columns),
            rows=tuple(tuple(row[place] for place in columns) for row in rows),
        )

    def _head(self, column: str) -> str:
        number = column.removeprefix(_BEFORE)
        return f"{_BEFORE}{self._numbers[number]}" if column.startswith(_BEFORE) and number in self._numbers else column


def _number(label: str) -> int:
    """The number that a label begins with, or a head ends with; 0 without one."""
    first, last = label.partition(" ")[0], label.removeprefix(_BEFORE)
    return next((int(word) for word in (first, last) if word.isdecimal()), 0)


def _few_scored(vote: Voted) -> Iterator[str]:
    """The items of an agreement that so few people scored that their median tells one of them."""
    items = {f"{item.number} {item.title}": item.item for item in vote.placed}
    for grid in vote.grids:
        if _SCORES in grid.columns:
            place = grid.columns.index(_SCORES)
            yield from (items[row[0]] for row in grid.rows if _is_few(row[place]) and row[0] in items)


def _pairs_tell_few(grid: Grid) -> bool:
    """Whether a table of pairs has a small count: with the count of the contrary, it could be worked out."""
    pairs = [place for place, head in enumerate(grid.columns) if head.startswith(_BEFORE)]
    return any(_is_few(row[place]) for row in grid.rows for place in pairs)


def _without_few(grid: Grid) -> Grid:
    """A table without the cells in which somebody could read that fewer than five people did something."""
    rows = tuple(_row(grid.columns, row) for row in grid.rows)
    return grid if rows == grid.rows else replace(grid, rows=rows, note=f"{grid.note} {NOT_GIVEN}".strip())


def _row(columns: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
    """A row; of an item that few people scored, nothing but that."""
    cells = dict(zip(columns[1:], row[1:], strict=True))
    if _is_few(cells.get(_SCORES, "")):
        return (row[0], *(FEWER if head == _SCORES else NOTHING for head in cells))
    return (row[0], *(_cell(head, cell, cells) for head, cell in cells.items()))


def _cell(head: str, cell: str, cells: Mapping[str, str]) -> str:
    if head == _PEOPLE and _is_few(cell):
        return FEWER
    of = cells.get(_SCORES, "")
    if head == _SHARE and of.isdecimal() and _percent(cell) * int(of) < 100 * FEWEST:
        return NOTHING
    return NOTHING if head == _SCORES and any(map(_is_few, _BY.findall(cell))) else cell


def _is_few(cell: str) -> bool:
    return cell.isdecimal() and int(cell) < FEWEST


def _percent(cell: str) -> int:
    number = cell.removesuffix(" %")
    return int(number) if number.isdecimal() else 0
