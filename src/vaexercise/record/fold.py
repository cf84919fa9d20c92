"""What the revisions of a log add up to.

The rule: the content of a slot is every revision of it that no other names as a parent. One is the
content; two are a conflict, and both are kept and shown. The order of revisions plays no part, so
putting logs together commutes, associates and repeats without effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.record.revision import Body, Revision


class Fold:
    """Revisions taken in one by one, in any order; each slot's heads at any moment."""

    def __init__(self) -> None:
        self.revisions: dict[str, Revision] = {}
        self._replaced: set[str] = set()
        self._heads: dict[str, dict[str, Revision]] = {}

    def clear(self) -> None:
        """Forget everything, so that the log can be read again."""
        self.revisions.clear()
        self._replaced.clear()
        self._heads.clear()

    def add(self, revision: Revision) -> None:
        """Take in a revision; one that is known already changes nothing."""
        if revision.id in self.revisions:
            return
        self.revisions[revision.id] = revision
        self._replaced.update(revision.parents)
        heads = self._heads.setdefault(revision.slot, {})
        for parent in revision.parents:
            heads.pop(parent, None)
        if revision.id not in self._replaced:
            heads[revision.id] = revision

    def heads(self, slot: str) -> tuple[Revision, ...]:
        """The revisions of a slot that nobody has replaced, sorted by id; empty if the slot was never written."""
        found = self._heads.get(slot)
        return tuple(sorted(found.values(), key=lambda r: r.id)) if found else ()

    def body(self, slot: str) -> Body:
        """The content of a slot; of a conflict the version with the lowest id, which is no judgement.

        Who shows content asks `conflicts` too. Empty if the slot was never written, or deleted.
        """
        heads = self.heads(slot)
        kept = [r for r in heads if r.body] or list(heads)
        return kept[0].body if kept else {}

    def slots(self, prefix: str) -> Iterator[tuple[str, Body]]:
        """The slots below a prefix (such as `participant/`) that have content, with it."""
        for slot in list(self._heads):
            if slot.startswith(prefix) and (body := self.body(slot)):
                yield slot, body

    def conflicts(self) -> dict[str, tuple[Revision, ...]]:
        """The slots with more than one head."""
        return {slot: self.heads(slot) for slot, heads in self._heads.items() if len(heads) > 1}

    def history(self, slot: str) -> list[Revision]:
        """All revisions of a slot, parents before children."""
        of_slot = {r.id: r for r in self.revisions.values() if r.slot == slot}
        order: dict[str, Revision] = {}

        def visit(revision: Revision) -> None:
            stack = [(revision, False)]
            while stack:
                one, ready = stack.pop()
                if ready:
                    order[one.id] = one
                elif one.id not in order:
                    stack.append((one, True))
                    stack.extend((of_slot[p], False) for p in reversed(one.parents) if p in of_slot)

        for revision in sorted(of_slot.values(), key=lambda r: (r.at, r.id)):
            visit(revision)
        return list(order.values())
