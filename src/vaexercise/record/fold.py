"""What the revisions of a log add up to.

The rule: the content of a slot is every revision of it that no other names as a parent. One is the
content; two are a conflict, and both are kept and shown. The order of revisions plays no part, so
putting logs together commutes, associates and repeats without effect.

An erasure is a revision of a slot `erasure/…` that names other slots in its body. Every revision of
those, earlier or later, counts as if its body had been taken out, wherever it is met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.record.revision import Body, Revision


ERASURE = "erasure/"


def without_body(revision: Revision) -> Revision:
    """The revision as its line stands after an erasure."""
    return revision._replace(body={}, erased=True)


class Fold:
    """Revisions taken in one by one, in any order; each slot's heads at any moment."""

    def __init__(self) -> None:
        self.revisions: dict[str, Revision] = {}
        self.erased: set[str] = set()
        self._replaced: set[str] = set()
        self._heads: dict[str, dict[str, Revision]] = {}
        self._of: dict[str, list[str]] = {}

    def clear(self) -> None:
        """Forget everything, so that the log can be read again."""
        self.revisions.clear()
        self.erased.clear()
        self._replaced.clear()
        self._heads.clear()
        self._of.clear()

    def add(self, revision: Revision) -> None:
        """Take in a revision; one that is known already changes nothing, unless only now its body comes with it."""
        known = self.revisions.get(revision.id)
        if known and (revision.erased or not known.erased):
            return
        if revision.slot in self.erased:
            revision = without_body(revision)
        if known is None:
            self._of.setdefault(revision.slot, []).append(revision.id)
        self.revisions[revision.id] = revision
        self._replaced.update(revision.parents)
        heads = self._heads.setdefault(revision.slot, {})
        for parent in revision.parents:
            heads.pop(parent, None)
        if revision.id not in self._replaced:
            heads[revision.id] = revision
        if revision.slot.startswith(ERASURE):
            self._erase(revision.body.get("slots", ()))

    def _erase(self, slots: Iterable[str]) -> None:
        fresh = set(slots) - self.erased
        self.erased |= fresh
        for slot in fresh:
            for key in self._of.get(slot, ()):
                self.revisions[key] = without_body(self.revisions[key])
            heads = self._heads.get(slot, {})
            self._heads[slot] = {key: self.revisions[key] for key in heads}

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

    def emptied(self, prefix: str) -> list[str]:
        """The slots below a prefix whose content was erased."""
        return sorted(slot for slot in self.erased if slot.startswith(prefix) and slot in self._heads)

    def elsewhere(self, prefix: str) -> list[str]:
        """The slots below a prefix whose content this copy was made without: no erasure took it out."""
        return sorted(
            slot
            for slot, heads in self._heads.items()
            if slot.startswith(prefix) and slot not in self.erased and heads and all(h.erased for h in heads.values())
        )

    def conflicts(self) -> dict[str, tuple[Revision, ...]]:
        """The slots with more than one head. Heads that say the same, or were erased, are no conflict."""
        found = {slot: self.heads(slot) for slot, heads in self._heads.items() if len(heads) > 1}
        return {slot: heads for slot, heads in found.items() if any(h.body != heads[0].body for h in heads)}

    def history(self, slot: str) -> list[Revision]:
        """All revisions of a slot, parents before children."""
        of_slot = {key: self.revisions[key] for key in self._of.get(slot, ())}
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
