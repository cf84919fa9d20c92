"""Takes back what somebody told: the words leave the record for good, and the code stays counted as withdrawn.

`withdrawn/SESSION/POINT` (of an answer `withdrawn/SESSION/GROUP/QUESTION`) holds the code, the question, the groups it
was ever of, a reason if one was given, digests of the words, and where else words of it stood; nothing that was said.
What is erased comes back from no other copy.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused, Unknown
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.plenary.echoing import Told
from vaexercise.workshop.answers.echoes import Echoes
from vaexercise.workshop.answers.feedback import Feedback, main_words
from vaexercise.workshop.answers.files_beside import files_beside
from vaexercise.workshop.answers.overview import answering
from vaexercise.workshop.answers.responses import Responses, code_stem
from vaexercise.workshop.answers.withdrawn import kept_digests, strings_in, withdrawal, withdrawals, withdrawn_slot
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.people.forgetting import erase
from vaexercise.workshop.plenary.publishing import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body, Revision
    from vaexercise.workshop.answers.echoes import Echo
    from vaexercise.workshop.workshop import Workshop

_WITH_WORDS = ("gloss", "private", "park", "action", "sorted", "confirm")
"""What stands beside a point or an answer and may repeat its words, or say why they were sensitive.

All of it is erased, whether it is there or not: another copy may have it, and come here later.
"""


class Testimony(NamedTuple):
    """What somebody takes back: a point or an answer, wherever the record has it.

    `slots` are erased. `echoes` are what cites it or has words of it and is somebody else's, `comments` what was said
    to it; `files` beside the log still hold the words, `unseen` are files that cannot be looked into. `told` knows its
    words, and `main` are those by which it is known again.
    """

    code: str
    target: str
    groups: tuple[str, ...]
    question: str
    slots: tuple[str, ...]
    told: Told
    main: tuple[str, ...] = ()
    echoes: tuple[Echo, ...] = ()
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def beside(self) -> tuple[str, ...]:
        """What the echoes are, in words."""
        return tuple(dict.fromkeys(echo.name for echo in self.echoes))


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
    name = target.rpartition("/")[2] if kind == "answer" else str(history[-1].body["question"])
    question = next((one for one in workshop.exercise(session).walk() if one.id == name), None)
    slots = (slot, *(f"{beside}/{session.id}/{target}" for beside in _WITH_WORDS))
    told = Told(_texts(workshop, session, target, history, question), _others(workshop, target), _exercises(workshop))
    files, unseen = files_beside(workshop.folder, told)
    on_it = {c for c, body in workshop.fold.slots(f"comment/{session.id}/") if body["about"] == target}
    return Testimony(
        code=code,
        target=target,
        groups=(target.partition("/")[0],) if kind == "answer" else _groups(history),
        question=name,
        slots=slots,
        told=told,
        main=tuple(main_words(question, r.body["values"]) for r in history) if question and kind == "point" else (),
        echoes=tuple(Echoes(workshop, session, code, told, frozenset({*slots, *on_it})).found()),
        comments=tuple(map(Wording(workshop).slot, sorted(on_it))),
        files=files,
        unseen=unseen,
    )


def _texts(
    workshop: Workshop, session: Session, target: str, history: Iterable[Revision], question: Question | None
) -> Iterator[str]:
    """All that was ever said there in words of its own, and its translations; not what was chosen from a list."""
    form = question.form() if question else None
    listed = {b.name: {item.id for item in b.choices} for b in (*form.blanks, *form.extras)} if form else {}
    for revision in history:
        for name, value in revision.body.get("values", {}).items():
            yield from (text for _, text in strings_in(value) if text not in listed.get(name, ()))
    for revision in workshop.fold.history(f"gloss/{session.id}/{target}"):
        yield from (text for _, text in strings_in(revision.body.get("text", "")))


def _others(workshop: Workshop, target: str) -> Iterator[str]:
    """What everybody else says."""
    for one in workshop.sessions:
        exercise, said = workshop.exercise(one), Feedback(workshop, one)
        responses = said.responses(exercise.walk(), answering(workshop, one))
        for entry in chain.from_iterable(response.entries for response in responses):
            if entry.target != target:
                yield from (text for _, text in strings_in(entry.values))


def _exercises(workshop: Workshop) -> Iterator[str]:
    """What the exercises say themselves."""
    for one in workshop.sessions:
        yield from words_of(workshop.exercise(one))


def _groups(history: Iterable[Revision]) -> tuple[str, ...]:
    """The groups that a point was of, the last one first."""
    return tuple(dict.fromkeys(str(revision.body["group"]) for revision in reversed(list(history))))


def withdraw(workshop: Workshop, session: Session, found: Testimony, reason: str = "") -> list[str]:
    """Erase it, and count it as withdrawn; the files of the log that living sittings hold, and which are done later.

    A sign-off is no door: what a person told is theirs. Raises `Refused` for a reason that has words of it, and
    `NotSaved`; repeating any command goes on.
    """
    body: Body = {"code": found.code, "groups": list(found.groups), "question": found.question}
    body = {**body, **kept_digests(found.main)}
    if why := clean_line(reason):
        _refuse_telling(found, why)
        body = {**body, "reason": why}
    if holding := [list(one) for echo in found.echoes for one in echo.holding]:
        body = {**body, "holding": holding}
    if withdrawal(workshop, session, found.target):
        raise Refused(reason=f"{found.code} was withdrawn before. Its words are gone.")
    return erase(workshop, found.slots, [(withdrawn_slot(session, found.target), body)])


def _refuse_telling(found: Testimony, reason: str) -> None:
    """The reason stays in the record: with words of what is withdrawn in it, they would stay, too."""
    if told := found.told.telling(reason):
        words = ", ".join(f"“{word}”" for word in told)
        raise Refused(reason=f"The reason has words of it: {words}. Give one without them. Nothing was withdrawn.")
