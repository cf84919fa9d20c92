"""`feedback status`: how far the groups are, once or as it goes on."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.feedback.noun import app
from vaexercise.cli.options import JsonOption, PlainOption, SessionOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vaexercise.model.session import Session
    from vaexercise.workshop.answers.overview import Progress
    from vaexercise.workshop.workshop import Workshop

    Look = Callable[[], Sequence[Progress]]
    Show = Callable[[Sequence[Progress]], None]

EVERY = 2.0
"""Seconds between two looks."""


@app.command()
def status(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    watch: Annotated[bool, typer.Option("--watch", help="Look again every two seconds, until Ctrl-C.")] = False,
    plain: PlainOption = False,
    width: WidthOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how far each group is: where it is, who types, how much time is left, whether it signed off."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.answers.overview import progress

    if watch and as_json:
        raise Refused(reason="Choose one: --watch for people, or --json for programs.")
    opened = open_workshop(workshop)
    chosen = opened.session(session)
    if watch:
        with suppress(KeyboardInterrupt):
            look_on(lambda: _look(opened, chosen), _display(plain=plain, width=width), lambda: time.sleep(EVERY))
        return
    found = progress(opened, chosen)
    if as_json:
        say.data([row.plain() for row in found])
        return
    columns, rows = table(found, plain=say.plain_wanted(plain))
    say.table(columns, rows, plain=plain, width=width)


def _look(opened: Workshop, session: Session) -> Sequence[Progress]:
    from vaexercise.workshop.answers.overview import progress

    opened.log.refresh()
    return progress(opened, session)


def look_on(look: Look, show: Show, wait: Callable[[], None]) -> None:
    """Look and show and wait, until `wait` raises something."""
    while True:
        show(look())
        wait()


def _display(*, plain: bool, width: int | None) -> Show:
    """What shows the groups again and again: a table in the place of the last one, or, in plain mode, what changed."""
    from vaexercise.cli import say

    if say.plain_wanted(plain):
        return Changes(lambda line: say.lines(line, width), say.flush)
    return lambda found: _redraw(found, width)


def _redraw(found: Sequence[Progress], width: int | None) -> None:
    from rich.console import Console

    from vaexercise.cli import say
    from vaexercise.workshop.answers import clock
    from vaexercise.workshop.when import at

    columns, rows = table(found, plain=False)
    Console().clear()
    say.table(columns, rows, plain=False, title=at(clock.now().isoformat()), width=width)
    say.result("Ctrl-C ends.")


class Changes:
    """Says of each group a line at first, and then a line whenever something of it changed."""

    def __init__(self, say: Callable[[str], None], flush: Callable[[], None]) -> None:
        self._say, self._flush = say, flush
        self._before: dict[str, Progress] = {}

    def __call__(self, found: Sequence[Progress]) -> None:
        """Compare with the last look."""
        from vaexercise.workshop.answers import clock, glance
        from vaexercise.workshop.when import at

        for row in found:
            said = glance.changes(self._before.get(row.group), row)
            if said:
                self._say(f"{at(clock.now().isoformat())} {row.name}: {'; '.join(said)}")
            self._before[row.group] = row
        self._flush()


def table(found: Sequence[Progress], *, plain: bool) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The columns of a table of all groups, and its rows; on a terminal narrower, without what is empty for all."""
    rows = [_in_full(row) if plain else _narrow(row) for row in found]
    columns = [column for column in rows[0] if plain or any(row[column] for row in rows)] if rows else []
    return tuple(columns), [tuple(row[column] for column in columns) for row in rows]


def _in_full(row: Progress) -> dict[str, str]:
    """Column to words, in the order of the columns."""
    from vaexercise.workshop.answers.glance import minutes, signed, who_types
    from vaexercise.workshop.when import at

    return {
        "Group": row.name,
        "Questions": f"{row.done} of {row.asked}" + (f", at {row.at}" if row.at else ""),
        "Points": str(row.points),
        "Headlines": str(row.stars),
        "Minutes": minutes(row),
        "Open": ", ".join(row.open),
        "Incomplete": ", ".join(row.incomplete),
        "Typists": who_types(row),
        "Saved": at(row.saved) if row.saved else "",
        "Signed off": signed(row),
    }


def _narrow(row: Progress) -> dict[str, str]:
    """The same for 80 columns: fewer of them, each as wide as its words."""
    full = _in_full(row)
    incomplete = full["Incomplete"] and f"incomplete: {full['Incomplete']}"
    confirmed = full["Signed off"] and f"signed off {full['Signed off']}"
    return {
        "Group": row.name,
        "Done": f"{row.done} of {row.asked}",
        "At": row.at,
        "Points": full["Points"] + (f", {row.stars} ★" if row.stars else ""),
        "Minutes": full["Minutes"],
        "Open": "; ".join(filter(None, [full["Open"], incomplete])),
        "Typists": full["Typists"],
        "Saved": confirmed or full["Saved"],
    }
