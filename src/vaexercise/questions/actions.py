"""Actions: what will be done, who does it, by when, and how one will see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import everywhere
from vaexercise.model.form import Blank, Form
from vaexercise.model.question import Consolidate, Fault
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import bounds
from vaexercise.questions.summing import stacked

if TYPE_CHECKING:
    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block
    from vaexercise.model.text import Text

Field = Literal["what", "who", "by", "indicator", "plan"]
Need = Literal["required", "optional"]

LABELS: Mapping[Field, Text] = {
    "what": everywhere("What"),
    "who": everywhere("Who"),
    "by": everywhere("By when"),
    "indicator": everywhere("Indicator"),
    "plan": everywhere("Plan or commitment"),
}
AGREED: tuple[Field, ...] = ("who", "by")
"""What may be agreed afterwards otherwise than a group said it, beside its words."""

DEFAULT: Mapping[Field, Need] = {"what": "required", "who": "required", "by": "optional", "indicator": "optional"}


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """Actions for the register; `fields` says what is asked of each, `min` and `max` how many are hoped for."""

    kind: Literal["actions"] = "actions"
    fields: Mapping[Field, Need] = field(default_factory=lambda: DEFAULT)
    min: int = 0
    max: int = 0
    consolidate: Consolidate = "register"

    def own_form(self) -> Form:
        """One blank per field, always in the same order."""
        blanks = tuple(
            Blank(name=name, label=label, required=self.fields[name] == "required")
            for name, label in LABELS.items()
            if name in self.fields
        )
        return Form(blanks=blanks, repeats=True, least=self.min, most=self.max, noun="action")

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """All actions under each other: the start of the register."""
        return stacked(self.prompt_in(language), self.form(), responses, language)

    def faults(self) -> Iterator[Fault]:
        """Actions without `what`; `min` over `max`."""
        if self.fields.get("what") != "required":
            yield Fault(("fields",), "an action says at least what will be done: write what: required")
        yield from bounds(self.min, self.max)
