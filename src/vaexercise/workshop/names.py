"""Names of people who stand behind something, each in a slot of its own: it can be erased and the thing stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.text import clean_line
from vaexercise.record.revision import token

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

NAMES = "name/"
APPROVER = "approval"
"""Stands in the place of the group in the slot of who approved a summary."""
_LENGTH = 10


def named(session: Session, group: str, name: str) -> tuple[str, tuple[str, Body]]:
    """A key to keep where the name belongs, and what to record with it.

    Every key is new: an erased slot stays empty for good, and another person may confirm the same thing later.
    """
    key = token(_LENGTH)
    return key, (_slot(session, group, key), {"by": clean_line(name)})


def name_of(workshop: Workshop, session: Session, group: str, key: str) -> str:
    """The name that is kept under a key; empty once it was erased."""
    return str(workshop.fold.body(_slot(session, group, key)).get("by", ""))


def _slot(session: Session, group: str, key: str) -> str:
    return f"{NAMES}{session.id}/{group}/{key}"
