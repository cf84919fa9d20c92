"""How a conversation leaves a question before its end."""

from __future__ import annotations


class Go(Exception):
    """To another question: `next`, `back`, or a code, id or number; `resuming` what was half filled in there."""

    def __init__(self, to: str, *, resuming: bool = False) -> None:
        super().__init__(to)
        self.to, self.resuming = to, resuming


class Leave(Exception):
    """The rapporteur leaves."""
