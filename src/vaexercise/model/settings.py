"""What the organiser edits in `workshop.yaml`: title, dates, place, sessions, rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from vaexercise.model.privacy import Privacy

SCHEMA: Final = "vaexercise/workshop/1"


@dataclass(frozen=True, kw_only=True)
class PlannedSession:
    """A session as workshop.yaml has it. `code` is `S1`, `S2` …, or empty while there is only one."""

    id: str
    exercise: str
    code: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Room:
    """A room for a working group, and what it `offers`, such as `step-free`."""

    name: str
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One workshop. Dates are words, as they are to be printed; `privacy` replaces that of the exercises."""

    schema: Literal["vaexercise/workshop/1"]
    title: str
    dates: str = ""
    place: str = ""
    language: str = "en"
    sessions: tuple[PlannedSession, ...] = ()
    privacy: Privacy | None = None
    rooms: tuple[Room, ...] = ()
