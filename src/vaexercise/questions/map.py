"""Map: things placed on two axes, such as actors by influence and interest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import everywhere, say
from vaexercise.model.form import Blank, Form, shown
from vaexercise.model.plenary import Grid
from vaexercise.model.question import Consolidate, Fault
from vaexercise.model.text import Text, in_language
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import Option, bounds, items_of, twins
from vaexercise.questions.summing import remarks, said, sentences, silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.form import Values
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Axis:
    """A direction of the map, from `min` (in words, `low`) to `max` (`high`)."""

    label: Text
    low: Text = "low"
    high: Text = "high"
    min: int = 1
    max: int = 5

    def blank(self, name: str) -> Blank:
        """The place on this axis as something to fill in."""
        ends = f"{self.min} = {in_language(self.low, 'en')}, {self.max} = {in_language(self.high, 'en')}"
        return Blank(
            name=name, label=self.label, kind="number", required=True, least=self.min, most=self.max, hint=ends
        )

    def half(self, place: float, language: str = "en") -> str:
        """Which end of the axis a place is nearer to, in words."""
        twice = 2 * place
        ends = self.min + self.max
        word = say("middle") if twice == ends else in_language(self.low if twice < ends else self.high, language)
        return f"{in_language(self.label, language)}: {word}"


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """Things on a map, each a point; `items` are those to place, unless the group names its own."""

    kind: Literal["map"] = "map"
    x: Axis
    y: Axis
    items: tuple[Option, ...] = ()
    min: int = 0
    max: int = 0
    consolidate: Consolidate = "stack"

    def own_form(self) -> Form:
        """The thing, its place on either axis."""
        choices = items_of(self.items)
        thing = Blank(
            name="item",
            label=everywhere("Item"),
            kind="one" if choices else "line",
            choices=choices,
            other=bool(choices),
            required=True,
            hint=self.hint,
        )
        blanks = (thing, self.x.blank("x"), self.y.blank("y"))
        return Form(blanks=blanks, repeats=True, least=self.min, most=self.max, noun="item")

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """All things under each other, with the quarter of the map in words."""
        entries = said(responses)
        if not entries:
            return []
        blanks = self.form().blanks
        rows = tuple(
            (
                entry.code,
                *(shown(blank, entry.values.get(blank.name, ""), language) for blank in blanks),
                self._quarter(entry.values, language),
            )
            for entry in entries
        )
        columns = (say("Code"), *(in_language(blank.label, language) for blank in blanks), say("Quarter"))
        languages = tuple(entry.language for entry in entries)
        title, note = self.prompt_in(language), sentences(remarks(entries), silence(responses))
        return [Grid(title=title, columns=columns, rows=rows, languages=languages, note=note, attributed=(0,))]

    def _quarter(self, values: Values, language: str) -> str:
        places = ((axis, values.get(name, "")) for name, axis in (("x", self.x), ("y", self.y)))
        return ", ".join(axis.half(float(str(place)), language) for axis, place in places if place not in ("", ()))

    def faults(self) -> Iterator[Fault]:
        """Axes without length; items that cannot be told apart; `min` over `max`."""
        for name, axis in (("x", self.x), ("y", self.y)):
            if axis.min >= axis.max:
                yield Fault((name, "min"), "{min} is not less than max, {max}", {"min": axis.min, "max": axis.max})
        yield from twins("items", self.items)
        yield from bounds(self.min, self.max)
