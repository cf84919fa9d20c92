"""What stood in a session's points and answers before: how an import knows what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from vaexercise.capture.sheets.model import Codes, bare_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.sheets.model import Place
    from vaexercise.model.feedback import Point
    from vaexercise.model.form import Value, Values
    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.answers.feedback import Feedback

Standing = Literal["now", "before", "never"]
LANGUAGE = ""
"""The name of the language among the items of a point or an answer: no blank has it."""


class Past:
    """Every version of every point of a session, by its words and by its code."""

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self._fold = feedback.workshop.fold
        self._now: dict[str, list[Point]] = {}
        self._bodies: dict[str, list[Body]] = {}
        self._coded: dict[str, set[str]] = {}
        self._said: dict[object, set[str]] = {}
        prefix = f"point/{feedback.session.id}/"
        for revision in self._fold.revisions.values():
            if revision.slot.startswith(prefix) and revision.body:
                self._take(revision.slot.removeprefix(prefix), revision.body)
        for point in feedback.points():
            self._now.setdefault(point.id, []).append(point)
        self._name_current()

    def _take(self, key: str, body: Body) -> None:
        self._bodies.setdefault(key, []).append(body)
        self._coded.setdefault(str(body["code"]).casefold(), set()).add(key)
        said = (body["group"], body["question"], key_of(body["values"]))
        self._said.setdefault(said, set()).add(key)

    def _name_current(self) -> None:
        """Codes as they are now: of two alike, each has a letter, and the bare code means neither before the other."""
        for points in self._now.values():
            for point in points:
                self._coded[bare_code(point.code).casefold()] = {point.id}

    def codes(self) -> Codes:
        """The codes of all points, with where they stand and stood."""
        now = {
            bare_code(point.code).casefold(): (point.group, point.question)
            for points in self._now.values()
            for point in points
        }
        ever: dict[str, frozenset[Place]] = {
            code: frozenset((body["group"], body["question"]) for key in keys for body in self._bodies[key])
            for code, keys in self._coded.items()
        }
        return Codes(self._feedback.session.code, now, ever)

    def now(self, key: str) -> list[Point]:
        """A point as it is now; every version, if there are several; nothing if it was deleted."""
        return self._now.get(key, [])

    def coded(self, code: str) -> frozenset[str]:
        """The ids of the points with a code, deleted ones too."""
        return frozenset(self._coded.get(code.casefold(), ()))

    def saying(self, group: str, question: str, values: Values) -> frozenset[str]:
        """The ids of the points that say this, or once said it, to a question of a group."""
        return frozenset(self._said.get((group, question, key_of(values)), ()))

    def once_said(self, ids: frozenset[str], says: Callable[[Body], bool]) -> bool:
        """Whether any version of these points says it."""
        return any(says(body) for key in ids for body in self._bodies.get(key, ()))

    def of_slot(self, slot: str, says: Callable[[Body], bool]) -> Standing:
        """Whether a slot says it now, without conflict; or said it before, and says otherwise since by hand.

        What a file replaced, a file may set again: its writer has changed their mind.
        """
        heads = self._fold.heads(slot)
        if heads and all(says(head.body) for head in heads):
            return "now"
        if len(heads) == 1 and not self._came_by_file(heads[0].sitting):
            return "before" if any(says(revision.body) for revision in self._fold.history(slot)) else "never"
        return "never"

    def bodies(self, slot: str) -> list[Body]:
        """What stands in a slot: every version, if there are several; nothing if it is empty."""
        found = [head.body for head in self._fold.heads(slot) if head.body]
        return [body for place, body in enumerate(found) if body not in found[:place]]

    def is_kept(self, slot: str, name: str, value: Value, *, may_return: bool) -> bool:
        """Whether an item once was what a file says, is otherwise since, and stays so.

        What was changed by another file does not stay if it `may_return`; what is in conflict never does.
        """
        heads = [head for head in self._fold.heads(slot) if head.body] or self._fold.heads(slot)
        if len(self.bodies(slot)) > 1 or not any(_item(r, name) == value for r in self._fold.history(slot)):
            return False
        return not (may_return and self._came_by_file(self._setter(heads[0], name).sitting))

    def _setter(self, revision: Revision, name: str) -> Revision:
        """The revision in which an item became what it is in this one."""
        value = _item(revision, name)
        while earlier := self._parent_with(revision, name, value):
            revision = earlier
        return revision

    def _parent_with(self, revision: Revision, name: str, value: object) -> Revision | None:
        parents = (self._fold.revisions.get(parent) for parent in revision.parents)
        return next((parent for parent in parents if parent and _item(parent, name) == value), None)

    def _came_by_file(self, sitting: str) -> bool:
        return str(self._fold.body(f"sitting/{sitting}").get("command", "")) == "feedback import"


def key_of(values: Mapping[str, Any]) -> frozenset[tuple[str, object]]:
    """Values as something to compare, from the record or from a form."""
    return frozenset(items_of(values, "").items())


def items_of(values: Mapping[str, Any], language: str) -> dict[str, Value]:
    """Values from the record or from a form, and the language among them if there is one."""
    items = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return items | ({LANGUAGE: language} if language else {})


def _item(revision: Revision, name: str) -> Value | None:
    body = revision.body
    return items_of(body.get("values", {}), body.get("language", "")).get(name)
