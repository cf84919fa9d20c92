"""The register of actions: what groups said, what was agreed since, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say, to_say
from vaexercise.model.plenary import Grid
from vaexercise.plenary.acted import kept_back, register_in_words, says_more
from vaexercise.questions.summing import NO_ANSWER
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.report.model import Block


_COLUMNS = (
    to_say("Code"),
    to_say("What"),
    to_say("Who"),
    to_say("By when"),
    to_say("Status"),
    to_say("From"),
)
_STATUS = {"open": to_say("open"), "started": to_say("started"), "done": to_say("done"), "dropped": to_say("dropped")}
_SAYING_WHO = (0, 5)
"""The columns with codes: of the action, and of what it comes from."""


def register(actions: Sequence[Action]) -> Iterator[Block]:
    """How many there are; all of them as a table, if it says more than what groups said. Private ones are counted."""
    if not actions:
        return
    yield own(" ".join([f"{register_in_words(actions)}.", *kept_back(actions)]))
    shown = [action for action in actions if not action.private]
    if shown and says_more(actions):
        yield _table(shown)


def _table(shown: Sequence[Action]) -> Grid:
    """All that are shown, without the columns that say who said it where none says it."""
    rows = list(map(_row, shown))
    kept = [place for place in range(len(_COLUMNS)) if place not in _SAYING_WHO or _is_said(row[place] for row in rows)]
    return Grid(
        title=say("Register of actions"),
        columns=tuple(say(_COLUMNS[place]) for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        languages=tuple(action.language for action in shown),
        attributed=tuple(new for new, old in enumerate(kept) if old in _SAYING_WHO),
    )


def _is_said(cells: Iterable[str]) -> bool:
    return any(cell not in ("", NO_ANSWER) for cell in cells)


def _row(action: Action) -> tuple[str, ...]:
    what = action.what
    if action.under:
        what = say("(the same as {code}) {what}", code=action.under, what=what)
    return action.code, what, action.who_now, action.by_now, _status(action), action.origin or NO_ANSWER


def _status(action: Action) -> str:
    if action.versions:
        return say("several versions, not settled: {versions}", versions=", ".join(map(_said, action.versions)))
    return f"{_said(action.status)}: {action.note}" if action.note else _said(action.status)


def _said(status: str) -> str:
    """A status in words; what no version of the program knows stands as it is."""
    return say(_STATUS[status]) if status in _STATUS else status
