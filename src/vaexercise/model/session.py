"""A part of the programme."""

from __future__ import annotations

from typing import NamedTuple


class Session(NamedTuple):
    """A part of the programme that runs one exercise; `code` begins the codes of its answers, or is empty."""

    id: str
    exercise: str
    code: str = ""
    title: str = ""
