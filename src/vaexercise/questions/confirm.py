"""Confirm: something the group has read, heard or done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Blank, Form
from vaexercise.model.question import Consolidate
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import YES_NO
from vaexercise.questions.summing import choices_counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A statement that the group confirms or does not."""

    kind: Literal["confirm"] = "confirm"
    consolidate: Consolidate = "none"

    def own_form(self) -> Form:
        """One blank: yes or no."""
        blank = Blank(name="answer", label=self.prompt, kind="one", choices=YES_NO, required=True, hint=self.hint)
        return Form(blanks=(blank,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """How many groups confirmed it."""
        return choices_counted(self.prompt_in(language), self.form().blanks[0], responses, language)
