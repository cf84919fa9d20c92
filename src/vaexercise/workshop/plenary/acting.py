"""Changes the register of actions: new ones, how far each is, what was agreed since, which say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused, Unknown
from vaexercise.model.groups import PLENARY
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.questions.actions import LABELS
from vaexercise.record.revision import token
from vaexercise.workshop.answers.feedback import ID_LENGTH, Feedback
from vaexercise.workshop.plenary.actions import actions, named_action, slot_of, status_in
from vaexercise.workshop.plenary.naming_themes import theme_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.action import Action, Status
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def add(workshop: Workshop, session: Session, values: Mapping[str, str], source: str = "") -> Action:
    """Enter an action into the register, with the next code.

    `source` is the code of a point or the name of a theme that it comes from, or `plenary` if it was agreed there.

    Raises `Refused` if it does not say what will be done, `Unknown` for a source that nobody said, and `NotSaved`.
    """
    words = {name: text for name in LABELS if (text := clean_line(values.get(name, "")))}
    if "what" not in words:
        raise Refused(reason="Say what will be done. Nothing was recorded.")
    workshop.log.refresh()
    body: dict[str, object] = {"code": _next_code(workshop, session), "status": "open", "values": words}
    if source:
        body["source"] = _source(workshop, session, source)
    key = token(ID_LENGTH)
    workshop.record([(slot_of(session, key), body)])
    return next(action for action in actions(workshop, session) if action.id == key)


def _next_code(workshop: Workshop, session: Session) -> str:
    """A code such as `PL-A-03`, which never was given before."""
    stem, prefix = "-".join(filter(None, [session.code, "PL", "A"])), slot_of(session, "")
    given = [str(r.body.get("code", "")) for r in workshop.fold.revisions.values() if r.slot.startswith(prefix)]
    numbers = [int(code.rpartition("-")[2]) for code in given if code.rpartition("-")[2].isdecimal()]
    return f"{stem}-{max(numbers, default=0) + 1:02d}"


def _source(workshop: Workshop, session: Session, code: str) -> str:
    """The code as it is written of something that was said, or `theme/ID`; the plenary is a source, too.

    Raises `Unknown`.
    """
    if code.strip().casefold() in ("", PLENARY):
        return code.strip().casefold()
    points = Feedback(workshop, session).points()
    found = {point.code.casefold(): point.code for point in points if not point.private}
    found |= {name.casefold(): key for key, name in theme_names(workshop, session).items()}
    if code.strip().casefold() not in found:
        near = did_you_mean(code.strip().upper()[:60], [word.upper() for word in found])
        hint = f"{near[:1].upper()}{near[1:]} Agreed in plenary: --source plenary. Nothing was recorded.".strip()
        raise Unknown(kind="point or theme", name=f"{code:.60}", hint=hint)
    return found[code.strip().casefold()]


def change(
    workshop: Workshop,
    session: Session,
    action: Action,
    *,
    status: Status | None = None,
    note: str | None = None,
    agreed: Mapping[str, str] | None = None,
) -> None:
    """Say how far an action is, and what was agreed about it since; what is not said stays.

    A note belongs to its status: another status without a note has none. `agreed` has `who`, `by` and `source`, which
    is a code, a theme such as Q1-T3 or `plenary`; empty words take agreed words away. The words of the group are never
    changed. Raises `Refused` if nothing changes, `Unknown` for a source that nobody said, and `NotSaved`.
    """
    workshop.log.refresh()
    before = workshop.fold.body(slot_of(session, action.id))
    now = status or status_in(before)
    kept = before.get("note", "") if now == status_in(before) else ""
    said = {"status": now, "note": clean_line(note) if note is not None else kept}
    body = {**before, **said, **{name: clean_line(words) for name, words in (agreed or {}).items()}}
    if agreed and "source" in agreed:
        _refuse_own_source(action)
        body["source"] = _source(workshop, session, body["source"])
    full = {name: value for name, value in body.items() if value}
    settled = len({str(head.body) for head in workshop.fold.heads(slot_of(session, action.id))}) <= 1
    if settled and full == {"status": "open", **before}:
        raise Refused(reason=f"{action.code} says that already. Nothing was recorded.")
    workshop.record([(slot_of(session, action.id), full)])


def _refuse_own_source(action: Action) -> None:
    """Raises `Refused` if an action is what a group said: then it is its own source."""
    if action.source == action.code:
        raise Refused(reason=f"{action.code} was said in these words: it is its own source. Nothing was recorded.")


def join(workshop: Workshop, session: Session, action: Action, under: Action) -> Action:
    """Show an action under another that says the same, and that one's codes with it; both are kept.

    Gives the action that it now stands under. Raises `Refused` if it already does, or would stand under itself.
    """
    found = actions(workshop, session, private=True)
    top = named_action(found, under.under or under.code)
    if top.id == action.id:
        where = f": {under.code} stands under {action.code}" if under.id != action.id else ""
        raise Refused(reason=f"{action.code} cannot stand under itself{where}. Nothing was recorded.")
    if action.under == top.code:
        raise Refused(reason=f"{action.code} already stands under {top.code}. Nothing was recorded.")
    _place(workshop, session, action, top.id)
    return top


def part(workshop: Workshop, session: Session, action: Action) -> None:
    """Let an action stand in its own right again. Raises `Refused` if it does."""
    if not action.under:
        raise Refused(reason=f"{action.code} stands under no other. Nothing was recorded.")
    _place(workshop, session, action, "")


def _place(workshop: Workshop, session: Session, action: Action, under: str) -> None:
    before = {"status": "open", **workshop.fold.body(slot_of(session, action.id)), "under": under}
    workshop.record([(slot_of(session, action.id), {name: value for name, value in before.items() if value})])
