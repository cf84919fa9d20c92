"""How a conversation leaves a question before its end."""

from __future__ import annotations


class Go(Exception):
    """To another question: `next`, `back`, or a code, id or number."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class Leave(Exception):
    """The rapporteur leaves."""
