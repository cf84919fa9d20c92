"""Sign-off: a group has heard its answers read back and confirms them; from then on they change only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.model.groups import group_name
from vaexercise.model.text import clean_line
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.names import name_of, named

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


class Counts(NamedTuple):
    """What a group confirms: points, answers, headlines, and the codes of the questions that stay open."""

    points: int
    answers: int
    starred: int
    open: tuple[str, ...] = ()


class SignOff(NamedTuple):
    """A sign-off: who confirmed (empty once that name was erased) and when, by the clock there.

    `changed` counts revisions of what the group said that the sign-off did not know of, such as from another laptop.
    """

    by: str
    at: str
    changed: int = 0


def slot(session: Session, group: str) -> str:
    """Where the sign-off of a group stands."""
    return f"sign-off/{session.id}/{group}"


def signed(workshop: Workshop, session: Session, group: str) -> bool:
    """Whether the group has signed off, and was not reopened since."""
    return bool(workshop.fold.body(slot(session, group)).get("signed"))


def sign_off(workshop: Workshop, session: Session, group: str) -> SignOff | None:
    """The sign-off in force; None if there is none."""
    body = workshop.fold.body(slot(session, group))
    if not body.get("signed"):
        return None
    at = next((head.at for head in workshop.fold.heads(slot(session, group)) if head.body == body), "")
    known = heard(workshop, session, group)
    by = name_of(workshop, session, group, str(body.get("name", "")))
    return SignOff(by, at, max(known - int(body.get("lines", known)), 0))


def refuse_if_signed(workshop: Workshop, session: Session, group: str) -> None:
    """Raise `Refused` if the group has signed off."""
    if signed(workshop, session, group):
        name, number = group_name(group), group.removeprefix("g")
        raise Refused(
            reason=f"{name} has signed off; nothing was changed. To go on, say why: "
            f'vaexercise feedback reopen --group {number} --reason "…"'
        )


def heard(workshop: Workshop, session: Session, group: str) -> int:
    """How many revisions of what the group said are known: what a sign-off confirms."""
    return len(trails(workshop, session).get(group, ()))


def record_sign_off(workshop: Workshop, session: Session, group: str, by: str, counts: Counts, lines: int) -> None:
    """Record that a group confirmed what it heard read back: so many `lines` of the log.

    `by` is who confirmed. Raises `Refused` without a name, and if something was entered while it was read back.
    """
    if not clean_line(by):
        raise Refused(reason="Nobody confirmed; nothing was signed off. Say who does: --confirmed-by NAME")
    with workshop.alone():
        if heard(workshop, session, group) != lines:
            raise Refused(
                reason="Something was entered while this was read back, so it was not signed off. Read it back once "
                f"more: vaexercise feedback sign-off --group {group.removeprefix('g')}"
            )
        key, name = named(session, group, by)
        body = {"signed": True, "name": key, **counts._asdict(), "open": list(counts.open), "lines": lines}
        workshop.record([(slot(session, group), body), name])


def reopen(workshop: Workshop, session: Session, group: str, reason: str) -> None:
    """Let a signed-off group change what it said. Raises `Refused` without a reason, and if it has not signed off."""
    why, name = clean_line(reason), group_name(group)
    if not signed(workshop, session, group):
        raise Refused(reason=f"{name} has not signed off, so there is nothing to reopen.")
    if not why:
        raise Refused(reason=f'Say why {name} is reopened: --reason "…". Nothing was changed.')
    workshop.record([(slot(session, group), {"signed": False, "reason": why})])
