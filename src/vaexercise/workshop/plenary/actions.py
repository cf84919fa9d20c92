"""The register of actions in the record: what groups and plenary said, and beside it how far each action is.

An action that was said is a point of a question of kind `actions`. What became of it stands in `action/SESSION/POINT`,
so that the group's words stay as they are. One entered into the register itself has its words and code in its slot.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from vaexercise.errors import Unknown
from vaexercise.model.action import Action, Change, Status
from vaexercise.model.groups import PLENARY
from vaexercise.model.text import counted, did_you_mean
from vaexercise.plenary.acted import kept_back
from vaexercise.questions.actions import AGREED, LABELS
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.overview import answering
from vaexercise.workshop.answers.withdrawn import withdrawals
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.plenary.naming_themes import theme_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop


def actions(workshop: Workshop, session: Session, *, private: bool = False) -> list[Action]:
    """All actions: those of the groups, of the plenary, then those entered into the register.

    Of private ones only the reason is given, unless `private` asks for the words, too; so of those that come from what
    was withdrawn.
    """
    said = [_of_point(point, private=private) for point in _points(workshop, session)]
    gone = {one.code for one in withdrawals(workshop, session)}
    entered = (
        _held(action, private=private) if action.source in gone else action for action in _entered(workshop, session)
    )
    found = [*said, *entered]
    codes = {action.id: action.code for action in found}
    roots = {action.id: _root(workshop, session, action.id) for action in found}
    under = {key: codes.get(root, "") if root != key else "" for key, root in roots.items()}
    return [replace(_with_status(workshop, session, action), under=under[action.id]) for action in found]


def _points(workshop: Workshop, session: Session) -> list[Point]:
    asked = [question for question in workshop.exercise(session).walk() if question.kind == "actions"]
    responses = Feedback(workshop, session).responses(asked, answering(workshop, session))
    return [point for response in responses for point in response.points]


def _of_point(point: Point, *, private: bool) -> Action:
    bare = Action(id=point.id, code=point.code, group=point.group, source=point.code, private=point.private)
    if point.private and not private:
        return bare
    return _worded(replace(bare, language=point.language, gloss=point.gloss), point.values)


def _held(action: Action, *, private: bool) -> Action:
    """An action that comes from what was withdrawn: without its words until somebody decides about it."""
    held = replace(action, private=f"{action.source} was withdrawn", held=action.source)
    return held if private else replace(held, what="", who="", by="", indicator="", plan="", language="", gloss="")


def _worded(action: Action, values: Mapping[str, object]) -> Action:
    what, who, by, indicator, plan = (str(values.get(name, "")) for name in LABELS)
    return replace(action, what=what, who=who, by=by, indicator=indicator, plan=plan)


def _entered(workshop: Workshop, session: Session) -> list[Action]:
    """Those of the register itself, in the order of their codes; codes alike get letters."""
    prefix = slot_of(session, "")
    found = [(body["code"], slot, body) for slot, body in workshop.fold.slots(prefix) if "code" in body]
    found.sort(key=lambda one: (one[0], workshop.fold.history(one[1])[0].id))
    alike: dict[str, list[str]] = {}
    for code, slot, _ in found:
        alike.setdefault(code, []).append(slot)
    letters = {s: chr(ord("a") + n) for slots in alike.values() if len(slots) > 1 for n, s in enumerate(slots)}
    return [
        _worded(
            Action(
                id=slot.removeprefix(prefix),
                code=code + letters.get(slot, ""),
                group=PLENARY,
                source=_named(workshop, session, str(body.get("source", ""))),
            ),
            body["values"],
        )
        for code, slot, body in found
    ]


def _named(workshop: Workshop, session: Session, source: str) -> str:
    """A source as people call it: of a theme its name now."""
    if not source.startswith("theme/"):
        return source
    return theme_names(workshop, session).get(source, "a theme that is gone")


def _with_status(workshop: Workshop, session: Session, action: Action) -> Action:
    body = workshop.fold.body(slot_of(session, action.id))
    heads = [str(head.body.get("status", "open")) for head in workshop.fold.heads(slot_of(session, action.id))]
    agreed: dict[str, str] = {name: str(body[name]) for name in AGREED if body.get(name)}
    several = tuple(heads) if len(set(heads)) > 1 else ()
    if action.private and not action.what:
        return replace(action, status=status_in(body), versions=several)
    return replace(action, status=status_in(body), note=body.get("note", ""), agreed=agreed, versions=several)


def status_in(body: Body) -> Status:
    """The status that a slot says; open if it says none."""
    return cast("Status", body.get("status", "open"))


def _root(workshop: Workshop, session: Session, key: str) -> str:
    """The action that one is shown under, itself if none; of a circle that two laptops made, the first by id."""
    seen = [key]
    while nearer := str(workshop.fold.body(slot_of(session, seen[-1])).get("under", "")):
        if nearer in seen:
            return min(seen[seen.index(nearer) :])
        seen.append(nearer)
    return seen[-1]


def slot_of(session: Session, key: str) -> str:
    """Where it stands what became of an action."""
    return f"action/{session.id}/{key}"


def named_action(found: Sequence[Action], code: str) -> Action:
    """The action with that code, in any letters. Raises `Unknown`."""
    wanted = code.strip().casefold()
    for action in found:
        if wanted == action.code.casefold() or wanted == action.code.partition(" (")[0].casefold():
            return action
    near = did_you_mean(code.strip().upper()[:60], [action.code for action in found])
    advice = "All codes: vaexercise plenary actions list"
    raise Unknown(kind="action", name=f"{code:.60}", hint=f"{near[:1].upper()}{near[1:]} {advice}".strip())


def changes(workshop: Workshop, session: Session, action: Action) -> Iterator[Change]:
    """What was said about an action since it was made, oldest first; of private ones, too."""
    wording, slot = Wording(workshop, private=True), slot_of(session, action.id)
    for revision in workshop.fold.history(slot):
        by = str(workshop.fold.body(f"sitting/{revision.sitting}").get("by", ""))
        words = "as it was said, and open" if not revision.body else wording.content(slot, revision.body)
        yield Change(revision.at, by, "erased" if revision.erased else words)


def standing(found: Sequence[Action]) -> str:
    """How many there are, and how many of each status; those under another are not counted twice."""
    own = [action for action in found if not action.under]
    of = [f"{n} {word}" for word in ("open", "started", "done", "dropped") if (n := sum(a.status == word for a in own))]
    beside = len(found) - len(own)
    said = f" {counted(beside, 'other says', 'others say')} the same as one of them." if beside else ""
    kept = "".join(f" {sentence}" for sentence in kept_back(found))
    return f"{counted(len(own), 'action')}{': ' if of else ''}{', '.join(of)}.{said}{kept}"
