"""Text: a short paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Blank, Form
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import bounds, limit
from vaexercise.questions.summing import lines_by_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block
    from vaexercise.model.question import Fault


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A paragraph; `min` and `max` are how many words are hoped for."""

    kind: Literal["text"] = "text"
    min: int = 0
    max: int = 0

    def own_form(self) -> Form:
        """One blank of several lines."""
        blank = Blank(
            name="text",
            label=self.prompt,
            kind="text",
            required=True,
            least=limit(self.min),
            most=limit(self.max),
            hint=self.hint,
        )
        return Form(blanks=(blank,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Each group's text."""
        return lines_by_group(self.form(), responses, language)

    def faults(self) -> Iterator[Fault]:
        """`min` over `max`."""
        yield from bounds(self.min, self.max)
