"""Words that mean the same, from a list that people write: `PWD = persons with disabilities`.

What stands left of an equals sign is read as what stands on the far right. Every form is written out
(`budget = budgets = funding`): which words belong together is said, not guessed. In scripts without spaces an
expression is also found inside a longer run of letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from vaexercise.errors import Problem, Problems
from vaexercise.plenary.tokens import is_unspaced, normalised

_COMMENT = "#"


@dataclass(frozen=True)
class Synonyms:
    """What each expression stands for, both as the matcher reads them."""

    meanings: Mapping[str, str] = field(default_factory=dict)

    def applied(self, text: str) -> str:
        """A normalised text with every expression replaced, the longest first, each place once."""
        if not self.meanings:
            return text
        return " ".join(self._pattern.sub(lambda found: f" {self.meanings[found[0]]} ", text).split())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.meanings, key=lambda words: (-len(words), words))
        return re.compile("|".join(map(_found_by, longest_first)))


def _found_by(expression: str) -> str:
    exact = re.escape(expression)
    return exact if is_unspaced(expression) else rf"(?<!\S){exact}(?!\S)"


NONE = Synonyms()


def joined(first: Synonyms, second: Synonyms) -> Synonyms:
    """Both lists in one; where they differ about an expression, the first list is right."""
    both = {**second.meanings, **first.meanings}
    ends = {expression: _end_of(expression, both) for expression in both}
    return Synonyms({expression: end for expression, end in ends.items() if expression != end})


def _end_of(expression: str, meanings: Mapping[str, str]) -> str:
    """What an expression stands for if one meaning leads to the next; of a circle, always the same one."""
    way: list[str] = []
    while expression in meanings and expression not in way:
        way.append(expression)
        expression = meanings[expression]
    return min(way[way.index(expression) :]) if expression in way else expression


def read_synonyms(text: str, file: str = "synonyms") -> Synonyms:
    """The list in a text, one meaning a line; empty lines and those that begin with # say nothing.

    Raises `Problems`, all at once and by line: no equals sign, an empty side, an expression with two meanings.
    """
    reader = _Reader(file)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.strip().startswith(_COMMENT):
            reader.read(number, line)
    reader.look_for_chains()
    if reader.problems:
        raise Problems(reader.problems)
    return Synonyms(dict(reader.meanings))


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.meanings: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._lines: dict[str, int] = {}

    def read(self, number: int, line: str) -> None:
        parts = [_expression(part) for part in line.split("=")]
        if len(parts) == 1:
            self._wrong(number, "has no equals sign. Write a line such as: PWD = persons with disabilities")
        elif not all(parts):
            self._wrong(number, "has nothing to read on one side of an equals sign. Write a word on each side")
        else:
            for part in parts[:-1]:
                self._learn(number, part, parts[-1])

    def _learn(self, number: int, expression: str, meaning: str) -> None:
        if expression == meaning:
            return
        known = self.meanings.setdefault(expression, meaning)
        if known != meaning:
            sentence = '"{words}" has another meaning in line {other}. Keep one of the two'
            self._wrong(number, sentence, words=expression, other=self._lines[expression])
        self._lines.setdefault(expression, number)

    def look_for_chains(self) -> None:
        """What an expression stands for must not itself stand for something else."""
        for expression, meaning in self.meanings.items():
            if meaning in self.meanings:
                sentence = '"{words}" stands on the left in line {other}. Write all that is equal in one line'
                self._wrong(self._lines[expression], sentence, words=meaning, other=self._lines[meaning])

    def _wrong(self, number: int, sentence: str, **facts: object) -> None:
        shown = {name: f"{fact:.40}" if isinstance(fact, str) else fact for name, fact in facts.items()}
        self.problems.append(Problem(sentence, shown, file=self.file, line=number))


def _expression(raw: str) -> str:
    """An expression as the matcher reads it; empty if there is no letter in it."""
    return normalised(raw) if any(char.isalnum() for char in raw) else ""
