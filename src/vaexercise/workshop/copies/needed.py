"""What the laptop of one group needs of the log: a list of what may go there, never of what may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from vaexercise.model.feedback import Mark
from vaexercise.model.groups import PLENARY
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.drawing import private
from vaexercise.workshop.people.membership import member_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.workshop import Workshop

EVERYWHERE = frozenset(("definition", "erasure", "undo"))
"""Kinds of slots that no person's data stand in."""

SEATS = frozenset(("placing", "lock", "role"))
"""Kinds of slots that hold ids and groups only, in `KIND/SESSION/…`."""

SAID = frozenset(("point", "answer", "state", "order", "clock", "sign-off", "name", *get_args(Mark)))
"""Kinds of slots that hold what a group said, in `KIND/SESSION/GROUP…` or `KIND/SESSION/POINT`."""

_ABOUT_A_SITTING = frozenset(("program", "command", "by"))


class Needed:
    """What one group of a session needs. `people` sit in it, in any round; `points` are its own: ids."""

    def __init__(self, workshop: Workshop, session: Session, group: str) -> None:
        self.people = frozenset(_people(workshop, session, group))
        self._workshop, self._session, self._group = workshop, session, group
        self._fold = workshop.fold
        of = {key: self._last_said(f"point/{session.id}/{key}") for key in self._below(f"point/{session.id}/")}
        own = (key for key, bodies in of.items() if any(body.get("group") == group for body in bodies))
        self._own = frozenset(own)
        self._offered = frozenset(self._options(of))
        self.points = frozenset(key for key in self._own if workshop.fold.body(f"point/{session.id}/{key}"))
        names = {self._fold.body(f"participant/{key}").get("name") for key in self.people}
        self._names = names | set(member_names(workshop, session, group))
        self._in_exercise = [_bare(rule) for rule in _plain(workshop.exercise(session).groups.rules)]

    def revisions(self) -> frozenset[str]:
        """The ids of all revisions that keep their content."""
        return frozenset(r.id for r in self._fold.revisions.values() if not r.erased and self._keeps(r))

    def has_seats(self) -> bool:
        """Whether the copy knows who sits where, if anybody does."""
        turns = seating.rounds(self._workshop, self._session)
        heads = [head for turn in turns for head in self._fold.heads(f"draw/{self._session.id}/{turn}")]
        return not any(self._tells(head.body) for head in heads)

    def _keeps(self, revision: Revision) -> bool:
        kind, *parts = revision.slot.split("/")
        if kind == "sitting":
            return self._is_ours(revision.body)
        return kind in EVERYWHERE or (
            parts[0] == self._session.id and len(parts) > 1 and self._keeps_of_session(kind, parts[1], revision.body)
        )

    def _keeps_of_session(self, kind: str, target: str, body: Body) -> bool:
        if kind == "draw":
            return not self._tells(body)
        if kind == "comment":
            return body.get("group") == self._group
        if kind == "withdrawn":
            return self._group in body.get("groups", ())
        if kind == "action":
            return target in self._own or (self._group == PLENARY and "values" in body)
        return kind in SEATS or (kind in SAID and self._is_of_group(kind, target))

    def _is_of_group(self, kind: str, target: str) -> bool:
        return target == self._group or target in self._own or (kind == "point" and target in self._offered)

    def _is_ours(self, sitting: Body) -> bool:
        """Whether nobody's name stands in it, or one of the group's."""
        return sitting.keys() <= _ABOUT_A_SITTING and sitting.get("by") in {None, *self._names}

    def _below(self, prefix: str) -> set[str]:
        slots = {revision.slot for revision in self._fold.revisions.values()}
        return {slot.removeprefix(prefix) for slot in slots if slot.startswith(prefix)}

    def _last_said(self, slot: str) -> list[Body]:
        """The content of a slot; of a deleted one, what it was last: its code must not be given again."""
        heads = list(self._fold.heads(slot))
        while heads and not any(head.body for head in heads):
            known = self._fold.revisions
            heads = [known[key] for key in dict.fromkeys(p for head in heads for p in head.parents) if key in known]
        return [head.body for head in heads if head.body]

    def _options(self, points: Mapping[str, list[Body]]) -> Iterator[str]:
        """The points of groups that the plenary is asked about, but for those that are private."""
        if self._group != PLENARY:
            return
        asked = {getattr(q, "options_from", "") for q in self._workshop.exercise(self._session).asked(PLENARY)}
        for key, bodies in points.items():
            hidden = self._fold.body(f"private/{self._session.id}/{key}")
            if bodies and not hidden and all(body.get("question") in asked for body in bodies):
                yield key

    def _tells(self, draw: Body) -> bool:
        """Whether a rule that was given with the draw names a person, or a value of an attribute that is private."""
        given = [rule for rule in map(_bare, draw.get("rules", ())) if rule not in self._in_exercise]
        return any(self._names_anybody(rule) or private(self._workshop, rule.get("where", ())) for rule in given)

    def _names_anybody(self, rule: Mapping[str, Any]) -> bool:
        words = (*rule.get("people", ()), *filter(None, [rule.get("person")]))
        return any(not self._fold.heads(f"participant/{word}") for word in words)


def _people(workshop: Workshop, session: Session, group: str) -> Iterator[str]:
    for turn in seating.rounds(workshop, session):
        for draw in seating.draws(workshop, session, turn):
            yield from seating.seats(workshop, session, *draw).get(group, ())


def _plain(rules: object) -> list[dict[str, Any]]:
    from vaexercise.model.plain import to_plain

    return list(to_plain(rules))


def _bare(rule: Mapping[str, Any]) -> dict[str, Any]:
    """A rule without the place where it stands."""
    return {name: value for name, value in rule.items() if name != "origin"}
