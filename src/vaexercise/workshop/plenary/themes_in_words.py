"""Themes and how far they are sorted, as a line that can be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.theme import Sorting, Theme


def theme_line(sorting: Sorting, theme: Theme) -> str:
    """A theme with its number and title, and who raised it: `2 Money: 3 points, groups 1, 3; 1 opposed`."""
    points = (
        f"{counted(len(theme.points), 'point')}, {groups(sorting, theme.points)}" if theme.points else "no points yet"
    )
    against = f"; {len(theme.opposes)} opposed" if theme.opposes else ""
    also = "".join(f"; also called “{title}”" for title in theme.also)
    return f"{theme.number} {theme.title}: {points}{against}{also}"


def groups(sorting: Sorting, points: Iterable[str]) -> str:
    """Which groups said these points: `groups 1, 3`, or `plenary`."""
    keys = sorting.groups(points)
    said = ", ".join(key.removeprefix("g") for key in keys)
    return said if keys == (PLENARY,) else f"{'group' if len(keys) == 1 else 'groups'} {said}"


def standing(name: str, sorting: Sorting) -> str:
    """How far a question is: `Q1: 23 points, 12 sorted, 9 left, 2 parked`."""
    stand = f"{sorting.sorted} sorted, {len(sorting.left)} left, {len(sorting.parked)} parked"
    return f"{name}: {counted(len(sorting.points), 'point')}, {stand}"


def apart(sorting: Sorting) -> Iterator[str]:
    """Points in no theme, because only one group raised them or because they are parked, with the reason."""
    code = {point.id: point.code for point in sorting.points}
    if sorting.unique:
        yield f"Raised by one group only: {', '.join(code[key] for key in sorting.unique)}"
    for key, reason in sorting.parked.items():
        yield f"Parked: {code[key]}, {reason}"
