"""What people do to proposals before they decide: nothing of it is in the record, and all of it can be taken back."""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """How proposals were changed.

    `tighter` counts steps; `pieces` were put apart by hand, and `changed` are the proposals they came from, or that
    were put off twice; `later` were put off once; `opposes` are points that were marked; `over` says that nobody
    wants any more.
    """

    tighter: int = 0
    pieces: tuple[tuple[str, ...], ...] = ()
    changed: frozenset[frozenset[str]] = frozenset()
    later: frozenset[frozenset[str]] = frozenset()
    opposes: frozenset[str] = frozenset()
    over: bool = False


class _Past(NamedTuple):
    """The shape before a line was typed, how many steps were saved by then, and whether the line saved one."""

    shape: Shape
    saved: int
    line: str
    decided: bool


class Shapes:
    """The shape `now`, and those before it. Between them lie steps that were saved, which are told by their number."""

    def __init__(self) -> None:
        self.now = Shape()
        self._past: list[_Past] = []

    def keep(self, before: Shape, line: str, saved_before: int, saved_now: int) -> None:
        """Remember the shape from before a line, if that changed it."""
        if self.now != before:
            self._past.append(_Past(before, saved_before, line, decided=saved_now > saved_before))

    def take_back(self, saved: int) -> str:
        """Go back one line, if nothing was saved since, and say which; else nothing, and empty."""
        if self._past and not self._past[-1].decided and self._past[-1].saved >= saved:
            past = self._past.pop()
            self.now = past.shape
            return past.line
        return ""

    def undone(self, saved: int) -> None:
        """A step was taken back, and so many are left: what the line that saved it did beside goes back as well."""
        if self._past and self._past[-1].decided and self._past[-1].saved >= saved:
            self.now = self._past.pop().shape
