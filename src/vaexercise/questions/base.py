"""What all kinds here have in common."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.model.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.form import Form, Item


@dataclass(frozen=True, kw_only=True)
class Asked(Question):
    """A question whose form follows from its own keys, once what is `offered` is among them."""

    def form(self, offered: Sequence[Item] = ()) -> Form:
        """What there is to fill in. `offered` are the options that come from another question."""
        return self.offering(offered).own_form()

    @abstractmethod
    def own_form(self) -> Form:
        """What there is to fill in, from the question's own keys."""
