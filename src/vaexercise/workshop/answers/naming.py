"""Finds the point that a code typed by somebody means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Unknown
from vaexercise.model.groups import group_code
from vaexercise.model.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.workshop.answers.feedback import Feedback

_SHOWN = 60


def by_code(points: Sequence[Point]) -> dict[str, Point]:
    """Each point by its code in small letters; one with several versions also by its bare code, the first of them."""
    found = {point.code.partition(" (")[0].casefold(): point for point in reversed(points)}
    return found | {point.code.casefold(): point for point in points}


def point_named(said: Feedback, code: str, group: str = "") -> Point:
    """The point with that code, in any letters; of a `group`, `Q1-03` will do. Raises `Unknown`."""
    points = said.points()
    known = by_code(points)
    wanted = code.strip().casefold()
    stem = "-".join(filter(None, [said.session.code, group_code(group)])) if group else ""
    found = known.get(wanted) or known.get(f"{stem}-{wanted}".casefold())
    if found is None:
        near = did_you_mean(code.strip().upper()[:_SHOWN], [point.code for point in points])
        hint = near[:1].upper() + near[1:] or "Codes are like G1-Q1-03: vaexercise feedback show"
        raise Unknown(kind="point", name=f"{code:.{_SHOWN}}", hint=hint)
    return found
