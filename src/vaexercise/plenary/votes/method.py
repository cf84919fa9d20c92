"""What every method of voting has: a rule in words, how a ballot is read and checked, what items get."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from vaexercise.errors import Refused, Unreadable
from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.vote import Choices, Given, MethodName, Papers, Standing, Tally

BLANK = "blank"
"""What is typed for a ballot that says nothing."""

_SEPARATORS = re.compile(r"[\s,;،>]+")
_LONGEST = 6
_SHOWN = 20


class Method(ABC):
    """A method for these items (ids, in the order of the ballot paper). Raises `Refused` for what cannot be.

    People call an item by its number, from 1. `budget` and `cap` are 0 for what is usual.
    """

    name: ClassVar[MethodName]
    measure: ClassVar[str]
    """What the score of an item counts, such as `dots`."""

    example: ClassVar[str]
    """A ballot as it is typed, explained."""

    def __init__(self, items: Sequence[str], budget: int = 0, cap: int = 0) -> None:
        self.items = tuple(items)
        self.budget, self.cap = self._limits(budget, cap)

    def _limits(self, budget: int, cap: int) -> tuple[int, int]:
        """Budget and cap, where they were not said the usual ones. Most methods have none."""
        if budget or cap:
            raise Refused(reason=f"{self.name} has no --budget and no --cap. Nothing was opened.")
        return 0, 0

    @property
    @abstractmethod
    def rule(self) -> str:
        """How people vote and what decides about places, in sentences."""

    @abstractmethod
    def read(self, line: str) -> Given:
        """A ballot as it is typed, with numbers for items. Raises `Unreadable`."""

    @abstractmethod
    def _wrong(self, choices: Choices) -> Iterator[str]:
        """What else is wrong with a ballot whose items are all known and there once."""

    @abstractmethod
    def standings(self, papers: Papers) -> dict[str, Standing]:
        """What each item got; the order of papers plays no part."""

    @abstractmethod
    def words(self, choices: Choices, titles: Mapping[str, str]) -> str:
        """A ballot in words, to be read back."""

    def wrong(self, given: Given) -> list[str]:
        """All that is wrong with a ballot, in sentences; empty if it counts."""
        times = Counter(item for item, _ in given)
        strange = [item for item in times if item not in self.items]
        found = [f"there is no item {item:.{_SHOWN}}: items are 1 to {len(self.items)}" for item in strange]
        found += [
            f"item {self.number(item)} is there {counted(n, 'time')}: name it once"
            for item, n in times.items()
            if n > 1 and item not in strange
        ]
        return found or list(self._wrong(dict(given)))

    def wrong_tally(self, tally: Tally) -> list[str]:
        """All that is wrong with votes that were counted by hand, in sentences."""
        named = [*tally.sums, *tally.scores]
        found = [f"there is no item {item:.{_SHOWN}}: items are 1 to {len(self.items)}" for item in named
                 if item not in self.items]  # fmt: skip
        if tally.voters < 1:
            found.append(f"{tally.voters} people cannot have voted: say how many did")
        return found or list(self._wrong_tally(tally))

    def _wrong_tally(self, tally: Tally) -> Iterator[str]:
        """What else is wrong with a tally. Most methods need every ballot."""
        yield f"a vote by {self.name} needs every ballot of the {tally.voters}: type them in with `vote enter`"

    # -- for the methods

    def number(self, item: str) -> int:
        """What people call an item."""
        return self.items.index(item) + 1

    def listed(self, items: Sequence[str], titles: Mapping[str, str]) -> str:
        """Items with number and title, in the order of the ballot paper."""
        return ", ".join(f"{self.number(item)} {titles[item]}" for item in self.items if item in set(items))

    def item(self, number: int) -> str:
        """The item of that number; the number itself if there is none."""
        return self.items[number - 1] if 1 <= number <= len(self.items) else str(number)

    def numbers(self, line: str, joined: str = "") -> list[tuple[int, ...]]:
        """A line as numbers, each alone or with others behind one of the `joined` signs. Raises `Unreadable`."""
        words = words_of(_tight(line, joined))
        parts = [re.split(f"[{joined}]", word) if joined else [word] for word in words]
        strange = [word for word, part in zip(words, parts, strict=True) if not all(map(_is_number, part))]
        if strange:
            said = ", ".join(f"“{word:.{_SHOWN}}”" for word in strange[:_LONGEST])
            raise Unreadable(advice=f"Not understood: {said}. {self.example}")
        return [tuple(map(int, part)) for part in parts]


def words_of(line: str) -> list[str]:
    """What stands between spaces, commas and the like."""
    return [word for word in _SEPARATORS.split(line) if word]


def _tight(line: str, joined: str) -> str:
    """The line without spaces around the signs that join."""
    return re.sub(rf"\s*([{joined}])\s*", r"\1", line) if joined else line


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST


def shares(totals: Mapping[str, int | Fraction]) -> dict[str, Fraction | None]:
    """The part of all that was given that each got; None for each if nothing was given."""
    whole = sum(totals.values(), Fraction(0))
    return {item: Fraction(total) / whole if whole else None for item, total in totals.items()}
