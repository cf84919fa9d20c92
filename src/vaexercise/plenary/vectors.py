"""How alike texts are: the cosine of their TF-IDF vectors, half over beginnings of words, half over runs of characters.

A feature counts `(1 + ln tf) · (1 + ln((1 + n) / (1 + df)))`: `tf` is how often it occurs in the text, `df` in how many
of the `n` statements of the question it occurs, in any of their texts. A score is the mean of the two cosines, or that
of characters alone if one of the texts is in a script without spaces. Only the question itself is looked at, because in
a larger body of texts the words of the subject would decide. (G. Salton, C. Buckley, Term-weighting approaches in
automatic text retrieval, 1988; for runs of characters W. Cavnar, J. Trenkle, N-gram-based text categorization, 1994.)

Weights are whole numbers of 1/1,000, so that sums do not depend on their order, and scores whole numbers of 1/10,000.
A logarithm that differs between machines in its last digit changes neither.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from vaexercise.plenary.tokens import is_unspaced, meaningful, ngrams, stem

FULL = 10_000
"""The score of a text with itself."""

_UNIT = 1000
_BAG = Mapping[str, int]


class View(NamedTuple):
    """One text of a statement as it is compared: whose it is, and its words. A gloss is a view of its own."""

    owner: int
    words: tuple[str, ...]

    @property
    def by_characters(self) -> bool:
        """Whether its script puts no spaces between words, so that only characters can be compared."""
        return is_unspaced("".join(self.words))

    @property
    def stems(self) -> Counter[str]:
        """Beginnings of its words, without small words; none if only characters can be compared."""
        return Counter() if self.by_characters else Counter(map(stem, meaningful(self.words)))

    @property
    def ngrams(self) -> Counter[str]:
        """Runs of 3 to 5 characters of all its words."""
        return Counter(gram for word in self.words for gram in ngrams(word))


class Scores:
    """How alike every two statements are, from 0 to `FULL`. Statements are numbered from 0, views in their order."""

    def __init__(self, views: Sequence[View], count: int) -> None:
        self._rows = [array("H", bytes(2 * number)) for number in range(count)]
        for view, row in zip(views, _compared(views, count), strict=True):
            self._keep_better(view.owner, views, row)

    def _keep_better(self, owner: int, views: Sequence[View], row: Sequence[int]) -> None:
        """Of several texts of two statements, those count that are most alike."""
        kept = self._rows[owner]
        for (other, _), score in zip(views, row, strict=False):
            if other != owner and kept[other] < score:
                kept[other] = score

    def of(self, one: int, other: int) -> int:
        """The score of two statements."""
        if one == other:
            return FULL
        return self._rows[max(one, other)][min(one, other)]

    def among(self, members: Sequence[int]) -> list[list[int]]:
        """The scores of some statements as a square; `members` are in order."""
        square = [[self._rows[one][other] for other in members[:number]] for number, one in enumerate(members)]
        for number, row in enumerate(square):
            row.append(FULL)
            row += [later[number] for later in square[number + 1 :]]
        return square


def _compared(views: Sequence[View], count: int) -> Iterator[list[int]]:
    """For each view its scores with those before it."""
    owners = [view.owner for view in views]
    stems = _Block([view.stems for view in views], owners, count)
    grams = _Block([view.ngrams for view in views], owners, count)
    lengths = [norm or 1.0 for norm in grams.norms]
    rows = zip(stems.rows(), grams.rows(), stems.norms, lengths, strict=True)
    for by_words, by_characters, words, characters in rows:
        yield [
            int(FULL * (both / (words * norm) + c / (characters * length)) / 2 + 0.5)
            if words and norm
            else int(FULL * c / (characters * length) + 0.5)
            for both, c, norm, length in zip(by_words, by_characters, stems.norms, lengths, strict=False)
        ]


class _Block:
    """The vectors of one kind of features, and their dot products through an index from feature to views."""

    def __init__(self, bags: Sequence[_BAG], owners: Sequence[int], count: int) -> None:
        self._bags = bags
        self._weights = rarity(bags, owners, count)
        self._common = [feature for feature, n in Counter(chain.from_iterable(bags)).items() if n > 1]
        self.norms = [sqrt(sum(weight**2 for _, weight in self._weighed(bag))) for bag in bags]

    def _weighed(self, bag: _BAG) -> Iterator[tuple[str, int]]:
        for feature, times in bag.items():
            weight = self._weights[feature]
            yield feature, weight if times == 1 else int(weight * (1 + log(times)) + 0.5)

    def rows(self) -> Iterator[list[int]]:
        """For each view its dot products with those before it."""
        index: dict[str, list[tuple[int, int]]] = {feature: [] for feature in self._common}
        for number, bag in enumerate(self._bags):
            row = [0] * number
            for feature, weight in self._weighed(bag):
                if feature in index:
                    seen = index[feature]
                    for other, its_weight in seen:
                        row[other] += weight * its_weight
                    seen.append((number, weight))
            yield row


def rarity(bags: Sequence[_BAG], owners: Sequence[int], count: int) -> dict[str, int]:
    """What each feature weighs, in units of 1/1,000: the fewer statements have it, the more."""
    seen: defaultdict[str, set[int]] = defaultdict(set)
    for owner, bag in zip(owners, bags, strict=True):
        for feature in bag:
            seen[feature].add(owner)
    return {feature: int(_UNIT * (1 + log((1 + count) / (1 + len(having)))) + 0.5) for feature, having in seen.items()}
