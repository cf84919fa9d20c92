"""What was said and taken back: counted, under its code, without a word of it.

A salted digest of the words stays, so that the same words are known when a sheet is imported once more. It is slow on
purpose: the words cannot be read from it, and whoever guesses at them has to know them in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import pbkdf2_hmac
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.plenary.tokens import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

WITHDRAWN = "withdrawn/"
_ROUNDS, _SALT = 50_000, 16
"""How often words are hashed, and how many bytes of salt go with them."""


class Holding(NamedTuple):
    """Where words of something withdrawn still stand: a revision, and the path to a text in its body."""

    revision: str
    path: str


class Withdrawn(NamedTuple):
    """A point or an answer that was taken back: `groups` are those it ever was of, the last one first.

    `digests` are those of its words under `salt`, in every version that it had; none of an answer, whose place is gone.
    `holding` is where words of it stood when it was withdrawn.
    """

    target: str
    code: str
    groups: tuple[str, ...]
    question: str
    reason: str = ""
    salt: str = ""
    digests: frozenset[str] = frozenset()
    holding: tuple[Holding, ...] = ()

    def said(self, words: str) -> bool:
        """Whether these are its words, however they are spaced, written large or small, or marked."""
        return bool(self.digests and normalised(words)) and _digest(self.salt, normalised(words)) in self.digests

    @property
    def group(self) -> str:
        """The group whose it was last."""
        return self.groups[0]


def withdrawn_slot(session: Session, target: str) -> str:
    """Where it stands that something was withdrawn; `target` is what its marks are filed under."""
    return f"{WITHDRAWN}{session.id}/{target}"


def withdrawals(workshop: Workshop, session: Session) -> list[Withdrawn]:
    """All that was withdrawn in a session, by code."""
    prefix = withdrawn_slot(session, "")
    found = [_read(slot.removeprefix(prefix), body) for slot, body in workshop.fold.slots(prefix)]
    return sorted(found, key=lambda one: (one.code, one.target))


def withdrawal(workshop: Workshop, session: Session, target: str) -> Withdrawn | None:
    """That which was withdrawn there, if anything was."""
    body = workshop.fold.body(withdrawn_slot(session, target))
    return _read(target, body) if body else None


def kept_digests(words: Iterable[str]) -> Body:
    """What is kept of words that are withdrawn, to know them again: a salt, and the digest of each text."""
    salt, texts = token_hex(_SALT), sorted({normalised(text) for text in words} - {""})
    return {"salt": salt, "digests": sorted(_digest(salt, text) for text in texts)} if texts else {}


@lru_cache(maxsize=4096)
def _digest(salt: str, words: str) -> str:
    return pbkdf2_hmac("sha256", words.encode(errors="surrogatepass"), bytes.fromhex(salt), _ROUNDS).hex()


def _read(target: str, body: Body) -> Withdrawn:
    return Withdrawn(
        target,
        str(body["code"]),
        tuple(map(str, body["groups"])),
        str(body["question"]),
        str(body.get("reason", "")),
        str(body.get("salt", "")),
        frozenset(map(str, body.get("digests", ()))),
        tuple(Holding(str(key), str(path)) for key, path in body.get("holding", ())),
    )


def strings_in(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in plain data, after the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from strings_in(item, f"{path}/{key}".lstrip("/"))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from strings_in(item, f"{path}/{place}".lstrip("/"))


def at_path(body: Body, path: str) -> str:
    """The string at a path; empty if there is none."""
    return dict(strings_in(body)).get(path, "")


def brings_back(workshop: Workshop, slot: str, body: Body) -> str:
    """The code of what was withdrawn, if a content would put words of it back into a slot that has them no more."""
    now = {text for head in workshop.fold.heads(slot) for _, text in strings_in(head.body)}
    wanted = {text for _, text in strings_in(body)} - now
    for session in workshop.sessions if wanted else ():
        for one in withdrawals(workshop, session):
            if wanted.intersection(_held(workshop, one)):
                return one.code
    return ""


def _held(workshop: Workshop, one: Withdrawn) -> Iterator[str]:
    """The texts that had words of it, as they stand in the log."""
    for holding in one.holding:
        if (revision := workshop.fold.revisions.get(holding.revision)) and not revision.erased:
            yield at_path(revision.body, holding.path)
