"""One: a single choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Blank, Form
from vaexercise.model.question import Consolidate
from vaexercise.questions.choices import Choosing
from vaexercise.questions.summing import choices_counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Choosing):
    """One of the options, or own words if `allow_other`."""

    kind: Literal["one"] = "one"
    allow_other: bool = False
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """One blank: the choice."""
        blank = Blank(
            name="answer",
            label=self.prompt,
            kind="one",
            choices=self.choices(),
            other=self.allow_other,
            required=True,
            hint=self.hint,
        )
        return Form(blanks=(blank,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """How many groups chose each option, and where they said so."""
        return choices_counted(self.prompt_in(language), self.form().blanks[0], responses, language)
