"""The people of a draw in their settled order, and how rules find them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vaexercise.grouping.fair import even_sizes
from vaexercise.grouping.member import Member, is_counted, listed, shown, value_of
from vaexercise.grouping.quarters import column_of
from vaexercise.model.rules import Apart, Fixed, Rule, Together
from vaexercise.model.text import clean_line, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


Offer = tuple[str, Sequence[str]]
"""A room: its name, and what it offers, such as `step-free`."""


@dataclass(frozen=True)
class Roster:
    """Members in settled order; rules speak of them by their place in it, counted from 0.

    `rooms` are those of the groups, in their order; there may be none.
    """

    members: tuple[Member, ...]
    groups: int
    rooms: tuple[Offer, ...] = ()

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many people each group takes."""
        return even_sizes(len(self.members), self.groups)

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """Place of each id."""
        return {member.id: place for place, member in enumerate(self.members)}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[int, ...]]:
        """Places of each name."""
        found: dict[str, list[int]] = {}
        for place, member in enumerate(self.members):
            found.setdefault(clean_line(member.name), []).append(place)
        return {name: tuple(places) for name, places in found.items()}

    def has(self, column: str) -> bool:
        """Whether anybody has a value in this column."""
        return any(value_of(member, column) for member in self.members)

    def holders(self, column: str) -> dict[str, tuple[int, ...]]:
        """Who has each value of a column exactly, the missing one included, by value in sorted order."""
        read = column_of(self.members, column)
        return _by_value((place, read.exactly(member)) for place, member in enumerate(self.members))

    def kinds(self, column: str) -> dict[str, tuple[int, ...]]:
        """The same of all who are counted, with numbers in quarters: what shares and company look at."""
        read = column_of(self.members, column)
        return _by_value((place, read.kinds(self.members[place])) for place in self.counted)

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """Who takes part for themselves."""
        return tuple(place for place, member in enumerate(self.members) if is_counted(member))

    def matching(self, where: Mapping[str, str]) -> tuple[int, ...]:
        """Who of those counted has all of these values, whether written in capitals or not."""
        wanted = [(column_of(self.members, column), value.strip().casefold()) for column, value in where.items()]
        return tuple(
            place
            for place in self.counted
            if all(value in map(str.casefold, read.exactly(self.members[place])) for read, value in wanted)
        )

    def names(self, places: Iterable[int]) -> list[str]:
        """The names at these places."""
        return [self.members[place].name for place in places]

    def find(self, words: Iterable[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The places of people named by id or exact name, and a sentence for each who cannot be told."""
        places: dict[int, None] = {}
        reasons = []
        for word in words:
            found = self.called(word)
            if len(found) == 1:
                places[found[0]] = None
            else:
                reasons.append(self._not_one(word, found))
        return tuple(places), tuple(reasons)

    def called(self, word: str) -> tuple[int, ...]:
        """Everybody with this id or exact name."""
        if word in self.by_id:
            return (self.by_id[word],)
        return self.by_name.get(clean_line(word), ())

    def _not_one(self, word: str, found: tuple[int, ...]) -> str:
        if found:
            return f"{shown(word)} is the name of {len(found)} people: use one of their ids, {self._ids(found)}"
        hint = did_you_mean(word, self.by_name) if len(word) < 100 else ""  # noqa: PLR2004  longer is no name
        return f"nobody is called {shown(word)}: {hint or 'use an id or the exact name of somebody on the list'}"

    def _ids(self, found: tuple[int, ...]) -> str:
        return listed([self.members[place].id for place in found])


def _by_value(said: Iterable[tuple[int, tuple[str, ...]]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, values in said:
        for value in values:
            found.setdefault(value, []).append(place)
    return {value: tuple(found[value]) for value in sorted(found)}


def roster_of(members: Sequence[Member], groups: int, rules: Sequence[Rule], rooms: Sequence[Offer] = ()) -> Roster:
    """Members by name, attributes, what the rules say of them, and only then by id.

    People alike in all but the id can stand for each other, so random ids do not change who sits where.
    """
    said = _mentions(rules)

    def key(member: Member) -> tuple[object, ...]:
        return member.name, sorted(member.attributes.items()), said.get(member.id, []), member.id

    return Roster(tuple(sorted(members, key=key)), groups, tuple(rooms))


def _mentions(rules: Sequence[Rule]) -> dict[str, list[tuple[int, int]]]:
    said: dict[str, list[tuple[int, int]]] = {}
    for number, rule in enumerate(rules):
        for place, word in enumerate(named_by(rule)):
            said.setdefault(word, []).append((number, place))
    return said


def named_by(rule: Rule) -> tuple[str, ...]:
    """The ids or names that stand in a rule."""
    if isinstance(rule, (Apart, Together)):
        return rule.people
    return (rule.person,) if isinstance(rule, Fixed) and rule.person else ()
