"""The report on a terminal: rich tables without a right-hand border. Text from people is never markup."""

from __future__ import annotations

from functools import singledispatch
from io import StringIO
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vaexercise.messages import say
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report.model import HEADLINE, Bars, Block, Facts, Labels, Note, Paragraph, Picture, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.report.model import Report, Section

BAR = 24
GAP = 2


def render(report: Report, width: int = 80) -> str:
    """The report as it stands on a terminal of `width` columns, without colour."""
    page = StringIO()
    show(report, Console(file=page, width=width, color_system=None, force_terminal=False, legacy_windows=False))
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def show(report: Report, console: Console) -> None:
    """Show the report on a console."""
    _say(console, Text(report.title, style="bold"), *map(Text, filter(None, [*report.subtitle, report.status])))
    for note in report.notes:
        _say(console, Text(""), *_shown(note, console.width))
    for section in report.sections:
        _say(console, Text(""), _heading(section))
        for block in section.blocks:
            _say(console, *_shown(block, console.width), Text(""))
    if report.footer:
        _say(console, Text(report.footer, style="dim"))


def _say(console: Console, *things: RenderableType) -> None:
    for thing in things:
        console.print(thing, highlight=False, emoji=False, markup=False)


def _heading(section: Section) -> Text:
    return Text(section.full_heading, style="bold underline" if section.level <= 2 else "bold")  # noqa: PLR2004


@singledispatch
def _shown(block: Block, width: int) -> list[RenderableType]:
    raise TypeError(block, width)


@_shown.register
def _(block: Paragraph, width: int) -> list[RenderableType]:  # noqa: ARG001
    return [Text(block.text)]


@_shown.register
def _(block: Note, width: int) -> list[RenderableType]:  # noqa: ARG001
    return [Text(f"{say('Note:')} {block.text}", style="bold")]


@_shown.register
def _(block: Facts, width: int) -> list[RenderableType]:  # noqa: ARG001
    return [_columns([(Text(label), Text(value, style="bold")) for label, value in block.rows])]


@_shown.register
def _(block: Bars, width: int) -> list[RenderableType]:
    head = (block.heading, block.unit.capitalize(), "")
    if _too_wide([head, *((label, str(number), "█" * BAR) for label, number in block.rows)], width):
        return [_title(block.title), *(Text(f"{label}: {number}") for label, number in block.rows)]
    table = _table(head, numbers={1})
    for label, number in block.rows:
        table.add_row(Text(label), Text(str(number)), Text("█" * round(BAR * number / block.most), style="cyan"))
    return [_title(block.title), table]


@_shown.register
def _(block: Lines, width: int) -> list[RenderableType]:  # noqa: ARG001
    rows = [(Text(line.code or "-", style="cyan"), _words(line)) for line in block.lines]
    return [_title(block.title), _columns(rows)]


@_shown.register
def _(block: Grid, width: int) -> list[RenderableType]:
    """A table where it fits without breaking a cell, the last column apart; else one record below the other."""
    note: list[RenderableType] = [Text(block.note, style="italic")] if block.note else []
    head = [(*row[:-1], row[-1][:BAR]) for row in (block.columns, *block.rows)]
    if _too_wide(head, width):
        return [_title(block.title), *(_record(block.columns, row) for row in block.rows), *note]
    table = _table(block.columns, numbers=_number_columns(block))
    for row in block.rows:
        table.add_row(*map(Text, row))
    return [_title(block.title), table, *note]


@_shown.register
def _(block: Picture, width: int) -> list[RenderableType]:  # noqa: ARG001
    return [Text(f"{say('Picture:')} {block.alternative}", style="italic"), *map(Text, filter(None, [block.caption]))]


@_shown.register
def _(block: Sign, width: int) -> list[RenderableType]:  # noqa: ARG001
    return [*map(Text, filter(None, [block.above])), Text(block.text, style="bold"), *map(Text, block.below)]


@_shown.register
def _(block: Labels, width: int) -> list[RenderableType]:  # noqa: ARG001
    return [_columns([(Text(label.text, style="bold"), Text(", ".join(label.below))) for label in block.labels])]


def _words(line: Line) -> Text:
    star = [(f"{say(HEADLINE)}: ", "bold")] if line.star else []
    beside = [(f" {line.beside}", "italic")] if line.beside else []
    return Text.assemble(*star, line.text, *beside)


def _title(title: str) -> Text:
    return Text(title, style="italic")


def _columns(rows: Iterable[Sequence[Text]]) -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for row in rows:
        grid.add_row(*row)
    return grid


def _table(columns: Sequence[str], numbers: set[int]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for place, column in enumerate(columns):
        table.add_column(Text(column), justify="right" if place in numbers else "left", overflow="fold")
    return table


def _number_columns(block: Grid) -> set[int]:
    return {place for place in range(1, len(block.columns)) if all(row[place].isdecimal() for row in block.rows)}


def _too_wide(rows: Sequence[Sequence[str]], width: int) -> bool:
    return sum(max(map(cell_len, column)) + GAP for column in zip(*rows, strict=True)) > width


def _record(columns: Sequence[str], row: Sequence[str]) -> RenderableType:
    """A row as `Column: cell` lines below its head."""
    lines = [Text(row[0], style="cyan")]
    for column, cell in zip(columns[1:], row[1:], strict=True):
        lines.append(Text.assemble(("  " + column + ": ", "bold"), cell))
    return Padding(Text("\n").join(lines), (0, 0, 1, 0))
