"""The register of actions: what groups said, what was agreed since, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid
from vaexercise.plenary.acted import register_in_words, says_more
from vaexercise.questions.summing import NO_ANSWER
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.report.model import Block


def register(actions: Sequence[Action]) -> Iterator[Block]:
    """How many there are; all of them as a table, if it says more than what groups said. Private ones are counted."""
    if not actions:
        return
    withheld = sum(bool(action.private) for action in actions)
    held = f" {withheld} withheld: private." if withheld else ""
    yield own(f"{register_in_words(actions)}.{held}")
    shown = [action for action in actions if not action.private]
    if shown and says_more(actions):
        yield Grid(
            title="Register of actions",
            columns=("Code", "What", "Who", "By when", "Status", "From"),
            rows=tuple(map(_row, shown)),
            languages=tuple(action.language for action in shown),
            attributed=(0, 5),
        )


def _row(action: Action) -> tuple[str, ...]:
    same = f"(the same as {action.under}) " if action.under else ""
    source = action.source if action.source != action.code else NO_ANSWER
    return action.code, same + action.what, action.who_now, action.by_now, _status(action), source


def _status(action: Action) -> str:
    if action.versions:
        return f"several versions, not settled: {', '.join(action.versions)}"
    return f"{action.status}: {action.note}" if action.note else action.status
