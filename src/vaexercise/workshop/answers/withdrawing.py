"""Takes back what somebody told: the words leave the record for good, and the code stays counted as withdrawn.

`withdrawn/SESSION/POINT` (of an answer `withdrawn/SESSION/GROUP/QUESTION`) holds the code, the question, the groups it
was ever of, and a reason if one was given; nothing that was said. What is erased comes back from no other copy.
"""

from __future__ import annotations

import html
import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused, Unknown
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.workshop import folder as folders
from vaexercise.workshop.answers.responses import Responses, code_stem
from vaexercise.workshop.answers.withdrawn import withdrawal, withdrawals, withdrawn_slot
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.people.forgetting import erase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.workshop import Workshop

_WITH_WORDS = ("gloss", "private", "park", "action", "sorted", "confirm")
"""What stands beside a point or an answer and may repeat its words, or say why they were sensitive.

All of it is erased, whether it is there or not: another copy may have it, and come here later.
"""
_SHORTEST, _SHORTEST_PART = 6, 20
"""What is shorter than the first is not looked for elsewhere; than the second, not as a part of what was said."""
_ZIP = ".zip"


class Testimony(NamedTuple):
    """What somebody takes back: a point or an answer, wherever the record has it.

    `slots` are erased. `beside` names what holds the same words and is somebody else's, `comments` what was said to it;
    `files` beside the log still hold the words, `unseen` are files that cannot be looked into.
    """

    code: str
    target: str
    groups: tuple[str, ...]
    question: str
    slots: tuple[str, ...]
    beside: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


def testimony(workshop: Workshop, session: Session, code: str) -> Testimony:
    """What has that code, deleted or not, and where its words are. Raises `Unknown`; `Refused` if it was withdrawn."""
    workshop.log.refresh()
    wanted = code.strip().casefold()
    found = {slot: name for name, slot in _coded(workshop, session) if name.casefold() == wanted}
    if len(found) > 1:
        raise Refused(reason=_several(workshop, session, code, found))
    if not found:
        raise _unknown(workshop, session, code)
    [(slot, name)] = found.items()
    return _traced(workshop, session, slot, name)


def _coded(workshop: Workshop, session: Session) -> Iterator[tuple[str, str]]:
    """Every code that a point or an answer has or had, with its slot; of points that are there, as they are shown."""
    prefix, there = f"point/{session.id}/", set[str]()
    for point in Responses(workshop, session).points():
        there.add(f"{prefix}{point.id}")
        yield point.code.partition(" (")[0], f"{prefix}{point.id}"
    for revision in workshop.fold.revisions.values():
        if revision.slot.startswith(prefix) and revision.slot not in there and revision.body:
            yield str(revision.body["code"]), revision.slot
    asked = {question.id: question for question in workshop.exercise(session).walk()}
    for slot in {
        r.slot for r in workshop.fold.revisions.values() if r.slot.startswith(f"answer/{session.id}/") and r.body
    }:
        _, _, group, question = slot.split("/")
        if question in asked:
            yield code_stem(session, group, asked[question]), slot


def _several(workshop: Workshop, session: Session, code: str, found: Mapping[str, str]) -> str:
    wording = Wording(workshop)
    which = "; ".join(f"{name}: {wording.slot(slot)}" for slot, name in sorted(found.items()))
    return f"{len(found)} things had the code {code:.40} in {session.id}: {which}. Nothing was withdrawn."


def _unknown(workshop: Workshop, session: Session, code: str) -> Refused | Unknown:
    wanted = code.strip().casefold()
    if any(one.code.casefold() == wanted for one in withdrawals(workshop, session)):
        return Refused(reason=f"{code.strip().upper()} was withdrawn before. Its words are gone.")
    near = did_you_mean(code.strip().upper()[:40], sorted({name for name, _ in _coded(workshop, session)}))
    advice = "All codes: vaexercise feedback show"
    return Unknown(kind="point or answer", name=f"{code:.40}", hint=f"{near[:1].upper()}{near[1:]} {advice}".strip())


def _traced(workshop: Workshop, session: Session, slot: str, code: str) -> Testimony:
    kind, _, target = slot.partition(f"/{session.id}/")
    history = [revision for revision in workshop.fold.history(slot) if revision.body]
    slots = (slot, *(f"{beside}/{session.id}/{target}" for beside in _WITH_WORDS))
    translated = workshop.fold.history(f"gloss/{session.id}/{target}")
    said = tuple(dict.fromkeys(_words(history, "values") + _words(translated, "text")))
    files, unseen = _files(workshop.folder, said)
    return Testimony(
        code=code,
        target=target,
        groups=(target.partition("/")[0],) if kind == "answer" else _groups(history),
        question=target.rpartition("/")[2] if kind == "answer" else str(history[-1].body["question"]),
        slots=slots,
        beside=tuple(_beside(workshop, slots, said)),
        comments=tuple(_comments(workshop, session, target)),
        files=files,
        unseen=unseen,
    )


def _groups(history: Iterable[Revision]) -> tuple[str, ...]:
    """The groups that a point was of, the last one first."""
    return tuple(dict.fromkeys(str(revision.body["group"]) for revision in reversed(list(history))))


def _texts(revisions: Iterable[Revision]) -> Iterator[str]:
    for revision in revisions:
        yield from _strings(revision.body)


def _words(revisions: Iterable[Revision], name: str) -> list[str]:
    """All that was ever written under a name, for finding it again; not what is so short that it stands anywhere."""
    said = (_folded(text) for revision in revisions for text in _strings(revision.body.get(name, "")))
    return [text for text in said if len(text) >= _SHORTEST]


def _strings(value: object) -> Iterator[str]:
    """Every string in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def _folded(text: str) -> str:
    """Text for finding it again, however it is wrapped, written large or small, or composed."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _beside(workshop: Workshop, slots: Iterable[str], said: Iterable[str]) -> Iterator[str]:
    """What else in the record holds the words, or a good part of them: somebody else's, or taken from them."""
    ours, wording, words = set(slots), Wording(workshop, private=True), tuple(said)
    other: dict[str, list[Revision]] = {}
    for revision in workshop.fold.revisions.values():
        if revision.slot not in ours and not revision.slot.startswith(("definition/", "sitting/")):
            other.setdefault(revision.slot, []).append(revision)
    holding = [slot for slot, revisions in other.items() if any(_repeats(text, words) for text in _texts(revisions))]
    yield from dict.fromkeys(wording.slot(slot) for slot in sorted(holding))


def _repeats(text: str, words: Iterable[str]) -> bool:
    folded = _folded(text)
    return any(one in folded or (len(folded) >= _SHORTEST_PART and folded in one) for one in words)


def _comments(workshop: Workshop, session: Session, point: str) -> Iterator[str]:
    wording = Wording(workshop)
    yield from (
        wording.slot(slot) for slot, body in workshop.fold.slots(f"comment/{session.id}/") if body["about"] == point
    )


def _files(folder: Path, words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files beside the log that hold the words, and those that cannot be looked into."""
    beside = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.parent.name != folders.LOG]
    wanted, found, unseen = tuple(words), [], []
    for path in beside:
        data = b""
        with suppress(OSError):
            data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        if b"\0" in data or path.suffix.casefold() == _ZIP:
            unseen.append(name)
        elif any(one in text for text in _readings(data.decode(errors="replace")) for one in wanted):
            found.append(name)
    return tuple(found), tuple(unseen)


def _readings(text: str) -> Iterator[str]:
    """A file as it stands, and without what HTML, Markdown and JSON put between and before letters."""
    yield _folded(text)
    yield _folded(html.unescape(re.sub(r"<[^<>]*>", "", text)))
    yield _folded(re.sub(r"\\(?=[^\w\s])|^[>#*\-\s]+", " ", text.replace("\\n", " ")).replace(' "', '"'))
    yield _folded(text.replace("\\", ""))


def withdraw(workshop: Workshop, session: Session, found: Testimony, reason: str = "") -> list[str]:
    """Erase it, and count it as withdrawn; the files of the log that living sittings hold, and which are done later.

    A sign-off is no door: what a person told is theirs. Raises `NotSaved`; repeating any command goes on.
    """
    body: Body = {"code": found.code, "groups": list(found.groups), "question": found.question}
    if why := clean_line(reason):
        body = {**body, "reason": why}
    if withdrawal(workshop, session, found.target):
        raise Refused(reason=f"{found.code} was withdrawn before. Its words are gone.")
    return erase(workshop, found.slots, [(withdrawn_slot(session, found.target), body)])
