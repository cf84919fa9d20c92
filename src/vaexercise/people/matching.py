"""Who a line of the list is: somebody the workshop knows, somebody new, or somebody the list names twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.model.people import Participant
from vaexercise.people.columns import find

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vaexercise.people.lines import Line


@dataclass(frozen=True)
class Match:
    """Those a line could be, and what told so; one is who it is, none is somebody new."""

    candidates: tuple[Participant, ...]
    by: str


class Known:
    """The participants by what tells who they are.

    One whose id stands in the list itself (`listed`) is found by that id only: a delegation may share a mailbox.
    """

    def __init__(self, people: Sequence[Participant], listed: Collection[str]) -> None:
        self._by_id = {person.id: person for person in people}
        self._by_email: defaultdict[str, list[Participant]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Participant]] = defaultdict(list)
        for person in people:
            if person.id not in listed:
                self._by_email[find(person.everything, "email").casefold()].append(person)
                self._by_name[person.name].append(person)

    def match(self, line: Line) -> Match:
        """By id, else by e-mail (of several, the one of that name), else by exact name and organisation."""
        if line.id in self._by_id:
            return Match((self._by_id[line.id],), "id")
        if line.email and (same := self._by_email.get(line.email, [])):
            namesakes = [person for person in same if person.name == line.name]
            return Match(tuple(namesakes if len(namesakes) == 1 else same), "e-mail")
        return Match(tuple(p for p in self.namesakes(line) if _organisation(p) == line.organisation), "name")

    def namesakes(self, line: Line) -> Sequence[Participant]:
        """Participants of exactly that name, of whatever organisation."""
        return self._by_name.get(line.name, []) if line.name else []


def _organisation(person: Participant) -> str:
    return find(person.everything, "organisation")


NAME_ONLY = "the same name; no organisation is known"
"""What two lines share that may still be about two people."""


def twins(lines: Sequence[tuple[Line, Match]]) -> Iterator[tuple[Line, Line, str]]:
    """Pairs of lines about the same person, the earlier first, and what they share.

    Lines with different ids are about different people.
    """
    seen: dict[tuple[str, ...], Line] = {}
    for line, match in lines:
        shared = [(words, seen[key]) for words, key in _keys(line, match) if key in seen]
        same = next(
            ((other, words) for words, other in shared if not (line.id and other.id) or line.id == other.id), None
        )
        if same:
            yield same[0], line, same[1]
        for _, key in _keys(line, match):
            seen.setdefault(key, line)


def _keys(line: Line, match: Match) -> Iterator[tuple[str, tuple[str, ...]]]:
    if len(match.candidates) == 1:
        yield "both are a participant known already", ("known", match.candidates[0].id)
    if line.id:
        yield "the same id", ("id", line.id)
    if line.email:
        yield "the same e-mail", ("e-mail", line.email)
    if line.name:
        shared = "the same name and organisation" if line.organisation else NAME_ONLY
        yield shared, ("name", line.name, line.organisation)
