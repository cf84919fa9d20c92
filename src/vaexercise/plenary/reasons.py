"""Why two texts look alike, in words that a person can read."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from vaexercise.plenary.tokens import NGRAMS, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vaexercise.plenary.vectors import View

SHOWN = 3
_LOOKED_AT = 400
"""Characters of a text in which shared runs are looked for."""

_Shared = list[tuple[int, str]]
"""What two texts share, each with how telling it is, the most telling first."""


def reason(one: Iterable[View], other: Iterable[View], weights: Mapping[str, int]) -> tuple[str, ...]:
    """Up to three words that texts of two statements share, the most telling first; `weights` are those of stems.

    A word in two forms is cut where they part: `ministr-`. Of scripts without spaces, and where no word is shared,
    the longest runs of characters: `-ពិការភាព-`. Of several texts the two that share most are compared.
    """
    pairs = [(mine, its) for mine in one for its in other]
    found = max((_shared_words(mine, its, weights) for mine, its in pairs), key=_total, default=[])
    found = found or max((_shared_runs(mine, its) for mine, its in pairs), key=_total, default=[])
    return tuple(shown for _, shown in found[:SHOWN])


def _total(shared: _Shared) -> int:
    return sum(weight for weight, _ in shared)


def _shared_words(one: View, other: View, weights: Mapping[str, int]) -> _Shared:
    shared = one.stems.keys() & other.stems.keys()
    return _ordered((weights[each], _readable(_first(one, each), _first(other, each))) for each in shared)


def _first(view: View, wanted: str) -> str:
    return next(word for word in view.words if stem(word) == wanted)


def _readable(one: str, other: str) -> str:
    same = takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False))
    return one if one == other else f"{''.join(letter for letter, _ in same)}-"


def _shared_runs(one: View, other: View) -> _Shared:
    mine, its = (" ".join(view.words)[:_LOOKED_AT] for view in (one, other))
    blocks = SequenceMatcher(None, mine, its, autojunk=False).get_matching_blocks()
    runs = {mine[block.a : block.a + block.size].strip() for block in blocks}
    return _ordered((len(run), f"-{run}-") for run in runs if len(run) >= min(NGRAMS))


def _ordered(shared: Iterable[tuple[int, str]]) -> _Shared:
    return sorted(shared, key=lambda each: (-each[0], each[1]))
