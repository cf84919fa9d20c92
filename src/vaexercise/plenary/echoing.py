"""Whether a text can only have its words from one thing that was said: what is withdrawn is looked for so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.plenary.leaks import RUN, leaked, secrets
from vaexercise.plenary.stop_words import STOP_WORDS
from vaexercise.plenary.tokens import normalised, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REPEATED = 5
"""So many words in a row make another point the same, unless it is all there is."""
_TELLING, _RARE = 5, 4
"""A word of so many letters that nobody else said tells where a text is from; of so many, two of them."""


class Told:
    """The `texts` of something that was said, in all versions; what `others` said, and what the exercise says itself.

    `own` are those of the texts that the exercise does not say.
    """

    def __init__(self, texts: Iterable[str], others: Iterable[str] = (), exercise: Iterable[str] = ()) -> None:
        asked, said = list(exercise), list(dict.fromkeys(filter(None, texts)))
        known = [*others, *asked]
        given = {normalised(text) for text in asked}
        self.own = tuple(text for text in said if normalised(text) not in given)
        self._secrets = secrets([("", text) for text in said], known)
        self._long = secrets([("", text) for text in said if len(words(text)) >= RUN], known)
        common = {word for text in known for word in words(text)} | STOP_WORDS
        self._rare = {w for text in said for w in words(text) if len(w) >= _RARE} - common
        self._whole = {normalised(text) for text in self.own}

    def echoed(self, text: str) -> bool:
        """Whether a text that people made of what was said has words of it: some in a row, or telling ones."""
        found = self._rare.intersection(words(text))
        return bool(leaked(text, self._secrets)) or len(found) > 1 or any(len(word) >= _TELLING for word in found)

    def repeated(self, text: str) -> bool:
        """Whether somebody else said the same, or a good part of it."""
        other = normalised(text)
        return other in self._whole or any(f" {run} " in f" {other} " for run in self._runs())

    def in_file(self, text: str) -> bool:
        """Whether a file has words of it: several in a row, for a few stand anywhere."""
        return bool(leaked(text, self._long))

    def telling(self, text: str) -> list[str]:
        """The words of a text that nobody else said, as they are compared."""
        return sorted(self._rare.intersection(words(text)))

    def _runs(self) -> Iterator[str]:
        for whole in self._whole:
            found = whole.split()
            yield from (" ".join(found[at : at + REPEATED]) for at in range(len(found) - REPEATED + 1))
