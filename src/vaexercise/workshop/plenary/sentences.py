"""Key findings in the record: what people made of draft sentences, and sentences of their own.

`sentence/SESSION/KEY` holds a `text` and its `sources` by their keys, or `gone` for a sentence that was taken out. A
slot without content is the draft, which is never recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused, Unknown
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.plenary.editing import Edit
from vaexercise.record.revision import token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.session import Session
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.plenary.sources import Sources
    from vaexercise.workshop.workshop import Workshop

ID_LENGTH = 8
LONGEST = 1_000
"""Characters of a sentence."""

_UNCHANGED = "Nothing was changed."


def edits(workshop: Workshop, session: Session) -> dict[str, Edit]:
    """What people made of sentences, by the sentences' keys."""
    prefix = _slot(session, "")
    return {
        slot.removeprefix(prefix): Edit(
            text=str(body.get("text", "")),
            sources=tuple(map(str, body.get("sources", ()))),
            gone=bool(body.get("gone")),
            place=int(body.get("place", 0)),
        )
        for slot, body in workshop.fold.slots(prefix)
    }


def named_sentence(sentences: Sequence[Sentence], word: str) -> Sentence:
    """The sentence with that key, or the number that the list gives it. Raises `Unknown`."""
    wanted = word.strip().casefold()
    for number, sentence in enumerate(sentences, start=1):
        if wanted in (sentence.key.casefold(), str(number)):
            return sentence
    near = did_you_mean(wanted[:60], [sentence.key for sentence in sentences])
    hint = f"{near[:1].upper()}{near[1:]} All of them: vaexercise plenary sentences".strip()
    raise Unknown(kind="sentence", name=f"{word:.60}", hint=hint)


def named_sources(sources: Sources, words: Sequence[str]) -> tuple[str, ...]:
    """The keys of sources by their names: codes, `Q1-T2`, `V1`, `Q2`. Raises `Unknown` for the first that is none."""
    found = []
    for word in words:
        source = sources.named(word)
        if source is None:
            near = did_you_mean(word.strip().upper()[:60], [one.name for one in sources.all.values()])
            hint = "Sources are codes such as G1-Q1-04, themes such as Q1-T2, votes such as V1, questions such as Q2."
            raise Unknown(kind="source", name=f"{word:.60}", hint=f"{near[:1].upper()}{near[1:]} {hint}".strip())
        found.append(source.key)
    return tuple(dict.fromkeys(found))


def rewrite(
    workshop: Workshop, session: Session, sentence: Sentence, text: str, sources: Sequence[str] = ()
) -> Sequence[str]:
    """Put other words in a sentence's place; unsaid, its sources stay. Gives the keys of its sources.

    Raises `Refused` for no words, too many, or no source; and `NotSaved`.
    """
    words = _words(text)
    keys = list(sources) or [one.key for one in sentence.sources]
    if not keys:
        raise Refused(reason=f"A sentence needs at least one source: --source CODE. {_UNCHANGED}")
    _write(workshop, session, sentence.key, {"text": words, "sources": keys})
    return keys


def add(workshop: Workshop, session: Session, text: str, sources: Sequence[str]) -> str:
    """Add a sentence of one's own, after all others; its key. Raises as `rewrite`."""
    words = _words(text)
    if not sources:
        raise Refused(
            reason="Name at least one source: a code such as G1-Q1-04, a theme such as Q1-T2, a vote such as V1. "
            "Nothing was added."
        )
    workshop.log.refresh()
    place = 1 + max((edit.place for edit in edits(workshop, session).values()), default=0)
    key = f"own-{token(ID_LENGTH)}"
    workshop.record([(_slot(session, key), {"text": words, "sources": list(sources), "place": place})])
    return key


def take_out(workshop: Workshop, session: Session, sentence: Sentence) -> None:
    """Leave a sentence out of the report; its words and sources are kept. Raises `Refused` if it is out already."""
    if sentence.gone:
        raise Refused(reason=f"{sentence.key} is taken out already. {_UNCHANGED}")
    sources = [one.key for one in sentence.sources]
    written = {"text": sentence.text, "sources": sources} if sentence.edited else {}
    _write(workshop, session, sentence.key, {**written, "gone": True})


def back_to_draft(workshop: Workshop, session: Session, sentence: Sentence) -> None:
    """Let the draft stand again, with the counts of now. Raises `Refused` where there is none, or it stands already."""
    if not sentence.draft:
        raise Refused(reason=f"{sentence.key} has no draft: it was written by hand. {_UNCHANGED}")
    if not (sentence.edited or sentence.gone):
        raise Refused(reason=f"{sentence.key} is the draft already. {_UNCHANGED}")
    workshop.record([(_slot(session, sentence.key), {})])


def _write(workshop: Workshop, session: Session, key: str, body: dict[str, object]) -> None:
    """Write a sentence; one of people's own keeps its place."""
    place = workshop.fold.body(_slot(session, key)).get("place")
    workshop.record([(_slot(session, key), {**body, "place": place} if place else body)])


def _words(text: str) -> str:
    words = clean_line(text)
    if not words:
        raise Refused(reason=f"A sentence needs words. {_UNCHANGED}")
    if len(words) > LONGEST:
        raise Refused(reason=f"A sentence has at most {LONGEST:,} characters; this has {len(words):,}. {_UNCHANGED}")
    return words


def _slot(session: Session, key: str) -> str:
    return f"sentence/{session.id}/{key}"
