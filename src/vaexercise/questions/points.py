"""Points: one line is one point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Blank, Form, Item
from vaexercise.model.question import Consolidate, Fault, Question
from vaexercise.model.text import Text
from vaexercise.questions.summing import lines_by_group

if TYPE_CHECKING:
    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Extra:
    """A detail that a command may add to a point: never asked after each line."""

    kind: Literal["text", "one"] = "text"
    label: Text
    options: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kind(Question):
    """A list of points; `min` and `max` are how many are hoped for."""

    kind: Literal["points"] = "points"
    min: int = 0
    max: int = 0
    extras: Mapping[str, Extra] = field(default_factory=dict)
    consolidate: Consolidate = "themes"

    def form(self, offered: Sequence[Item] = ()) -> Form:  # noqa: ARG002
        """One blank, the words of the point."""
        blank = Blank(name="text", label=self.prompt, required=True, hint=self.hint)
        return Form(blanks=(blank,), repeats=True, least=self.min, most=self.max)

    def sum_up(self, responses: Sequence[Response]) -> Sequence[Block]:
        """Each group's points."""
        return lines_by_group(self.form(), responses)

    def faults(self) -> Iterator[Fault]:
        """`min` over `max`; a choice without options."""
        if self.max and self.min > self.max:
            yield Fault(("min",), "{min} is more than max, {max}", {"min": self.min, "max": self.max})
        for name, extra in self.extras.items():
            if (extra.kind == "one") != bool(extra.options):
                yield Fault(("extras", name), "options go with kind: one, and only with it")
