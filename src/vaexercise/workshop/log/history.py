"""What was recorded, when and by whom."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused, Unknown
from vaexercise.model.groups import PLENARY
from vaexercise.model.text import did_you_mean
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.responses import code_stem
from vaexercise.workshop.answers.withdrawn import WITHDRAWN
from vaexercise.workshop.log.contents import Contents
from vaexercise.workshop.log.wording import MARKED, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

_BESIDE = ("comment", "action", "theme", "sorted", "sentence")
_VOTING = ("vote", "ballot")
_IN_SESSION = (
    "draw",
    "placing",
    "point",
    "answer",
    "state",
    "order",
    "clock",
    "sign-off",
    "name",
    "withdrawn",
    "approval",
    "easy-read",
    *_VOTING,
    *_BESIDE,
    *MARKED,
)
_TIME = re.compile(r"(.+T[\d:.]+)(Z|[+-]\d\d:?\d\d)")
"""A time, and its distance from UTC."""

_REST_OF_DATE = {len("2012"): "-01-01", len("2012-05"): "-01"}
_SHOWN = 60
_EARLY = datetime.min.replace(tzinfo=UTC)


class Event(NamedTuple):
    """One revision in words. `at` is the clock of the machine that wrote it."""

    at: str
    by: str
    what: str
    content: str
    slot: str
    sitting: str
    id: str


def history(
    workshop: Workshop,
    *,
    slot: str = "",
    session: str = "",
    group: str = "",
    since: str = "",
    private: bool = False,
) -> list[Event]:
    """All revisions, oldest first.

    `slot` narrows them to a slot and those below it, or to what has that code (`G1-Q1-01`, `G1-Q2`); `session`
    is an id, `group` a key (`g2`), `since` an ISO date or time. Words that are `private` now are left out, of all
    times, unless they are asked for. Raises `Unknown` for a slot or code that nothing has, and `Refused` for a time
    that is none.
    """
    named = slots_named(workshop, slot) if slot else None
    earliest = moment(since) if since else None
    wording = Wording(workshop, private=private)
    who = {name.partition("/")[2]: str(body.get("by", "")) for name, body in workshop.fold.slots("sitting/")}
    found = [
        r
        for r in workshop.fold.revisions.values()
        if (r.slot in named if named is not None else not r.slot.startswith("sitting/"))
        and (not session or _session_of(r) == session)
        and (not group or _group_of(workshop, r) == group)
        and (earliest is None or (_instant(r.at) or earliest) >= earliest)
    ]
    found.sort(key=lambda r: (_instant(r.at) or _EARLY, r.sitting, r.n))
    return [
        Event(
            at=r.at,
            by=who.get(r.sitting, ""),
            what=wording.slot(r.slot),
            content=_without_content(workshop, r) if r.erased else wording.content(r.slot, r.body),
            slot=r.slot,
            sitting=r.sitting,
            id=r.id,
        )
        for r in found
    ]


def _without_content(workshop: Workshop, revision: Revision) -> str:
    return "erased" if revision.slot in workshop.fold.erased else "not on this laptop"


def slots_named(workshop: Workshop, name: str) -> frozenset[str]:
    """The slots that have this name, or this code, or are below it. Raises `Unknown` if none ever did."""
    slots = {revision.slot for revision in workshop.fold.revisions.values()}
    below = frozenset(slot for slot in slots if slot == name or slot.startswith(f"{name.rstrip('/')}/"))
    if below:
        return below
    codes = list(_codes(workshop, slots))
    found = frozenset(slot for code, slot in codes if code.casefold() == name.strip().casefold())
    if found:
        return found
    kinds = {slot.partition("/")[0] for slot in slots}
    hint = did_you_mean(name[:_SHOWN], sorted({*kinds, *(code for code, _ in codes)}))
    advice = "Nothing is recorded under it. Codes are like G1-Q1-01 or G1-Q2; slots are in `workshop history --json`."
    raise Unknown(kind="slot or code", name=f"{name:.{_SHOWN}}", hint=f"{hint[:1].upper()}{hint[1:]} {advice}".strip())


def _codes(workshop: Workshop, slots: set[str]) -> Iterator[tuple[str, str]]:
    """All codes, each with a slot that has it: a point under its own and that of its question."""
    for revision in workshop.fold.revisions.values():
        if revision.slot.startswith("point/") and (code := str(revision.body.get("code", ""))):
            beside = (*MARKED, "action", "sorted")
            for slot in (revision.slot, *(f"{kind}{revision.slot.removeprefix('point')}" for kind in beside)):
                yield code, slot
                yield code.rpartition("-")[0], slot
        elif revision.slot.startswith("action/") and (code := str(revision.body.get("code", ""))):
            yield code, revision.slot
        elif revision.slot.startswith("comment/") and revision.body:
            point = f"point/{revision.slot.split('/')[1]}/{revision.body['about']}"
            yield from ((str(r.body["code"]), revision.slot) for r in workshop.fold.history(point) if r.body)
    yield from _withdrawn_codes(workshop)
    questions, sessions = Contents(workshop), {session.id: session for session in workshop.sessions}
    for session in workshop.sessions:
        yield from ((point.code, f"point/{session.id}/{point.id}") for point in Feedback(workshop, session).points())
    for slot in slots:
        kind, _, rest = slot.partition("/")
        if kind in ("answer", "state", "order"):
            name, group, asked = rest.split("/")
            if name in sessions and (question := questions.question(name, asked)):
                yield code_stem(sessions[name], group, question), slot


def _withdrawn_codes(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """The codes of what was withdrawn: nothing in its own slot tells them any more."""
    for slot, body in workshop.fold.slots(WITHDRAWN):
        target = slot.removeprefix(WITHDRAWN)
        yield from ((str(body["code"]), f"{kind}{target}") for kind in ("point/", "answer/", WITHDRAWN))


def moment(word: str) -> datetime:
    """A time in ISO form, or the first of a day, month or year; here, unless it says where. Raises `Refused`."""
    said = word.strip()
    try:
        return datetime.fromisoformat(said + _REST_OF_DATE.get(len(said), "")).astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        reason = f"“{word:.{_SHOWN}}” is no date or time. Write for example 2012-05-22, or 2012-05-22T14:00."
        raise Refused(reason=reason) from error


def _instant(at: str) -> datetime | None:
    """When a revision was written, whatever the distance from UTC there; None if a strange clock wrote it."""
    try:
        return moment(at)
    except Refused:
        return None


def times(events: Sequence[Event]) -> list[str]:
    """When each was recorded, without the distance from UTC if that is the same for all."""
    found = [_TIME.fullmatch(event.at) for event in events]
    if len({match and match[2] for match in found}) == 1:
        return [match[1] if match else event.at for match, event in zip(found, events, strict=True)]
    return [event.at for event in events]


def _session_of(revision: Revision) -> str:
    kind, _, rest = revision.slot.partition("/")
    return rest.partition("/")[0] if kind in _IN_SESSION else ""


def _group_of(workshop: Workshop, revision: Revision) -> str:
    kind, *parts = revision.slot.split("/")
    of_answer = len(parts) == 3  # noqa: PLR2004  session, group, question
    said = (*MARKED, "answer", "state", "order", "withdrawn")
    if kind in ("clock", "sign-off", "name") or (of_answer and kind in said):
        return parts[1]
    if kind == "comment":
        bodies = (r.body for r in reversed(workshop.fold.history(revision.slot)))
        return next((str(body["group"]) for body in bodies if body), "")
    if kind == "action" and any("values" in r.body for r in workshop.fold.history(revision.slot)):
        return PLENARY
    if kind in ("point", "action", "sorted", "withdrawn", *MARKED):
        bodies = (r.body for r in reversed(workshop.fold.history("/".join(["point", *parts]))))
        gone = workshop.fold.body("/".join(["withdrawn", *parts])).get("groups", ("",))
        return next((str(body["group"]) for body in bodies if "group" in body), str(gone[0]))
    return str(revision.body.get("group", "")) if kind in ("placing", "ballot") else ""
