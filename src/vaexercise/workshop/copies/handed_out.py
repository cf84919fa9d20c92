"""Whose copy a handed-out workshop is: one file beside its log, which is in no record and never merged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.model.groups import PLENARY, group_key, group_name
from vaexercise.model.text import clean_line
from vaexercise.workshop.people import seating

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

FILE = "hand-out.json"


class HandOut(NamedTuple):
    """The group that types there, by its key; the names of its members and of its rapporteur, if there is one."""

    session: str
    group: str
    members: tuple[str, ...] = ()
    rapporteur: str = ""

    def written(self) -> bytes:
        """As the file has it."""
        return json.dumps(self._asdict(), ensure_ascii=False, indent=2).encode()


def handed_out(workshop: Workshop, session: Session | None = None) -> HandOut | None:
    """Whose copy it is, or only if it is one for that session; None for a whole workshop, or a damaged file."""
    try:
        found = _read(json.loads((workshop.folder / FILE).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    of = next((one for one in workshop.sessions if one.id == found.session), None)
    wanted = of is not None and session in (None, of)
    return found if wanted and of and _is_there(workshop, of, found.group) else None


def _read(data: dict[str, object]) -> HandOut:
    """Raises `KeyError` and `TypeError` for anything else than a hand-out."""
    words = [data["session"], data["group"], data["rapporteur"]]
    members = data["members"]
    if not isinstance(members, list) or not all(isinstance(word, str) for word in (*words, *members)):
        raise TypeError
    session, group, rapporteur = (clean_line(str(word)) for word in words)
    return HandOut(session, group, tuple(filter(None, map(clean_line, members))), rapporteur)


def _is_there(workshop: Workshop, session: Session, group: str) -> bool:
    spoke = (int(key[1:]) for key in seating.spoke(workshop, session) if key != PLENARY)
    return group in (PLENARY, group_key(group, max(seating.group_count(workshop, session), *spoke, 0)))


def check_is_for(workshop: Workshop, session: Session, group: str) -> None:
    """Raises `Refused` for another group, or another session, than that which a copy was handed out for."""
    found = handed_out(workshop)
    if found is None or (found.session, found.group) == (session.id, group):
        return
    whose = f"{_whose(found.group)}{f' in {found.session}' if len(workshop.sessions) > 1 else ''}"
    other = _whose(group) if found.session == session.id else session.id
    raise Refused(reason=f"This copy is for {whose}. For {other}, use its own copy or the whole workshop.")


def _whose(group: str) -> str:
    return "the plenary" if group == PLENARY else group_name(group)
