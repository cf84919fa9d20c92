"""A picture without anything beside it, whichever format it has."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["jpg", "png"]

WIDEST, PIXELS = 20_000, 50_000_000
"""Pixels of a side, and of all of a picture: more is refused, because opening it would stop small machines."""


class NoPicture(Exception):
    """Why bytes are no picture to keep, as a sentence without its subject, such as `is empty.`, for after a name."""


class Bare(NamedTuple):
    """A picture: its format, its bytes without what was beside it, and its size in pixels as it is stored."""

    kind: Kind
    data: bytes
    width: int
    height: int


def check_size(width: int, height: int) -> None:
    """Raises `NoPicture` for a picture without pixels, or with more than can be shown."""
    if not (width and height):
        raise NoPicture("has no pixels.")
    if max(width, height) > WIDEST or width * height > PIXELS:
        most = f"{PIXELS // 1_000_000} million pixels"
        raise NoPicture(f"has {width:,} × {height:,} pixels; {most} are the most. Make it smaller.")
