"""Which points of a question say the same: proposals, from the words alone, for people to decide on.

No method groups points as people do. This one proposes, ranks and gives its reason; it decides nothing. The same
statements give the same answer on every machine and in every order: nothing is random, sums are of whole numbers,
and ties are settled by the words themselves.

How alike two statements are is said in `vectors`, how they are put together in `clusters`, how a point finds its
theme in `ranking`. A statement with a gloss (other words for it, in another language) has two texts: of all pairs of
texts of two statements, the most similar one counts.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused
from vaexercise.plenary import clusters, ranking, reasons, titles
from vaexercise.plenary.negation import denies
from vaexercise.plenary.synonyms import NONE, Synonyms
from vaexercise.plenary.titles import Candidate
from vaexercise.plenary.tokens import normalised, words
from vaexercise.plenary.vectors import FULL, Scores, View, rarity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from vaexercise.plenary.ranking import Ranked

MATCHER = "lex-1"
"""Stands beside every suggestion. Another name, should the same points ever give other ones."""

MOST = 1000
"""Statements of one question. Every two are compared, so twice as many take four times as long."""


class Statement(NamedTuple):
    """A point as it is compared. `group` and `language` may be empty; `gloss` is the same in another language."""

    id: str
    group: str
    text: str
    language: str = ""
    gloss: str = ""


class Pair(NamedTuple):
    """Two statements, in the order of their ids, and how alike they are, from 0 to 1."""

    a: str
    b: str
    score: float


class Matcher:
    """Compares the statements of one question.

    Raises `Refused` if there are more than `MOST`, or two with one id. An id that is not there is a `KeyError`.
    """

    def __init__(self, statements: Iterable[Statement], synonyms: Synonyms = NONE) -> None:
        self._statements = sorted(statements, key=_content)
        self._numbers = {statement.id: number for number, statement in enumerate(self._statements)}
        _refuse(self._statements, self._numbers)
        self._views = [_views(number, each, synonyms) for number, each in enumerate(self._statements)]
        every = [view for views in self._views for view in views]
        self._scores = Scores(every, len(self._statements))
        self._weights = rarity([view.stems for view in every], [view.owner for view in every], len(self._statements))

    @property
    def ids(self) -> Collection[str]:
        """The ids of all statements, in an order that does not depend on the ids."""
        return self._numbers.keys()

    def statement(self, name: str) -> Statement:
        """The statement with that id."""
        return self._statements[self._numbers[name]]

    def score(self, a: str, b: str) -> float:
        """How alike two statements are, from 0 to 1, with four decimals."""
        return self._scores.of(self._numbers[a], self._numbers[b]) / FULL

    def pairs(self) -> list[Pair]:
        """Every two statements with a score above 0, the most similar first; not those of the same group.

        Statements without a group are compared with all.
        """
        found = sorted(self._pairs())
        found.sort(
            key=attrgetter("score"), reverse=True
        )  # in two steps, which need no keys beside half a million pairs
        return found

    def _pairs(self) -> Iterator[Pair]:
        for number, one in enumerate(self._statements):
            for before, other in enumerate(self._statements[:number]):
                score = self._scores.of(number, before)
                if score and not (one.group and one.group == other.group):
                    a, b = (one.id, other.id) if one.id < other.id else (other.id, one.id)
                    yield Pair(a, b, score / FULL)

    def clusters(self, cut: float = clusters.CUT, among: Collection[str] | None = None) -> list[tuple[str, ...]]:
        """The statements, or those `among` them, each in one proposed theme: the largest first, ids in order.

        `cut` is the least mean score, from 0 to 1, at which two clusters are one: see `clusters.cut_at`.
        """
        asked = self._numbers if among is None else among
        found = clusters.clusters(self._scores, [self._numbers[each] for each in asked], cut)
        named = [tuple(sorted(self._statements[number].id for number in cluster)) for cluster in found]
        return sorted(named, key=lambda cluster: (-len(cluster), cluster))

    def rank(self, statement: str, themes: Mapping[str, Collection[str]]) -> list[Ranked]:
        """All themes for a statement, the likeliest first: the mean of their two members that are most like it."""
        others = {theme: [each for each in members if each != statement] for theme, members in themes.items()}
        return ranking.rank(lambda member: self.score(statement, member), others)

    def reason(self, a: str, b: str) -> tuple[str, ...]:
        """Up to three words that two statements share, the most telling first."""
        return reasons.reason(self._views[self._numbers[a]], self._views[self._numbers[b]], self._weights)

    def differs_in_negation(self, a: str, b: str) -> bool:
        """Whether one of two statements has a word of denial, and the other has none."""
        return self._denies(a) != self._denies(b)

    def _denies(self, name: str) -> bool:
        statement = self.statement(name)
        said = denies(statement.text, words(statement.text), statement.language)
        return said or denies(statement.gloss, words(statement.gloss))

    def titles(self, members: Collection[str]) -> list[Statement]:
        """Up to three of the members whose words could be the theme's title, the best first."""
        numbers = sorted({self._numbers[member] for member in members})
        found = titles.best([self._candidate(number) for number in numbers], self._scores.of)
        return [self._statements[number] for number in found]

    def _candidate(self, number: int) -> Candidate:
        length = sum(titles.length_in_words(v.words, unspaced=v.by_characters) for v in self._views[number])
        return Candidate(number, self._statements[number].text, length)


def _content(statement: Statement) -> tuple[str, ...]:
    """Settles ties: the words first, so that ids given at random change nothing."""
    return (statement.text, statement.gloss, statement.group, statement.language, statement.id)


def _refuse(statements: list[Statement], numbers: Mapping[str, int]) -> None:
    if len(statements) > MOST:
        reason = (
            f"There are {len(statements):,} points, and at most {MOST:,} of one question can be compared. "
            "Sort them question by question, or each session's first and then its themes."
        )
        raise Refused(reason=reason)
    if len(numbers) < len(statements):
        raise Refused(reason="Two points have the same id. Give each its own.")


def _views(number: int, statement: Statement, synonyms: Synonyms) -> list[View]:
    texts = (statement.text, statement.gloss) if statement.gloss else (statement.text,)
    return [View(number, tuple(synonyms.applied(normalised(text)).split())) for text in texts]
