"""Slots and their content as people say them: for history, conflicts, and what a merge brought."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.model.groups import group_name
from vaexercise.model.text import counted
from vaexercise.workshop.log.contents import Contents
from vaexercise.workshop.names import APPROVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.workshop import Workshop

NOUNS = {
    "participant": ("participant", "participants"),
    "sensitive": ("set of sensitive attributes", "sets of sensitive attributes"),
    "draw": ("draw", "draws"),
    "placing": ("placing", "placings"),
    "point": ("point", "points"),
    "star": ("headline mark", "headline marks"),
    "private": ("privacy mark", "privacy marks"),
    "agree": ("agreement", "agreements"),
    "gloss": ("translation", "translations"),
    "park": ("parking mark", "parking marks"),
    "confirm": ("comparison with paper", "comparisons with paper"),
    "comment": ("comment", "comments"),
    "action": ("entry on an action", "entries on actions"),
    "theme": ("theme", "themes"),
    "sorted": ("sorted point", "sorted points"),
    "sentence": ("sentence", "sentences"),
    "order": ("order of points", "orders of points"),
    "answer": ("answer", "answers"),
    "state": ("empty question", "empty questions"),
    "clock": ("clock", "clocks"),
    "sign-off": ("sign-off", "sign-offs"),
    "vote": ("vote", "votes"),
    "ballot": ("ballot", "ballots"),
    "easy-read": ("text in easy language", "texts in easy language"),
    "attachment": ("picture", "pictures"),
    "approval": ("approval", "approvals"),
    "purge": ("purge", "purges"),
    "definition": ("definition", "definitions"),
    "erasure": ("erasure", "erasures"),
    "withdrawn": ("withdrawal", "withdrawals"),
    "undo": ("undo", "undos"),
    "sitting": ("sitting", "sittings"),
}

MARKED = {
    "star": "headline mark on ",
    "private": "privacy of ",
    "agree": "agreement on ",
    "gloss": "translation of ",
    "park": "parking mark on ",
    "confirm": "comparison with paper of ",
}
_BEFORE = {"order": "order of ", "withdrawn": "withdrawal of "}
"""What stands before the name of the point or answer that is marked."""

_OF_GROUP = {"clock": "clock of", "sign-off": "sign-off of", "name": "who confirmed for"}
"""What stands before the name of the group that is meant."""


class Wording:
    """Says what slots of a workshop are about, and what stands there; `private` words only if they are asked for."""

    def __init__(self, workshop: Workshop, *, private: bool = False) -> None:
        self.fold = workshop.fold
        self._contents = Contents(workshop, private=private)
        self._several = len(workshop.sessions) > 1

    def slot(self, slot: str) -> str:
        """What a slot is, such as `Group 2, Q3, point 04` or `participant Amara Diallo`."""
        kind, _, rest = slot.partition("/")
        if kind == "participant":
            return self._person(rest)
        if kind == "sensitive":
            return f"sensitive attributes of {self._person(rest)}"
        parts = rest.split("/")
        session = f" of {parts[0]}" if self._several and (len(parts) > 1 or kind == "approval") else ""
        return (_of_summary(kind, parts) or self._beside(kind, parts) or self._in_session(kind, parts)) + session

    def _beside(self, kind: str, parts: list[str]) -> str:
        """What is said, sorted and voted on in plenary; empty for a slot of another kind."""
        slot = "/".join([kind, *parts])
        if kind == "comment":
            return self._comment(slot, parts[0])
        if kind == "action":
            return self._action(slot) or f"action {self._said(parts)}"
        if kind == "theme":
            return f"theme {self._contents.theme(*parts)}"
        if kind == "sorted":
            return self._sorting(parts)
        return self._voting(kind, parts) if kind in ("vote", "ballot") else ""

    def _sorting(self, parts: list[str]) -> str:
        """What was decided about a point, or which points of a question were there to sort, or refused as a theme."""
        if len(parts) == 3:  # noqa: PLR2004  session, question, sitting or refusal
            question = self._contents.question(parts[0], parts[1])
            name = (question and question.code) or parts[1]
            refused = any("refused" in r.body for r in self.fold.history("/".join(["sorted", *parts])))
            return f"proposed theme of {name}" if refused else f"points of {name} that were there to sort"
        return f"sorting of {self._said(parts)}"

    def _in_session(self, kind: str, parts: list[str]) -> str:
        if kind in MARKED or kind in ("point", "answer", "state", "order", "withdrawn"):
            return MARKED.get(kind, _BEFORE.get(kind, "")) + self._said(parts)
        if kind in _OF_GROUP:
            return f"{_OF_GROUP[kind]} {group_name(parts[1])}"
        if kind == "draw":
            return f"groups, round {parts[-1]}"
        if kind == "placing":
            return f"seat of {self._person(parts[-1])}, round {parts[-2]}"
        if kind == "definition":
            return "workshop.yaml" if parts == ["workshop"] else f"exercise {parts[-1]}"
        return f"{NOUNS.get(kind, (kind,))[0]} {parts[-1]}"

    def _person(self, key: str) -> str:
        return str(self.fold.body(f"participant/{key}").get("name") or f"participant {key}")

    def _said(self, parts: list[str]) -> str:
        """A point by its code, the last that a deleted one had; an answer by its question."""
        if len(parts) == 3:  # noqa: PLR2004  session, group, question
            question = self._contents.question(parts[0], parts[2])
            return f"{group_name(parts[1])}, {(question and question.code) or parts[2]}"
        for revision in reversed(self.fold.history("/".join(["point", *parts]))):
            if code := str(revision.body.get("code", "")):
                return spoken_code(code)
        gone = str(self.fold.body("/".join(["withdrawn", *parts])).get("code", ""))
        return spoken_code(gone) if gone else f"point {parts[-1]}"

    def _comment(self, slot: str, session: str) -> str:
        """A comment, of a deleted one as it last was: who made it, and on what."""
        for revision in reversed(self.fold.history(slot)):
            if revision.body:
                about = self._said([session, str(revision.body["about"])])
                return f"comment of {group_name(str(revision.body['group']))} on {about}"
        return "comment"

    def _action(self, slot: str) -> str:
        """An action that was entered into the register, by its code; empty for one that a group said."""
        codes = (str(revision.body.get("code", "")) for revision in reversed(self.fold.history(slot)))
        return next((f"action {code}" for code in codes if code), "")

    def _voting(self, kind: str, parts: list[str]) -> str:
        """A vote by its number, a ballot by its own and that of its vote."""
        vote = f"vote {self._last('/'.join(['vote', *parts[:2]]), 'place')}"
        return vote if kind == "vote" else f"ballot {self._last('/'.join([kind, *parts]), 'number')} of {vote}"

    def _last(self, slot: str, name: str) -> str:
        """What a slot said last under a name; of one that was deleted, before."""
        return next((str(r.body[name]) for r in reversed(self.fold.history(slot)) if name in r.body), "")

    def content(self, slot: str, body: Body) -> str:
        """What a revision says, in a line: answers with the labels of their question, in the order of its form."""
        return self._contents.line(slot, body)

    def differences(self, slot: str, bodies: Sequence[Body]) -> list[str]:
        """For each version of a slot, in a line, only what the versions do not all say."""
        return self._contents.differences(slot, bodies)


def _of_summary(kind: str, parts: list[str]) -> str:
    """What stands beside the synthesis: its approval, easy words; empty for a slot of another kind."""
    if kind == "easy-read":
        return f"text in easy language ({parts[-1]})"
    if kind == "name" and parts[1] == APPROVER:
        return "who approved the summary"
    return "approval of the summary" if kind == "approval" else ""


def spoken_code(code: str) -> str:
    """`G2-Q3-04` as `Group 2, Q3, point 04`; with a session's code in front, that stands in front."""
    *session, group, question, number = code.split("-")
    return ", ".join([*session, group_name("plenary" if group == "PL" else group.lower()), question, f"point {number}"])


def counts(revisions: Iterable[Revision]) -> str:
    """How many of what: `12 points, 1 draw`. Marks that only serve others are left out."""
    found = Counter(revision.slot.partition("/")[0] for revision in revisions)
    return ", ".join(counted(found[kind], *nouns) for kind, nouns in NOUNS.items() if found[kind])
