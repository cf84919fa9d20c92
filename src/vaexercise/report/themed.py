"""The points of a question under what people decided: common themes, positions, what one group raised, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say
from vaexercise.model.plenary import Lines
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
    single = [_theme(theme, found) for theme in found.single if theme.everybody]
    if found.unique:
        single.append(Lines(title=say("Points that stand alone"), lines=found.unique))
    parts: Sequence[tuple[str, str, Sequence[Block]]] = (
        (say("Common themes"), "common", [_theme(theme, found) for theme in found.common]),
        (
            say("Where opinions differ"),
            "differs",
            [block for theme in found.opposed for block in _positions(theme, found)],
        ),
        (say("Themes") if outcome.in_plenary else say("Raised by one group"), "single", single),
        (say("Parked"), "parked", [Lines(title=say("Set aside, and why"), lines=found.parked)] if found.parked else []),
        (
            say("Not sorted yet"),
            "left",
            [Lines(title=say("In the groups’ words"), lines=found.left)] if found.left else [],
        ),
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


def _who_and_what(groups: int, points: int, found: Themed) -> str:
    return say(
        "{groups}, {points}",
        groups=count(found.answered, "{number} of {n} group", "{number} of {n} groups", number=groups),
        points=count(points, "{n} point", "{n} points"),
    )


def _theme(theme: Raised, found: Themed) -> Lines:
    said = _who_and_what(len(theme.groups), len(theme.lines), found)
    name = theme_name(theme)
    for title in theme.also:
        name = say("{theme}, also called “{title}”", theme=name, title=title)
    return Lines(title=say("{theme}: {said}", theme=name, said=said), lines=theme.lines)


def _positions(theme: Raised, found: Themed) -> Iterator[Lines]:
    """A theme as two positions, each with who says it, in codes only."""
    for lines, groups, words in (
        (theme.lines, theme.groups, to_say("{theme}, say so: {said}")),
        (theme.against, theme.contrary, to_say("{theme}, the contrary: {said}")),
    ):
        said = _who_and_what(len(groups), len(lines), found)
        yield Lines(title=say(words, theme=theme_name(theme), said=said), lines=lines)
