"""Which groups raised which theme, as a table, and by how many as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.groups import UNNAMED, group_name
from vaexercise.model.plenary import Grid
from vaexercise.plenary.outcome import by_number
from vaexercise.plenary.themed import theme_name
from vaexercise.questions.summing import NO_ANSWER
from vaexercise.report.model import Bars

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.themed import Raised
    from vaexercise.report.model import Block


def raised(outcome: Outcome) -> Iterator[Block]:
    """A table with a column for each group that raised any, and bars; of groups that are not named, the bars alone.

    Nothing of a question for the plenary: it has no groups.
    """
    found = outcome.themed
    themes = [theme for theme in found.themes if theme.everybody] if found else []
    if not themes or outcome.in_plenary:
        return
    groups = sorted({group for theme in themes for group in theme.everybody}, key=by_number)
    if groups and not any(group.startswith(UNNAMED) for group in groups):
        yield _table(themes, groups)
    counts = tuple((theme_name(theme), len(theme.groups)) for theme in themes)
    yield Bars(title=say("Themes by number of groups"), heading=say("Theme"), rows=counts, unit=say("groups"))


def _table(themes: Sequence[Raised], groups: Sequence[str]) -> Grid:
    return Grid(
        title=say("Which groups raised which theme"),
        columns=(say("Theme"), *map(group_name, groups), say("Points")),
        rows=tuple(
            (theme_name(theme), *(_cell(theme, group) for group in groups), str(len(theme.lines) + len(theme.against)))
            for theme in themes
        ),
        attributed=tuple(range(1, len(groups) + 1)),
    )


def _cell(theme: Raised, group: str) -> str:
    if group in theme.both:
        return say("yes, and the contrary")
    if group in theme.groups:
        return say("yes")
    return say("the contrary") if group in theme.contrary else NO_ANSWER
