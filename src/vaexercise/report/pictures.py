"""Pictures of the day, each with its words for whoever does not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.report.model import Note, Picture, Section
from vaexercise.report.texts import own_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.edition import DayPicture
    from vaexercise.plenary.synthesis import Synthesis


def day_pictures(synthesis: Synthesis, data: Mapping[str, bytes]) -> list[Section]:
    """All pictures of the synthesis, whose bytes `data` has by their ids; nothing if there are none."""
    blocks = tuple(_block(picture, data.get(picture.id), synthesis.language) for picture in synthesis.pictures)
    return [Section(heading=say("Pictures of the day"), anchor="pictures", blocks=blocks)] if blocks else []


def _block(picture: DayPicture, data: bytes | None, language: str) -> Picture | Note:
    """A picture; in the place of one whose file is not there, what it shows."""
    words = picture.alternative
    if data is None:
        return own_note(f"A picture is missing here. It shows: {words}")
    return Picture(data=data, alternative=words, caption=picture.caption, language=language)
