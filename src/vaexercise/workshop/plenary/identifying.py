"""Looks through what would leave the room for words that may tell who somebody is, before it does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.plenary import Grid, Line
from vaexercise.model.text import counted
from vaexercise.plenary.public.identifiers import Finder, Hit, Kind, Listed, breaks
from vaexercise.plenary.public.known import FEWEST
from vaexercise.plenary.public.publishing import NAMED
from vaexercise.plenary.public.scripts import script_of
from vaexercise.plenary.public.scrubbing import Scrubber
from vaexercise.plenary.public.searching import tokens
from vaexercise.plenary.sentences import Sentence
from vaexercise.workshop.people.languages import code_of, speaking, spoken_by
from vaexercise.workshop.people.participants import ELSEWHERE, ERASED
from vaexercise.workshop.plenary.publishing import organisations, publish, states, values_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.people import Participant
    from vaexercise.model.privacy import Attribution
    from vaexercise.model.session import Session
    from vaexercise.workshop.plenary.publishing import Public
    from vaexercise.workshop.workshop import Workshop

_FIELDS = (
    "id key kind code language languages exercise_id source prompt sources status group groups contrary asked answered "
    "skipped nothing not_discussed unrecorded per consolidate measure place number name private"
)
_NOT_WORDS = frozenset(_FIELDS.split())
"""Fields that hold no words that people wrote, or only those of the exercise."""
_OWN_TITLES = ("exercise_title", "exercise_version", "exercise_language", "dates", "attendance", "published", "sums")


class Finding(NamedTuple):
    """Words that may tell who somebody is: `code` and `place` say where, `advice` what to do.

    It `breaks` the promise of the level, or is only to be looked at.
    """

    code: str
    place: str
    kind: Kind
    words: str
    advice: str
    breaks: bool


def identifiers(workshop: Workshop, session: Session, level: Attribution) -> list[Finding]:
    """All that may tell who somebody is in what would be published at that level, in the order of the report.

    It would rather find too much; what it cannot find is a person known by how they speak, or by what they tell.
    """
    public = publish(workshop, session, level)
    return list(dict.fromkeys([*_Search(workshop, session, public).found(), *_languages(public), *_small(public)]))


class _Search:
    def __init__(self, workshop: Workshop, session: Session, public: Public) -> None:
        self._public, self._own = public, words_of(workshop.exercise(session))
        self._every = list(_all_words(public))
        people = [person for person in public.people if person.name not in (ERASED, ELSEWHERE)]
        kinds = set(values_of(people, frozenset(("org_type",))))
        listed = Listed(
            names=[person.name for person in people] + values_of(people, frozenset(("support_pair",))),
            organisations=[name for name in organisations(people) if name not in kinds],
            states=states(people),
            own=self._own,
            common=frozenset(t.folded for _, words in self._every for t in tokens(words) if t.word.islower()),
        )
        self._given = self._in_tables(people)
        self._finder = Finder(listed)
        self._codes = dict(_texts(public))
        self._tagged = {entry.code for entry, _ in public.whole.entries if entry.language}

    def _in_tables(self, people: Sequence[Participant]) -> list[str]:
        """What the tables of who took part may say at this level, longest first."""
        given = values_of(people, frozenset(("org_type", "region")))
        given += states(people) if self._public.level in NAMED else []
        return sorted(given, key=len, reverse=True)

    def found(self) -> Iterator[Finding]:
        for place, words in self._every:
            if words not in self._own:
                yield from (self._finding(place, words, hit) for hit in self._hits(place, words))
        yield from self._scripts()

    def _hits(self, place: str, words: str) -> Iterator[Hit]:
        text = words
        for given in self._given if place == _TOOK_PART else ():
            text = text.replace(given, " ")
        for hit in self._finder.hits(text):
            if hit.kind != "group" or self._public.level not in NAMED:
                yield hit
        if place == _SENTENCES:
            yield from (Hit("small count", found[0]) for found in _SMALL_COUNT.finditer(words))

    def _finding(self, place: str, words: str, hit: Hit) -> Finding:
        near = (code for text, code in self._codes.items() if hit.words in text and text in words)
        code = self._codes.get(words) or (next(near, "") if _THEME not in place else "")
        return Finding(code, place, hit.kind, hit.words, _advice(code, place), breaks(hit.kind, self._public.level))

    def _scripts(self) -> Iterator[Finding]:
        """Texts in letters that at most one participant reads, if nobody says in which language they are."""
        if not spoken_by(self._public.people):
            return
        kind: Kind = "language of one speaker"
        for place, words in self._every:
            script = script_of(words)
            number = speaking(self._public.people, script.languages) if script else 0
            code = self._codes.get(words, "")
            if script and number <= 1 and words not in self._own and code not in self._tagged:
                said = f"{script.name} letters: read by {counted(number, 'person', 'people')} of the list"
                advice = f"{_TRANSLATE} {_advice(code, place)}"
                yield Finding(code, place, kind, said, advice, breaks(kind, self._public.level))


_THEME, _TOOK_PART, _SENTENCES = ", theme ", "Who took part", "Key findings"
_TRANSLATE = "Publish a translation in its place, and keep the original private."
_SMALL_COUNT = re.compile(
    r"\b(?:[0-4]|one|two|three|four) (?:of (?:the )?\d+ )?(?:people|persons?|voters?|participants?|ballots?)\b",
    re.IGNORECASE,
)


def _texts(public: Public) -> Iterator[tuple[str, str]]:
    """Everything that was said openly, as it is published, with its code: in whole and blank by blank."""
    scrub = Scrubber([entry.code for entry, _ in public.whole.entries])
    bare = public.level in {"org_type", "none"}
    for entry, words in reversed(public.whole.entries):
        if not entry.private:
            for text in _of_entry(entry, words):
                yield (scrub.text(text) if bare else text), entry.code


def _of_entry(entry: Point | Answer, words: str) -> Iterator[str]:
    parts = [str(part) for value in entry.values.values() for part in (value if isinstance(value, tuple) else (value,))]
    yield from filter(None, [entry.gloss, entry.parked, *parts, words])


def _all_words(public: Public) -> Iterator[tuple[str, str]]:
    """Every text of a public synthesis that people wrote, each with where it stands; a text of a place once.

    Titles of themes stand by the numbers that they have inside: commands know them by these.
    """
    synthesis = public.synthesis
    parts = [(f.name, getattr(synthesis, f.name)) for f in fields(synthesis) if f.name not in _OWN_TITLES]
    found = dict[tuple[str, str], None]()
    found.update(dict.fromkeys(_titles(public)))
    for outcome in synthesis.questions:
        found.update(dict.fromkeys((outcome.name, words) for words in _words_of(outcome)))
    for table in synthesis.attendance.tables:
        found.update(dict.fromkeys((_TOOK_PART, row[0]) for row in table.rows))
    for name, value in parts:
        if name != "questions":
            place = _PLACES.get(name, name)
            found.update(dict.fromkeys((place, words) for words in _words_of(value)))
    said: set[str] = set()
    for place, words in found:
        if words not in said:
            said.add(words)
            yield place, words


def _titles(public: Public) -> Iterator[tuple[str, str]]:
    """The titles of themes as they are published, with the question and number that each has inside."""
    scrub = Scrubber([entry.code for entry, _ in public.whole.entries])
    said = {words for _, words in public.whole.entries}
    for outcome in public.whole.synthesis.questions:
        for theme in outcome.themed.themes if outcome.themed else ():
            title = theme.title if public.level in NAMED else scrub.text(theme.title)
            if theme.title not in said:
                yield f"{outcome.name}{_THEME}{theme.number}", title


_PLACES = {
    "title": "Title",
    "place": "Place",
    "headlines": "Headlines",
    "remarked": "Headlines",
    "remarks": "Comments",
    "votes": "Votes",
    "actions": "Actions",
    "sentences": "Key findings",
    "totals": "Not shown under a question",
    "easy": "In easy language",
    "pictures": "Pictures of the day",
}


def _words_of(value: object) -> Iterator[str]:
    """The texts in something that people wrote, those left out that tell nothing but who."""
    if isinstance(value, str):
        yield value
    for part in _parts_of(value):
        yield from _words_of(part)


def _parts_of(value: object) -> Iterator[object]:
    if isinstance(value, Line):
        yield from filter(None, (value.text, value.beside))
    elif isinstance(value, Grid):
        yield from (cell for row in value.rows for place, cell in enumerate(row) if place not in value.attributed)
        yield value.note
    elif isinstance(value, tuple | list):
        yield from value
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, Sentence) and not value.edited:  # the program's own, of words that stand elsewhere
        return
    elif is_dataclass(value):
        yield from (getattr(value, one.name) for one in fields(value) if one.name not in _NOT_WORDS)


def _advice(code: str, place: str) -> str:
    if code:
        group = code.partition("-G")[2] or code
        number = "plenary" if "PL" in code.split("-")[:2] else "".join(filter(str.isdigit, group.partition("-")[0]))
        return f"Change the words (:edit) or keep them private (:private): vaexercise feedback enter --group {number}"
    if _THEME in place:
        question, _, number = place.partition(_THEME)
        return f"Rename the theme: vaexercise plenary themes rename {number} “…” --question {question}"
    return _ELSEWHERE.get(place, "Change it where it was written, or publish at a level that promises less.")


_ELSEWHERE = {
    "Title": "Change the title in workshop.yaml.",
    "Place": "Change the place in workshop.yaml.",
    "Key findings": "Change the sentence: vaexercise plenary edit",
    "Actions": "Change what was agreed: vaexercise plenary actions",
    "Comments": "Delete the comment: vaexercise plenary report-back",
    "In easy language": "Write it in other words: vaexercise plenary easy-read --edit",
    "Pictures of the day": "Attach the picture again with other words: vaexercise workshop attach",
    "Votes": "The titles are those of the themes or options voted on: vaexercise plenary vote",
}


def _languages(public: Public) -> Iterator[Finding]:
    """Points in a language that at most one participant speaks; where groups are named, one of their group."""
    everybody, named = public.people, public.level in {"open", "group"}
    names = {outcome.id: outcome.name for outcome in public.synthesis.questions}
    for entry, _ in public.whole.entries:
        if entry.private or not entry.language:
            continue
        members = set(public.groups.get(entry.group, ()))
        near = [person for person in everybody if person.id in members] if named and members else everybody
        for people in (everybody, near):
            speakers = spoken_by(people)
            if speakers and speakers.get(code_of(entry.language), 0) <= 1:
                who = "the list" if people is everybody else group_name(entry.group)
                number = speakers.get(code_of(entry.language), 0)
                words = f"{entry.language}: spoken by {counted(number, 'person', 'people')} of {who}"
                kind: Kind = "language of one speaker"
                advice = f"{_TRANSLATE} {_advice(entry.code, '')}"
                yield Finding(
                    entry.code, names.get(entry.question, ""), kind, words, advice, breaks(kind, public.level)
                )
                break


def _small(public: Public) -> Iterator[Finding]:
    kind: Kind = "small group"
    sizes = {group: len(members) for group, members in public.groups.items()}
    for group, size in {**sizes, PLENARY: len(public.people)}.items():
        if 0 < size < FEWEST:
            advice = "What so few people say can be told apart: put groups together, or do not publish by group."
            words = counted(size, "person", "people")
            yield Finding("", group_name(group), kind, words, advice, breaks(kind, public.level))
