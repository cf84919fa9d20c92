"""What a summary is told besides the synthesis: whether it is approved, its day, its pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import ENGLISH, nearest
from vaexercise.model.edition import Edition
from vaexercise.workshop.days import ended_on
from vaexercise.workshop.pictures.attachments import attachments
from vaexercise.workshop.pictures.kept import picture_of
from vaexercise.workshop.plenary.approvals import approval
from vaexercise.workshop.plenary.summary import synthesis

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.workshop.workshop import Workshop


def edition(workshop: Workshop, session: Session, shown: Synthesis, language: str = "") -> Edition:
    """The edition of a session that `shown` is of, which says its own words in `language`: approved is the English one.

    A public one does not say who approved it, and has no picture but those that it names.
    """
    home = workshop.settings.language
    approvable = not shown.published and language in {"", home} and nearest(home) == ENGLISH
    found = approval(workshop, session, lambda: shown if approvable else synthesis(workshop, session))
    wanted = {picture.id for picture in shown.pictures}
    read = {one.id: picture_of(workshop.folder, one.kept) for one in attachments(workshop.fold) if one.id in wanted}
    return Edition(
        approval=replace(found, by="") if shown.published else found,
        made_on=ended_on(workshop),
        pictures={key: data for key, data in read.items() if data is not None},
    )
