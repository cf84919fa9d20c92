"""The oracle with languages: which group works in which, which interpreters sit where, and who then may sit where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING

from vaexercise.grouping.oracle.board import Board, Budget, Domains, OutOfBudgetError, narrow
from vaexercise.grouping.oracle.demands import Demand, Talk
from vaexercise.grouping.speech import is_signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.grouping.speech import Speech

_MOST_PLANS = 3000


@dataclass(frozen=True)
class Plan:
    """A seating that keeps all demands: `seats` are those of all who are spoken of.

    Where languages are asked, `interpreters` are those who are needed where they sit, and `domains` the groups
    that others may then sit in.
    """

    seats: dict[int, int]
    interpreters: tuple[int, ...] = ()
    domains: tuple[tuple[int, frozenset[int]], ...] = ()


def solved(sizes: Sequence[int], demands: Sequence[Demand], steps: int) -> Plan | None:
    """A plan, or None where there can be none. Raises `OutOfBudgetError`."""
    board, budget = Board(sizes, demands), Budget(steps)
    talks = [demand for demand in demands if isinstance(demand, Talk) and demand.people]
    if not talks:
        seats = board.solve({}, budget)
        return None if seats is None else Plan(seats)
    return _Talking(board, talks[0].speech, budget).solved()


class _Talking:
    def __init__(self, board: Board, speech: Speech, budget: Budget) -> None:
        self.board, self.speech, self.budget = board, speech, budget
        self.alike = _alike(speech)
        self.hub = speech.hub
        self.block_of = {person: block for block in board.blocks for person in block}

    def solved(self) -> Plan | None:
        """Tries one language for each group after another, those that most people can work in first."""
        unknown = False
        candidates = self._candidates()
        if not all(any(self._could_follow(people, each) for each in candidates) for people in self.alike):
            return None
        for tried, languages in enumerate(self._plans(candidates)):
            self.budget.spend()
            if tried >= _MOST_PLANS:
                raise OutOfBudgetError
            try:
                plan = self._with(languages)
            except OutOfBudgetError:
                unknown = True
                if self.budget.left <= 0:
                    raise
            else:
                if plan:
                    return plan
        if unknown:
            raise OutOfBudgetError
        return None

    def _candidates(self) -> list[str]:
        """Languages in which enough people can work to fill a group; none that another can replace everywhere."""
        everybody = sum(self.board.sizes)
        holders: dict[str, set[int]] = {language: set() for language in self.speech.all}
        for known in (self.speech.languages, self.speech.interpreters):
            for person, spoken in known.items():
                for language in spoken & self.speech.all:
                    holders[language].add(person)
        able = {
            language: sum(len(people) for people in self.alike if self._could_follow(people, language))
            for language in holders
        }
        silent = everybody - len(self.speech.languages)
        order = sorted(holders, key=lambda each: (-able[each], -len(holders[each]), each))
        kept: list[str] = []
        for language in order:
            if able[language] + silent < min(self.board.sizes):
                continue
            if not any(holders[language] <= holders[other] for other in kept):
                kept.append(language)
        return kept

    def _could_follow(self, alike: Sequence[int], language: str) -> bool:
        """Whether these people can work in this language if all interpreters sit with them."""
        return self.speech.follows(alike[0], language, self._could_help(language))

    def _could_help(self, language: str) -> tuple[int, ...]:
        """The interpreters of a group of this language: none if it could as well work in the hub."""
        return tuple(self.speech.interpreters) if self.hub in ("", language) else ()

    def _plans(self, candidates: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Languages of the groups, fewest groups without the first candidate first; groups alike are not told apart."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for group, zone in enumerate(self._zones()):
            alike.setdefault(zone, []).append(group)
        for number in range(len(self.board.sizes) + 1) if candidates else ():
            for shares in _shares(number, list(map(len, alike.values()))):
                for others in product(*(combinations_with_replacement(candidates[1:], share) for share in shares)):
                    plan = [candidates[0]] * len(self.board.sizes)
                    for groups, languages in zip(alike.values(), others, strict=True):
                        for group, language in zip(groups, languages, strict=False):
                            plan[group] = language
                    yield tuple(plan)

    def _zones(self) -> list[tuple[object, ...]]:
        """What tells one group from another before anybody sits."""
        domains = dict.fromkeys(self.board.domains.values())
        return [(size, *(g in groups for groups in domains)) for g, size in enumerate(self.board.sizes)]

    def _with(self, languages: Sequence[str]) -> Plan | None:
        """A plan in which the groups work in these languages."""
        hopeful = self._domains(languages, list(map(self._could_help, languages)))
        needed = self._needed(languages)
        if not all(hopeful.values()):
            return None
        seats = self.board.solve(hopeful, self.budget)
        if seats is None or not needed:
            return self._plan(seats, (), hopeful)
        blocks = list(dict.fromkeys(self.block_of.get(person, (person,)) for person in needed))
        blocks.sort(key=lambda block: (len(self._open(block, hopeful)), -len(block), block))
        for placed in self._placings(blocks, hopeful, languages):
            self.budget.spend()
            domains = self._domains(languages, [[p for p in placed if placed[p] == g] for g in range(len(languages))])
            for person, group in placed.items():
                narrow(domains, person, frozenset([group]))
            if all(domains.values()):
                plan = self._plan(self.board.solve(domains, self.budget), needed, domains)
                if plan:
                    return plan
        return None

    def _plan(self, seats: dict[int, int] | None, needed: tuple[int, ...], domains: Domains) -> Plan | None:
        return None if seats is None else Plan(seats, needed, tuple(domains.items()))

    def _open(self, block: Sequence[int], hopeful: Domains) -> frozenset[int]:
        groups = self.board.everywhere
        for person in block:
            groups &= self.board.domains.get(person, groups) & hopeful.get(person, groups)
        return groups

    def _needed(self, languages: Sequence[str]) -> tuple[int, ...]:
        """Interpreters who can serve somebody in one of these languages."""
        found = []
        for interpreter, known in self.speech.interpreters.items():
            for language in known.intersection(languages) & {self.hub or language for language in languages}:
                if any(self._helps(interpreter, people[0], language) for people in self.alike):
                    found.append(interpreter)
                    break
        return tuple(found)

    def _helps(self, interpreter: int, person: int, language: str) -> bool:
        return language not in self.speech.languages[person] and self.speech.serves(interpreter, person, language)

    def _domains(self, languages: Sequence[str], present: Sequence[Sequence[int]]) -> Domains:
        """Where everybody can work, if these interpreters are present in the groups."""
        domains: Domains = {}
        for people in self.alike:
            follows = self.speech.follows
            groups = frozenset(g for g, language in enumerate(languages) if follows(people[0], language, present[g]))
            if groups != self.board.everywhere:
                domains |= dict.fromkeys(people, groups)
        return domains

    def _placings(
        self, blocks: Sequence[tuple[int, ...]], hopeful: Domains, languages: Sequence[str]
    ) -> Iterator[dict[int, int]]:
        """Groups for these blocks: colleagues apart, but sign-language interpreters in pairs; groups alike once."""
        if not blocks:
            yield {}
            return
        *earlier, block = blocks
        for placed in self._placings(earlier, hopeful, languages):
            marks = self._marks(placed, languages)
            tried = set()
            for group in sorted(self._open(block, hopeful), key=lambda g: self._crowd(block, g, placed)):
                if marks[group] not in tried:
                    tried.add(marks[group])
                    yield {**placed, **{p: group for p in block if p in self.speech.interpreters}}

    def _marks(self, placed: dict[int, int], languages: Sequence[str]) -> list[tuple[object, ...]]:
        kinds: list[list[str]] = [[] for _ in languages]
        for person, group in placed.items():
            kinds[group].append(",".join(sorted(self.speech.interpreters[person])))
        return [(zone, languages[g], *sorted(kinds[g])) for g, zone in enumerate(self._zones())]

    def _crowd(self, block: Sequence[int], group: int, placed: dict[int, int]) -> tuple[int, int, int]:
        mine = {self.speech.interpreters[p] for p in block if p in self.speech.interpreters}
        same = sum(placed[p] == group and self.speech.interpreters[p] in mine for p in placed)
        pairs = any(map(is_signed, frozenset().union(*mine)))
        return (-(same % 2) if pairs else 0, same, list(placed.values()).count(group))


def _alike(speech: Speech) -> list[list[int]]:
    """People who follow in the same groups."""
    found: dict[tuple[frozenset[str], bool], list[int]] = {}
    for person, spoken in speech.languages.items():
        found.setdefault((spoken, person in speech.signers), []).append(person)
    return list(found.values())


def _shares(number: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All ways to share out a number, with at most so many in each place."""
    if not most:
        yield from [()] if not number else []
        return
    for first in range(min(number, most[0]) + 1):
        yield from ((first, *others) for others in _shares(number - first, most[1:]))
