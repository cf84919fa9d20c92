"""Many: several choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Blank, Form
from vaexercise.model.question import Consolidate, Fault
from vaexercise.questions.choices import Choosing, bounds, limit
from vaexercise.questions.summing import choices_counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Choosing):
    """Several of the options, and own words if `allow_other`; `min` and `max` are how many are hoped for."""

    kind: Literal["many"] = "many"
    min: int = 0
    max: int = 0
    allow_other: bool = False
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """One blank: the choices."""
        blank = Blank(
            name="answer",
            label=self.prompt,
            kind="many",
            choices=self.choices(),
            other=self.allow_other,
            required=True,
            least=limit(self.min),
            most=limit(self.max),
            hint=self.hint,
        )
        return Form(blanks=(blank,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """How many groups chose each option, and where they said so."""
        return choices_counted(self.prompt_in(language), self.form().blanks[0], responses, language)

    def faults(self) -> Iterator[Fault]:
        """As for all choices; `min` over `max`, or more than there are."""
        yield from super().faults()
        yield from bounds(self.min, self.max)
        if not (self.allow_other or self.options_from) and self.min > len(self.options):
            facts = {"min": self.min, "options": len(self.options)}
            yield Fault(("min",), "{min} is more than the number of options, {options}", facts)
