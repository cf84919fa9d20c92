"""The register of actions as lines, as a table and as files."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vaexercise.errors import Unknown
from vaexercise.model.groups import UNNAMED, group_name
from vaexercise.model.guard import guarded
from vaexercise.model.text import counted
from vaexercise.plenary.calendar import calendar
from vaexercise.plenary.dates import how_long, understood
from vaexercise.workshop.when import at
from vaexercise.workshop.whole import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from vaexercise.model.action import Action, Change
    from vaexercise.plenary.register import Alike, Overdue

COLUMNS = ("Code", "What", "Who", "By when", "Status")
FILE_COLUMNS = (
    *("code", "group", "what", "who", "by", "due", "indicator", "plan", "status", "note"),
    *("said_who", "said_by", "same_as", "source", "private"),
)


def due(action: Action) -> str:
    """The last day that is meant, in ISO form; empty if no date is understood."""
    found = understood(action.by_now)
    return found.last.isoformat() if found else ""


def table(found: Sequence[Action]) -> tuple[Sequence[str], list[tuple[str, ...]]]:
    """Columns and rows: an action, then those that say the same; without the one above, it stands where it was."""
    codes = {action.code for action in found if action.code}
    order = [
        one
        for action in found
        if action.under not in codes
        for one in (action, *(other for other in found if other.under in codes and other.under == action.code))
    ]
    return COLUMNS, [_row(action) for action in order]


def _row(action: Action) -> tuple[str, ...]:
    kept_back = f"(left out: {action.held} was withdrawn)" if action.held else "(private)"
    what = kept_back if action.private and not action.what else action.what
    same = f"(the same as {action.under}) " if action.under else ""
    return (action.code, same + what, action.who_now, action.by_now, _status(action))


def _status(action: Action) -> str:
    if action.versions:
        return f"several versions, not settled: {', '.join(action.versions)}"
    return f"{action.status}: {action.note}" if action.note else action.status


def in_short(action: Action) -> str:
    """An action in a line: `G1-Q5-01 Do this; Who: …; By when: …; Status: done`."""
    labelled = zip(COLUMNS[2:], _row(action)[2:], strict=True)
    return "; ".join([" ".join(_row(action)[:2]), *(f"{label}: {words}" for label, words in labelled if words)])


def in_full(action: Action, same: Sequence[Action], past: Sequence[Change]) -> Iterator[str]:
    """All there is to an action, a line each: `Label: words`."""
    yield f"{action.code} {_row(action)[1]}"
    for name, label, now in (("who", "Who", action.who_now), ("by", "By when", action.by_now)):
        said = f" (agreed since; the group said: {getattr(action, name) or 'nothing'})" if name in action.agreed else ""
        if now:
            yield f"{label}: {now}{said}"
    if not action.private or action.what:
        yield understood_as(action)
    labelled = (("Indicator", action.indicator), ("Plan or commitment", action.plan), ("Status", _status(action)))
    others = (
        ("Translation", action.gloss),
        ("Said by", group_name(action.group)),
        ("From", action.origin),
    )
    yield from (f"{label}: {words}" for label, words in (*labelled, *others) if words)
    yield from (f"The same: {in_short(other)}" for other in same)
    for change in past:
        yield f"{at(change.at)}{f', {change.by}' if change.by else ''}: {change.words}"


def understood_as(action: Action) -> str:
    """Which date was understood, so that a wrong one is seen."""
    found = understood(action.by_now)
    return f"Date: {found}" if found else "Date: no date understood"


def pair_lines(pair: Alike) -> Iterator[str]:
    """Two actions that may be the same, why, and how to join them."""
    denies = "; != one of the two denies something" if pair.denies else ""
    yield f"{pair.confidence.capitalize()} ({', '.join(pair.shared)}){denies}"
    yield from (f"  {one.code} {one.what}" for one in (pair.one, pair.other))
    yield f"  To join them: vaexercise plenary actions join {pair.other.code} {pair.one.code}\n"


def late_line(late: Overdue) -> str:
    """What should have been done, by whom, and for how long it is overdue."""
    who = late.action.who_now or "nobody named"
    said = f"{late.action.what} ({who}; {late.action.status}; by {late.action.by_now})"
    return f"{late.action.code}: {how_long(late.days)} overdue: {said}"


def about_late(found: Sequence[Overdue], undated: Sequence[Action], day: date) -> Iterator[str]:
    """How many are overdue on that day, and of how many nobody can say."""
    yield f"{counted(len(found), 'action')} overdue on {day.isoformat()}." if found else f"None overdue on {day}."
    if undated:
        codes = ", ".join(action.code for action in undated)
        yield f"No date is understood for: {codes}. Agree on one: vaexercise plenary actions set CODE --by-when DATE"


def write(found: Sequence[Action], files: Sequence[Path], prefix: str, now: str) -> None:
    """Write the actions into files, each as its ending says, and name them. Raises `Unknown` before any is written."""
    from vaexercise.cli import say

    makers: Mapping[str, Callable[[], str]] = {
        ".csv": lambda: as_csv(found),
        ".ics": lambda: calendar(found, prefix, datetime.fromisoformat(now)),
    }
    for path in files:
        if path.suffix.lower() not in makers:
            raise Unknown(kind="output format", name=path.suffix, hint=f"There are: {', '.join(makers)}.")
    made = [(path, makers[path.suffix.lower()]()) for path in files]
    for path, text in made:
        write_file(path, text.encode())
        say.result(str(path))


def as_csv(found: Sequence[Action]) -> str:
    """A table for spreadsheets, which take nothing in it for a formula; with the mark that tells them its encoding."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(FILE_COLUMNS)
    for action in found:
        rows.writerow(map(guarded, _cells(action)))
    return "\ufeff" + text.getvalue()


def _cells(action: Action) -> Iterator[str]:
    group = "" if action.group.startswith(UNNAMED) else action.group
    yield from (action.code, group, action.what, action.who_now, action.by_now, due(action), action.indicator)
    yield from (action.plan, action.status, action.note, action.who, action.by, action.under, action.source)
    yield action.private
