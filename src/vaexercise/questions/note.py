"""Note: something to read aloud; nothing is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Form
from vaexercise.model.question import Consolidate
from vaexercise.questions.base import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A text that the group reads between two questions."""

    kind: Literal["note"] = "note"
    consolidate: Consolidate = "none"

    def own_form(self) -> Form:
        """No blank."""
        return Form(blanks=(), noun="note")

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:  # noqa: ARG002  nobody answers
        """Nothing: nobody answered."""
        return ()
