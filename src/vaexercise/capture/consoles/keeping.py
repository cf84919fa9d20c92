"""Keeps the line that is being typed, whenever typing pauses."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 1.0
"""Seconds without a key after which the line is kept."""


class Keeper:
    """Hands over the unfinished line, each state of it once. `before` is what stood in it already."""

    def __init__(self, keep: Callable[[str], None] | None, before: str = "") -> None:
        self._keep, self._kept = keep, before

    def wants(self, text: str) -> bool:
        """Whether the line is another than the one that was handed over last."""
        return self._keep is not None and text != self._kept

    def keep(self, text: str) -> None:
        """Hand it over, if it is another. A disk that refuses must not disturb who types."""
        if self._keep is not None and text != self._kept:
            self._kept = text
            with suppress(OSError):
                self._keep(text)
