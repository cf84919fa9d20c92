"""What colleagues did to the same question at other laptops, said before the next prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.capture.sorting.table import Table
    from vaexercise.model.theme import Sorting, Theme

_SHOWN = 8
"""Lines that are said one by one; of more, only how many there are."""


class Others:
    """Compares how a question stands with how it stood when this conversation last looked."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def tell(self, before: Sorting, now: Sorting) -> None:
        """Say what is different: themes, decisions, points."""
        if before == now:
            return
        lines = [*self._themes(before, now), *self._points(before, now)]
        for line in lines[:_SHOWN]:
            self._table.say(line)
        if len(lines) > _SHOWN:
            self._table.say(f"and {counted(len(lines) - _SHOWN, 'other change')} by others.")

    def _themes(self, before: Sorting, now: Sorting) -> Iterator[str]:
        known = {theme.id: theme for theme in before.themes}
        for theme in now.themes:
            if theme.id not in known:
                by = self._by(self._table.themes.theme_slot(theme.id))
                yield f"{by} opened theme {theme.number} “{theme.title}”."
                yield from self._twins(now, theme.id)
            elif theme.title != known[theme.id].title:
                yield f"“{known[theme.id].title}” is called “{theme.title}” now."
            if theme.id not in known or (theme.also, theme.into) != (known[theme.id].also, known[theme.id].into):
                yield from at_odds(now, theme)
        there = {theme.id for theme in now.themes}
        yield from (
            f"Theme “{theme.title}” is gone: merged or deleted." for theme in before.themes if theme.id not in there
        )

    def _twins(self, now: Sorting, key: str) -> Iterator[str]:
        """Two themes with one title are most often one theme."""
        title = now.theme(key).title.casefold()
        numbers = [theme.number for theme in now.themes if theme.title.casefold() == title]
        if len(numbers) > 1:
            yield f"Two themes are called so: m {' '.join(map(str, numbers))} makes them one."

    def _points(self, before: Sorting, now: Sorting) -> Iterator[str]:
        known = {point.id: point for point in before.points}
        for point in now.points:
            if point.id not in known:
                yield f"New: {self._table.line(point)}"
                continue
            if point.id in now.contested and point.id not in before.contested:
                yield f"{point.code} was sorted by two people at once: it is left, and comes up again."
            elif (what := _place(now, point.id)) != _place(before, point.id):
                yield f"{self._by(self._table.themes.sorted_slot(point.id))} sorted {point.code}: {what}."
            if point.values != known[point.id].values:
                yield f"Its words were changed: {self._table.line(point)}"
        there = {point.id for point in now.points}
        yield from (f"{p.code} is not among the points any more." for p in before.points if p.id not in there)

    def _by(self, slot: str) -> str:
        """Who wrote what stands in a slot; `Somebody else` if no name is known."""
        fold = self._table.workshop.fold
        names = [str(fold.body(f"sitting/{head.sitting}").get("by", "")) for head in fold.heads(slot)]
        return next(filter(None, names), "Somebody else")


def at_odds(sorting: Sorting, theme: Theme) -> Iterator[str]:
    """What two people did to a theme at once that does not go together, and how to settle it."""
    if theme.also:
        titles = "”, “".join((theme.title, *theme.also))
        yield f"Theme {theme.number} has two titles, given at once: “{titles}”. Say one: r {theme.number} TITLE"
    other = next((one for one in sorting.themes if one.id == theme.into), None)
    if other:
        yield (
            f"Theme {theme.number} “{theme.title}” was changed here, and made part of {other.number} “{other.title}” "
            f"at the same time: m {other.number} {theme.number} makes it so, r {theme.number} TITLE keeps it."
        )


def _place(sorting: Sorting, point: str) -> str:
    """Where a point is, in words."""
    themes = [f"“{theme.title}”" + (" (opposes)" * (point in theme.opposes)) for theme in sorting.of(point)]
    if themes:
        return f"in {' and '.join(themes)}"
    if point in sorting.unique:
        return "unique to its group"
    if point in sorting.parked:
        return f"parked: {sorting.parked[point]}"
    return "left to be sorted"
