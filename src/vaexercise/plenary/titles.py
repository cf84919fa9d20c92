"""Titles to choose from: short points of a theme, word for word, that stand for the others.

The central point, weighted for brevity, is as close to what an expert would write as the most central one, in
two thirds of its words; a few keywords are much worse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OFFERED = 3
_USUAL_WORDS = 12
_LETTERS_IN_A_WORD = 6


class Candidate(NamedTuple):
    """A text that could be a title: where it is from, and how many words have to be read, those of a gloss too."""

    number: int
    text: str
    length: float


def length_in_words(words: Sequence[str], *, unspaced: bool) -> float:
    """How many words a text has; in a script without spaces, one for every six characters."""
    return sum(map(len, words)) / _LETTERS_IN_A_WORD if unspaced else len(words)


def best(candidates: Sequence[Candidate], score: Callable[[int, int], float]) -> list[int]:
    """The numbers of up to three candidates with different texts, the best first.

    What counts is the mean score with the others, times `12 / (12 + words)`. Of equal ones the shorter, then the
    first in the alphabet.
    """

    def key(candidate: Candidate) -> tuple[float, int, str]:
        others = [score(candidate.number, other.number) for other in candidates if other.number != candidate.number]
        central = sum(sorted(others)) / len(others) if others else 1.0
        return (-central * _USUAL_WORDS / (_USUAL_WORDS + candidate.length), len(candidate.text), candidate.text)

    chosen: dict[str, int] = {}
    for candidate in sorted(candidates, key=key):
        chosen.setdefault(candidate.text.casefold(), candidate.number)
    return list(chosen.values())[:OFFERED]
