"""What groups said, without who said it: no codes, no groups, and in an order that tells neither."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.plenary.public.scrubbing import Scrubber, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from vaexercise.model.plenary import Block
    from vaexercise.plenary.public.known import Known

_GROUP = re.compile(r"Group \d+|Plenary")
FROM = "From groups with"
NOBODY = "–"
_PLACE = "Place"
"""Heads the column of a ranking."""
IN_THEIR_WORDS = "In the groups’ words"


class Unattributed:
    """Blocks and lines of a level that names no group; with `types`, beside each the organisation types behind it."""

    def __init__(self, known: Known, *, types: bool) -> None:
        self._known, self._types, self._scrub = known, types, Scrubber(known.said_by)

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """All lines as one list, then the tables: those of one group each among each other in no order."""
        every = list(blocks)
        lines = self.lines(line for block in every if isinstance(block, Lines) for line in block.lines)
        grids = [block for block in every if isinstance(block, Grid)]
        of_one = sorted((self._of_one_group(g) for g in grids if _GROUP.fullmatch(g.title)), key=_order)
        shared = [self._shared(grid) for grid in grids if not _GROUP.fullmatch(grid.title)]
        return (*([Lines(title=IN_THEIR_WORDS, lines=lines)] if lines else []), *shared, *of_one)

    def lines(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """Lines in an order that follows from their words alone."""
        return tuple(sorted(map(self.line, lines), key=_order))

    def line(self, line: Line) -> Line:
        """A line without its code."""
        kinds = self._known.types_of([line.code]) if self._types else ""
        said = self._scrub.text(line.beside)
        beside = f"{said} ({FROM.lower()}: {kinds})".strip() if kinds else said
        language = "" if line.language in self._known.rare else line.language
        return Line(code="", text=self._scrub.text(line.text), language=language, star=line.star, beside=beside)

    def _of_one_group(self, grid: Grid) -> Grid:
        """An outline keeps its order: it is one group's own."""
        return self._without_columns(replace(grid, title=IN_THEIR_WORDS))

    def _shared(self, grid: Grid) -> Grid:
        """A table of all groups: the exercise's own rows keep their order, and what groups wrote comes after them."""
        if not grid.attributed:
            return _grid(grid, self._known.rare)
        bare = self._without_columns(grid)
        pairs = list(zip(bare.rows, bare.languages or ("",) * len(bare.rows), strict=True))
        free = 0 in grid.attributed
        own = [pair for pair in pairs if not free and pair[0][0] in self._known.own]
        others = sorted((pair for pair in pairs if pair not in own), key=lambda pair: digest(*pair[0], pair[1]))
        ordered = [*own, *others]
        if _PLACE in bare.columns:
            ordered.sort(key=lambda pair: _place(pair[0][bare.columns.index(_PLACE)]))
        languages = tuple(language for _, language in ordered) if bare.languages else ()
        return replace(bare, rows=tuple(row for row, _ in ordered), languages=languages)

    def _without_columns(self, grid: Grid) -> Grid:
        """Without the columns that say who; where they hold codes, the organisation types in their place."""
        telling = [place for place in grid.attributed if not _is_code(grid.columns[place], self._known)]
        kept = [place for place in range(len(grid.columns)) if place not in grid.attributed]
        kept += telling if self._types else []
        columns = tuple(FROM if place in grid.attributed else grid.columns[place] for place in kept)
        rows = tuple(
            tuple(self._kinds(row[p]) if p in grid.attributed else self._scrub.text(row[p]) for p in kept)
            for row in grid.rows
        )
        said = [n for n, head in enumerate(columns) if head != FROM or any(row[n] != NOBODY for row in rows)]
        bare = replace(
            grid,
            columns=tuple(columns[place] for place in said),
            rows=tuple(tuple(row[place] for place in said) for row in rows),
            note=self._scrub.note(grid.note),
            attributed=(),
        )
        return _grid(bare, self._known.rare)

    def _kinds(self, codes: str) -> str:
        return self._known.types_of(codes.split(", ")) or NOBODY


def _place(cell: str) -> int:
    """Where a row stands in a ranking: `2=` is second."""
    digits = cell.rstrip("=")
    return int(digits) if digits.isdecimal() else sys.maxsize


def _is_code(head: str, known: Known) -> bool:
    """Whether a column is headed by a code or a group: then its cells are what that group said."""
    return head in known.said_by or bool(_GROUP.fullmatch(head))


def _order(thing: Line | Grid) -> str:
    if isinstance(thing, Line):
        return digest(thing.text, thing.beside, thing.language, str(thing.star))
    return digest(*(cell for row in thing.rows for cell in row), *thing.languages, thing.note)


def without_rare(block: Block, rare: Collection[str]) -> Block:
    """A block that does not say which language it is where only one participant speaks it."""
    return _grid(block, rare) if isinstance(block, Grid) else replace(block, lines=spoken(block.lines, rare))


def _grid(grid: Grid, rare: Collection[str]) -> Grid:
    return replace(grid, languages=tuple("" if each in rare else each for each in grid.languages))


def spoken(lines: Iterable[Line], rare: Collection[str]) -> tuple[Line, ...]:
    """Lines that do not say which language it is where only one participant speaks it."""
    return tuple(replace(one, language="") if one.language in rare else one for one in lines)
