"""What was said and taken back: counted, under its code, without a word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

WITHDRAWN = "withdrawn/"


class Withdrawn(NamedTuple):
    """A point or an answer that was taken back: `groups` are those it ever was of, the last one first."""

    target: str
    code: str
    groups: tuple[str, ...]
    question: str
    reason: str = ""

    @property
    def group(self) -> str:
        """The group whose it was last."""
        return self.groups[0]


def withdrawn_slot(session: Session, target: str) -> str:
    """Where it stands that something was withdrawn; `target` is what its marks are filed under."""
    return f"{WITHDRAWN}{session.id}/{target}"


def withdrawals(workshop: Workshop, session: Session) -> list[Withdrawn]:
    """All that was withdrawn in a session, by code."""
    prefix = withdrawn_slot(session, "")
    found = [_read(slot.removeprefix(prefix), body) for slot, body in workshop.fold.slots(prefix)]
    return sorted(found, key=lambda one: (one.code, one.target))


def withdrawal(workshop: Workshop, session: Session, target: str) -> Withdrawn | None:
    """That which was withdrawn there, if anything was."""
    body = workshop.fold.body(withdrawn_slot(session, target))
    return _read(target, body) if body else None


def _read(target: str, body: Body) -> Withdrawn:
    groups = tuple(map(str, body["groups"]))
    return Withdrawn(target, str(body["code"]), groups, str(body["question"]), str(body.get("reason", "")))
