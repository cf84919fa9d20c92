"""Numbers in a sentence, held against those of its sources: `2 of 3 groups`, `first place`, `half`, and any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.plenary.known_numbers import KnownNumbers
from vaexercise.plenary.numbers import AFTER, BARE, BEFORE, COUNTED, DIGITS, NOUN, NUMBER, SPELT, TWO
from vaexercise.plenary.placings import NTH, mentioned, placings
from vaexercise.plenary.quotes import is_said, without_quotes
from vaexercise.plenary.shares import agreeing, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vaexercise.plenary.shares import Verdict
    from vaexercise.plenary.sources import Source

_OF = r"(?:of|out of|/|sur|des?|d[oa]s|de l[oa]s|из|من|من أصل)"
_OUT_OF = re.compile(
    rf"{NUMBER}\s*(?:(?:groupes?|групп[аы]?|مجموعات)\s+(?=sur|из|من))?{_OF}\s*(?:(?:the|all|les|l[oa]s|[oa]s)\s+)?{NUMBER}"
    rf"(?:\s+(?:working )?(?:{NOUN}))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"{BEFORE}({DIGITS})\s?(?:%|per ?cent\b)", re.IGNORECASE)
_SPELT = re.compile(rf"{BEFORE}({SPELT}|(?:a )?dozens?){AFTER}", re.IGNORECASE)


class Figures(NamedTuple):
    """The claims of a text, as they stand there, that are wrong, and those that no count can decide."""

    wrong: tuple[str, ...]
    unsure: tuple[str, ...]


def figures(text: str, sources: Sequence[Source], about: str = "") -> Figures:
    """What a text says in numbers, held against its sources. What is quoted is left to the quotes.

    `2 of 3` has to be a number and its whole; a number before a noun such as `points` has to be one of these; a place
    or score in a vote has to be that of the item named beside it, else of the one that the text is `about`. Any other
    has to be some number of the sources, or stand in their words.
    """
    return _Reading(text, sources, about).made()


class _Reading:
    """Goes through a text: what was understood is taken out of it, so that nothing counts twice."""

    def __init__(self, text: str, sources: Sequence[Source], about: str) -> None:
        items = [item for source in sources for item in source.items]
        self._rest, self._sources = without_quotes(text), sources
        self._known = KnownNumbers(sources, mentioned(text, items, about))
        self._words = [word for source in sources for word in source.words]
        self._found: dict[Verdict, list[str]] = {"right": [], "wrong": [], "unsure": []}

    def made(self) -> Figures:
        known = self._known
        self._each(_PERCENT, known.percent)
        self._each(_OUT_OF, known.pair)
        for part in parts(self._rest, self._sources):
            self._take(part.words, part.start, part.end, part.verdict, keep=part.keep)
        for placing in placings(self._rest):
            self._take(placing.words, placing.start, placing.end, known.placing(placing))
        for pattern in COUNTED:
            self._each(pattern, known.count)
        self._each(TWO, known.count)
        self._each(BARE, known.bare)
        self._each(NTH, known.nth)
        self._each(_SPELT, known.spelt)
        self._found["unsure"] += agreeing(self._rest, self._sources, divided=known.divided)
        return Figures(tuple(self._found["wrong"]), tuple(self._found["unsure"]))

    def _each(self, pattern: re.Pattern[str], holds: Callable[[re.Match[str]], Verdict]) -> None:
        for found in list(pattern.finditer(self._rest)):
            self._take(found[0], found.start(), found.end(), holds(found))

    def _take(self, words: str, start: int, end: int, verdict: Verdict, *, keep: bool = False) -> None:
        """Note a claim; one that stands so in the words of a source is right."""
        self._found["right" if self._is_said(words) else verdict].append(words.strip())
        if not keep:
            self._rest = f"{self._rest[:start]}{' ' * (end - start)}{self._rest[end:]}"

    def _is_said(self, words: str) -> bool:
        return any(is_said(words, source) for source in self._words)
