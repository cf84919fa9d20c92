"""The themes of a question as lines that may leave the room: of an outcome that is public already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.themed import Raised


def listed(outcome: Outcome) -> Iterator[str]:
    """How far a question is sorted, then each theme with how many groups raised it: never by which."""
    if outcome.themed is None:
        return
    yield f"{outcome.name}: {outcome.themed.sums}"
    for theme in outcome.themed.themes:
        if theme.everybody:
            yield f"  {theme.number} {theme.title}: {_said(theme, outcome.themed.answered)}"


def _said(theme: Raised, answered: int) -> str:
    """Such as: 2 of 3 groups, 4 points; 1 group says the contrary (1 point)."""
    said = f"{len(theme.groups)} of {counted(answered, 'group')}, {counted(len(theme.lines), 'point')}"
    if not theme.against:
        return said
    others = f"{counted(len(theme.contrary), 'group')} {'says' if len(theme.contrary) == 1 else 'say'} the contrary"
    return f"{said}; {others} ({counted(len(theme.against), 'point')})"
