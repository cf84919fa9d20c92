"""A part of the programme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Session:
    """A part of the programme that runs one exercise. `code` is `S1`, `S2` …, or empty while there is only one."""

    id: str
    exercise: str
    code: str = ""
    title: str = ""
