"""Times of the log as people say them, here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.answers.clock import instant, now

if TYPE_CHECKING:
    from datetime import datetime


def at(time: str, today: datetime | None = None) -> str:
    """A time in ISO form by the clock of this place: `14:05`; of another day, `2012-05-22 14:05`.

    What a strange clock wrote stands as it is.
    """
    moment = instant(time)
    if moment is None:
        return time
    here, day = moment.astimezone(), (today or now()).astimezone().date()
    return f"{here:%H:%M}" if here.date() == day else f"{here:%Y-%m-%d %H:%M}"
