"""Recognising choices as people type them: by number, id, label in any language, or the beginning of one."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from vaexercise.errors import Unreadable
from vaexercise.model.text import clean_line, in_language
from vaexercise.questions.choices import folded, names_of
from vaexercise.questions.numerals import in_digits, place_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.form import Blank

FEW = 8
"""How many labels a sentence can carry."""

_APART = re.compile(r"[,;،、\uff0c\uff1b]")
_RANGE = re.compile(r"(\d{1,4})\s*[-–—]\s*(\d{1,4})")


class Picker:
    """The choices of one blank, ready to be recognised."""

    def __init__(self, blank: Blank, language: str = "en") -> None:
        self.blank = blank
        self.language = language
        self.ids = [item.id for item in blank.choices]

    @cached_property
    def names(self) -> dict[str, str]:
        """Every id, then every label, folded, with the id it means."""
        labels = [(name, item.id) for item in self.blank.choices for name in sorted(names_of(item))]
        named = [*((name, name) for name in self.ids), *labels]
        return {folded(clean_line(name)): meant for name, meant in reversed(named)}

    def one(self, typed: str) -> str:
        """The id of the one choice that is meant, or own words where they are allowed."""
        found = self.meant(typed)
        if found or not self._own(typed):
            return found or self._refuse(typed)
        return typed

    def several(self, typed: str) -> tuple[str, ...]:
        """The ids of the choices that are meant, and own words: `1,3`, `1 3`, `1-3`, labels between commas."""
        whole = self.meant(typed)
        return self.arranged([whole] if whole else self._pieces(typed))

    def arranged(self, picked: Iterable[str]) -> tuple[str, ...]:
        """Choices each once, in their own order; in an `order` as they come, where none may come twice."""
        given = list(picked)
        once = dict.fromkeys(given)
        if self.blank.kind == "order":
            if len(once) < len(given):
                raise Unreadable(typed=", ".join(given), advice="Each choice can have one place only. " + self.advice)
            return tuple(given)
        known = [name for name in self.ids if name in once]
        return (*known, *(words for words in once if words not in set(known)))

    def meant(self, typed: str) -> str:
        """The id of the choice with this name or number, or of the only one that begins so; else nothing."""
        key, place = folded(typed), place_in(typed)
        if not key:
            return ""
        if key in self.names:
            return self.names[key]
        if place:
            return self.ids[place - 1] if place <= len(self.ids) else ""
        begun = {meant for name, meant in self.names.items() if name.startswith(key)}
        return begun.pop() if len(begun) == 1 and not self.blank.other else ""

    @property
    def advice(self) -> str:
        """What to type."""
        number = len(self.ids)
        if not number:
            return "Type some words." if self.blank.other else "There is nothing to choose from."
        span = "1" if number == 1 else f"a number from 1 to {number}"
        if self.blank.kind != "one":
            span = f"numbers from 1 to {number}, such as {'2,1' if self.blank.kind == 'order' else '1,2'}"
        if number > FEW:
            return f"Type {span}, or the beginning of a name."
        labels = ", ".join(in_language(item.label, self.language) for item in self.blank.choices)
        return f"Type {span}, or {'one' if self.blank.kind == 'one' else 'some'} of: {labels}."

    def _pieces(self, typed: str) -> Iterator[str]:
        parts = [part.strip() for part in _APART.split(typed)]
        longest = 1 + max((len(_APART.findall(name)) for name in self.names), default=0)
        start = 0
        while start < len(parts):
            size = self._label_of_parts(parts[start : start + longest])
            piece = ", ".join(parts[start : start + size])
            yield from self._piece(piece) if piece else ()
            start += size

    def _label_of_parts(self, parts: list[str]) -> int:
        """How many parts make up one label that has commas itself; else 1."""
        sizes = range(len(parts), 1, -1)
        return next((size for size in sizes if folded(", ".join(parts[:size])) in self.names), 1)

    def _piece(self, piece: str) -> Iterator[str]:
        if found := self.meant(piece) or self._span(piece):
            yield from [found] if isinstance(found, str) else found
            return
        words = [self.meant(word) or self._span(word) for word in piece.split()]
        if all(words):
            for word in words:
                yield from [word] if isinstance(word, str) else word
        else:
            yield piece if self._own(piece) else self._refuse(piece)

    def _span(self, piece: str) -> list[str]:
        found = _RANGE.fullmatch(in_digits(piece))
        first, last = map(int, found.groups()) if found else (0, 0)
        return self.ids[first - 1 : last] if 0 < first <= last <= len(self.ids) else []

    def _own(self, typed: str) -> bool:
        """Whether these may be own words. A bare number is not: it is a slip."""
        return self.blank.other and not re.fullmatch(r"[\d\s\-–—]*", in_digits(typed))

    def _refuse(self, typed: str) -> str:
        raise Unreadable(typed=typed, advice=self.advice)
