"""One HTML file: no script, no outside request; readable on paper, on a phone, in the dark and by a screen reader."""

from __future__ import annotations

import base64
import re
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from vaexercise.messages import say
from vaexercise.model.text import direction
from vaexercise.report.model import HEADLINE, TO_STAR, Block, page_direction
from vaexercise.report.styling import below_size, digest_of, label_size, sign_size, style_of, template

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.model.plenary import Grid
    from vaexercise.report.model import Picture, Report

WIDE = 3
"""From so many columns a table may be scrolled sideways, and is stacked on a narrow screen."""
LONG = 30
"""From so many characters a column is one of running text."""
UNBROKEN = 16
"""After so many characters a word may be broken in a table."""


def render(report: Report) -> str:
    """The page. Its style is allowed by its digest; scripts, forms and everything from outside are not."""
    style = style_of(report)
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            direction=page_direction(report.language),
            style=Markup(style),  # noqa: S704  our own file
            digest=digest_of(style),
            headline=say(HEADLINE),
            says={"skip": say("Skip to content"), "note": say("Note:"), "contents": say("Contents")},
            to_star=TO_STAR,
            speak=speaker(report.language),
            new_id=_ids(),
        )
    )


@cache
def environment() -> Environment:
    """What templates of pages are read with; every text that they show is escaped."""
    made = Environment(
        loader=FunctionLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["kind"] = _kind
    made.filters["classes"] = _classes
    made.filters["soft"] = _soft
    made.filters["embedded"] = embedded
    made.filters["fit"] = sign_size
    made.globals |= {"label_size": label_size, "below_size": below_size}
    made.filters["wide"] = lambda grid: len(grid.columns) >= WIDE
    return made


def _kind(block: Block) -> str:
    """The name by which the template tells blocks apart."""
    if not isinstance(block, Block):
        raise TypeError(block)
    return type(block).__name__.lower()


def _classes(grid: Grid) -> list[Markup]:
    """The class attribute of each column: codes stay whole, numbers stand to the right, running text gets room."""
    return [_class(grid, place) for place in range(len(grid.columns))]


def _class(grid: Grid, place: int) -> Markup:
    cells = [row[place] for row in grid.rows]
    if place in grid.attributed and not any(", " in cell for cell in cells):
        return Markup(' class="code"')
    if place and cells and all(cell.isdecimal() for cell in cells):
        return Markup(' class="num"')
    return Markup(' class="long"') if any(len(cell) > LONG for cell in cells) else Markup("")


def _soft(text: str) -> Markup:
    """Text whose longest words may be broken, so that no table grows much wider than its page.

    Letters beyond ASCII stay together: a break would undo the shapes of Khmer or Arabic ones.
    """
    return Markup("<wbr>").join(filter(None, re.split(f"([!-~]{{{UNBROKEN}}})(?=[!-~])", text)))


def embedded(picture: Picture) -> str:
    """The picture itself as its own address: the page asks nobody for it."""
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture.data).decode()}"


def speaker(page: str) -> Callable[[str, str], Markup]:
    """Attributes of a text: its language where it is not the page's, and its direction, by itself if nobody knows."""

    def speak(text: str, language: str) -> Markup:
        if not language:
            return Markup(' dir="auto"')
        way = direction(text)
        if language == page:
            return Markup("") if way == page_direction(page) else Markup(' dir="{}"').format(way)
        return Markup(' lang="{}" dir="{}"').format(language, way)

    return speak


def _ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"t{next(numbers)}"
