"""Tree: points that stand under each other, such as a problem and its causes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import count, everywhere, say
from vaexercise.model.form import Blank, Form
from vaexercise.model.groups import group_name
from vaexercise.model.plenary import Grid
from vaexercise.model.question import Consolidate, Fault
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import bounds
from vaexercise.questions.summing import remarks, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Point, Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """Points, each under another of the same group or at the root."""

    kind: Literal["tree"] = "tree"
    min: int = 0
    max: int = 0
    consolidate: Consolidate = "list"

    def own_form(self) -> Form:
        """The words, and the number or code of the point they stand under."""
        text = Blank(name="text", label=self.prompt, required=True, hint=self.hint)
        under = Blank(
            name="under", label=everywhere("Under"), hint="The number of the point it stands under; nothing for a root."
        )
        return Form(blanks=(text, under), repeats=True, least=self.min, most=self.max)

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Each group's tree as an outline: 1, 1.1, 1.2, 2."""
        return [self._outline_of(response, language) for response in responses if response.points]

    def faults(self) -> Iterator[Fault]:
        """`min` over `max`."""
        yield from bounds(self.min, self.max)

    def _outline_of(self, response: Response, language: str) -> Grid:
        numbered = outline(response.points)
        placed = {point.code for _, point in numbered}
        lost = [("", point) for point in response.points if point.code not in placed]
        hint = count(
            len(lost),
            "{n} point without a place: under nothing that is there, or in a circle.",
            "{n} points without a place: under nothing that is there, or in a circle.",
        )
        return Grid(
            title=group_name(response.group),
            columns=(say("Place"), self.prompt_in(language), say("Code")),
            rows=tuple((number, point.text, point.code) for number, point in (*numbered, *lost)),
            languages=tuple(point.language for _, point in (*numbered, *lost)),
            note=sentences(hint if lost else "", remarks(point for _, point in (*numbered, *lost))),
            attributed=(2,),
        )


def outline(points: Sequence[Point]) -> list[tuple[str, Point]]:
    """The points from the roots down, with their numbers. What hangs on nothing, or in a circle, is left out."""
    below: dict[str, list[Point]] = {}
    for point, parent in zip(points, _parents(points), strict=True):
        below.setdefault(parent, []).append(point)
    found: list[tuple[str, Point]] = []
    waiting = _numbered("", below.get("", []))
    while waiting:
        number, point = waiting.pop()
        found.append((number, point))
        waiting += _numbered(f"{number}.", below.get(point.code, []))
    return found


def _numbered(above: str, points: Sequence[Point]) -> list[tuple[str, Point]]:
    return [(f"{above}{place}", point) for place, point in enumerate(points, start=1)][::-1]


def _parents(points: Sequence[Point]) -> Iterator[str]:
    """For each point the code of the one above; empty for a root; what was typed if nothing is called so."""
    codes = {point.code.rpartition("-")[2].lstrip("0"): point.code for point in points}
    codes |= {point.code: point.code for point in points}
    for point in points:
        under = str(point.values.get("under", "")).strip().upper().lstrip("0")
        yield codes.get(under, under)
