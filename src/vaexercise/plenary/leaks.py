"""Whether a text has words of something that a group keeps to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.plenary.stop_words import STOP_WORDS
from vaexercise.plenary.tokens import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RUN = 4
"""So many words in a row tell where they are from, unless all are small words; of a shorter text, all its words do."""


class Secret(NamedTuple):
    """Something private: its code, and the runs of words that nobody said openly."""

    code: str
    runs: frozenset[str]


def secrets(private: Iterable[tuple[str, str]], openly: Iterable[str]) -> list[Secret]:
    """What is private, by code and words; what was said `openly` in the same words is none."""
    known = " ".join(f" {normalised(words).strip()} |" for words in openly)
    found = []
    for code, words in private:
        runs = frozenset(run for run in _runs(words) if f" {run} " not in known)
        if runs:
            found.append(Secret(code, runs))
    return found


def leaked(text: str, kept: Sequence[Secret]) -> list[str]:
    """The codes of what is private and has words in the text."""
    words = f" {' '.join(normalised(text).split())} "
    return [secret.code for secret in kept if any(f" {run} " in words for run in secret.runs)]


def _runs(text: str) -> Iterator[str]:
    words = normalised(text).split()
    length = min(RUN, len(words))
    if length:
        runs = (words[start : start + length] for start in range(len(words) - length + 1))
        yield from (" ".join(run) for run in runs if not STOP_WORDS.issuperset(run))
