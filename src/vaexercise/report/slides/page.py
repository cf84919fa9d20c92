"""Slides as one HTML file: no script, no outside request; links, Tab and Page Down lead from screen to screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from vaexercise.messages import say, speaking
from vaexercise.report.formats.html import environment, speaker
from vaexercise.report.model import HEADLINE, page_direction
from vaexercise.report.slides.choosing import ideas
from vaexercise.report.slides.model import Entries, Lengths
from vaexercise.report.slides.parting import parted
from vaexercise.report.slides.room import LEADING, leading
from vaexercise.report.styling import digest_of, template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.report.model import Report
    from vaexercise.report.slides.model import Body, Slide


def slides(report: Report) -> tuple[Slide, ...]:
    """The slides of a report, in their order."""
    with speaking(report.language):
        return tuple(slide for idea in ideas(report) for slide in parted(idea))


def render(report: Report) -> str:
    """The page. Its style is allowed by its digest; scripts, forms and everything from outside are not."""
    shown = slides(report)
    style = template("slides.css") + "".join(_rules(report, shown))
    with speaking(report.language):
        return (
            environment()
            .get_template("slides.html.j2")
            .render(
                report=report,
                slides=shown,
                direction=page_direction(report.language),
                style=Markup(style),  # noqa: S704  our own file
                digest=digest_of(style),
                headline=say(HEADLINE),
                say=say,
                speak=speaker(report.language),
                kind=_kind,
                tall=_tall,
            )
        )


def _kind(body: Body) -> str:
    """The name by which the template tells bodies apart."""
    if isinstance(body, Entries):
        return "tiles" if body.tiles else "entries"
    return "lengths" if isinstance(body, Lengths) else "picture"


def _tall(text: str) -> bool:
    """Whether its lines need more room, as those of scripts with marks above and below do."""
    return leading(text) > LEADING


def _rules(report: Report, shown: Sequence[Slide]) -> Iterator[str]:
    """The sizes of letters that are used, and the paper."""
    yield from (f".size-{size} {{ --size: {size / 10}; }}\n" for size in sorted({slide.size for slide in shown}))
    yield from (f".head-{size} {{ --head: {size / 10}; }}\n" for size in sorted({slide.head for slide in shown}))
    yield f"@page {{ size: {report.paper} landscape; margin: 1cm; }}\n"
