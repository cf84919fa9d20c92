"""The points of a question under what people decided: common themes, positions, what one group raised, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.plenary import Lines
from vaexercise.model.text import counted
from vaexercise.plenary.themed import theme_name
from vaexercise.report.model import Section
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.themed import Raised, Themed
    from vaexercise.report.model import Block


def by_theme(outcome: Outcome, anchor: str) -> list[Section]:
    """Sections below that of the question; each point stands in one of them, or in one for each of its themes."""
    found = outcome.themed
    if found is None or not found.begun:
        return []
    single = [_theme(theme, found) for theme in found.single]
    if found.unique:
        single.append(Lines(title="Points that stand alone", lines=found.unique))
    parts: Sequence[tuple[str, str, Sequence[Block]]] = (
        ("Common themes", "common", [_theme(theme, found) for theme in found.common]),
        ("Where opinions differ", "differs", [block for theme in found.opposed for block in _positions(theme, found)]),
        ("Themes" if outcome.in_plenary else "Raised by one group", "single", single),
        ("Parked", "parked", [Lines(title="Set aside, and why", lines=found.parked)] if found.parked else []),
        ("Not sorted yet", "left", [Lines(title="In the groups’ words", lines=found.left)] if found.left else []),
    )
    return [
        Section(heading=heading, level=4, anchor=f"{anchor}-{name}", blocks=tuple(blocks))
        for heading, name, blocks in parts
        if blocks
    ]


def summed(outcome: Outcome) -> Iterator[Block]:
    """The sum of a question's points, once they are put together."""
    found = outcome.themed
    if found is None or not found.begun:
        return
    yield own(f"{found.sums}. {found.sums.once}".rstrip())


def _groups(number: int, found: Themed) -> str:
    return f"{number} of {found.answered}"


def _theme(theme: Raised, found: Themed) -> Lines:
    said = f"{_groups(len(theme.groups), found)} {_noun(found)}, {counted(len(theme.lines), 'point')}"
    also = "".join(f", also called “{title}”" for title in theme.also)
    return Lines(title=f"{theme_name(theme)}{also}: {said}", lines=theme.lines)


def _noun(found: Themed) -> str:
    return "group" if found.answered == 1 else "groups"


def _positions(theme: Raised, found: Themed) -> Iterator[Lines]:
    """A theme as two positions, each with who says it, in codes only."""
    for lines, groups, words in (
        (theme.lines, theme.groups, "say so"),
        (theme.against, theme.contrary, "the contrary"),
    ):
        said = f"{_groups(len(groups), found)} {_noun(found)}, {counted(len(lines), 'point')}"
        yield Lines(title=f"{theme_name(theme)}, {words}: {said}", lines=lines)
