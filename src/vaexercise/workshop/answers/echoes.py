"""Where else the record cites what somebody takes back, or has words of it, and which command mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.plenary.citing import cites
from vaexercise.workshop.answers.echo_mends import Mends
from vaexercise.workshop.answers.withdrawn import Holding, at_path, strings_in
from vaexercise.workshop.log.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vaexercise.model.session import Session
    from vaexercise.plenary.echoing import Told
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

_SAID = ("point", "answer")
_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_SAID, ("values",)),
    "theme": ("title",),
    "sentence": ("text",),
    "action": ("values", "note", "who", "by"),
    "comment": ("text",),
    "vote": ("title", "items"),
    "sorted": ("parked",),
    "gloss": ("text",),
    "private": ("reason",),
    "park": ("reason",),
    "withdrawn": ("reason",),
    "easy-read": ("paragraphs",),
    "attachment": ("alt", "caption"),
}
"""Under which names people's words stand, by the kind of a slot."""
_CITING: Mapping[str, tuple[str, ...]] = {"sentence": ("sources",), "action": ("source",)}
"""Under which names codes of sources stand."""


class Echo(NamedTuple):
    """Something else that cites it (`cited`) or has words of it; `now`, or only in an earlier version.

    `name` says what it is, `mend` which command changes it. `holding` says in which revisions the words stand.
    """

    name: str
    cited: bool
    now: bool
    mend: str
    holding: tuple[Holding, ...]

    @property
    def sentence(self) -> str:
        """What it is, and what to do, in words."""
        name = self.name[:1].upper() + self.name[1:]
        if not self.now:
            return f"{name} had words of it in an earlier version, which no report shows and no undo brings back."
        return f"{name} {'cites it' if self.cited else 'has words of it'}. Decide: {self.mend}"


class Echoes:
    """Looks through a session for what cites a code, or has words of what was `told`; not in `ours`, which go."""

    def __init__(self, workshop: Workshop, session: Session, code: str, told: Told, ours: frozenset[str]) -> None:
        self._fold, self._wording = workshop.fold, Wording(workshop, private=True)
        self._mends = Mends(workshop, session)
        self._code, self._told, self._ours = code, told, ours

    def found(self) -> Iterator[Echo]:
        """All of them, by slot."""
        slots: dict[str, list[Revision]] = {}
        for revision in self._fold.revisions.values():
            if revision.slot.partition("/")[0] in _WORDS and revision.slot not in self._ours and revision.body:
                slots.setdefault(revision.slot, []).append(revision)
        for slot in sorted(slots):
            yield from self._of(slot, slots[slot])

    def _of(self, slot: str, revisions: list[Revision]) -> Iterator[Echo]:
        holding = [Holding(r.id, path) for r in revisions for path in self._paths(slot, r)]
        heads = {head.id for head in self._fold.heads(slot)}
        cited = any(self._cites(slot, r) for r in revisions if r.id in heads)
        now = cited or any(one.revision in heads for one in holding)
        if now or holding:
            mend = self._mends.mend(slot, self._code) if now else ""
            yield Echo(self._wording.slot(slot), cited, now, mend, tuple(holding))

    def _paths(self, slot: str, revision: Revision) -> Iterator[str]:
        """Where words of it stand in a revision."""
        kind = slot.partition("/")[0]
        for name in _WORDS[kind]:
            for path, text in strings_in(revision.body.get(name, ""), name):
                if self._told.repeated(text) if kind in _SAID else self._told.echoed(text):
                    yield path

    def _cites(self, slot: str, revision: Revision) -> bool:
        kind = slot.partition("/")[0]
        named = [t for name in _CITING.get(kind, ()) for _, t in strings_in(revision.body.get(name, ""), name)]
        said = [] if kind in _SAID else [at_path(revision.body, path) for path in self._written(kind, revision)]
        return self._code in named or any(cites(text, self._code) for text in said)

    def _written(self, kind: str, revision: Revision) -> Iterator[str]:
        return (path for name in _WORDS[kind] for path, _ in strings_in(revision.body.get(name, ""), name))
