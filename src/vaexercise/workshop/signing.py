"""Sign-off: a group has heard its answers read back and confirms them; from then on they change only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.groups import group_name

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def slot(session: Session, group: str) -> str:
    """Where the sign-off of a group stands."""
    return f"sign-off/{session.id}/{group}"


def signed(workshop: Workshop, session: Session, group: str) -> bool:
    """Whether the group has signed off, and was not reopened since."""
    return bool(workshop.fold.body(slot(session, group)).get("signed"))


def refuse_if_signed(workshop: Workshop, session: Session, group: str) -> None:
    """Raise `Refused` if the group has signed off."""
    if signed(workshop, session, group):
        name, number = group_name(group), group.removeprefix("g")
        raise Refused(
            reason=f"{name} has signed off; nothing was changed. To go on, say why: "
            f'vaexercise feedback reopen --group {number} --reason "…"'
        )
