"""What the kinds that offer choices share: words or items, options from another question, recognising what is meant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from vaexercise.messages import everywhere
from vaexercise.model.form import Item
from vaexercise.model.question import Fault
from vaexercise.model.text import Text, in_language
from vaexercise.questions.base import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Option = str | Item
"""A plain word, which is its own id and label, or an item."""

YES_NO = (Item(id="yes", label=everywhere("Yes")), Item(id="no", label=everywhere("No")))


@dataclass(frozen=True, kw_only=True)
class Choosing(Asked):
    """A question with options of its own, or with those that another question (`options_from`) yields."""

    options: tuple[Option, ...] = ()
    options_from: str = ""

    def offering(self, items: Sequence[Item]) -> Self:
        """The question with `items` after its own options."""
        return replace(self, options=(*self.options, *items))

    def choices(self) -> tuple[Item, ...]:
        """The options as items, each once."""
        return tuple({item.id: item for item in items_of(self.options)}.values())

    def faults(self) -> Iterator[Fault]:
        """No options; options that cannot be told apart."""
        if not self.options and not self.options_from:
            yield Fault(("options",), "give at least one option, or options_from with the id of a question")
        yield from twins("options", self.options)


def items_of(options: Sequence[Option]) -> tuple[Item, ...]:
    """Options as items. A string is the name of a list that is not filled in yet: it has none."""
    if isinstance(options, str):
        return ()
    return tuple(Item(id=option, label=option) if isinstance(option, str) else option for option in options)


def names_of(item: Item) -> set[str]:
    """The id and the label in every language."""
    return {item.id, *((item.label,) if isinstance(item.label, str) else item.label.values())}


_MARKS = {*range(0x300, 0x370), *range(0x64B, 0x653), 0x640}
"""Accents of European letters, vowel marks and stretching of Arabic ones: words differ by no other means in neither."""


def folded(text: str) -> str:
    """Text for comparison: without case, accents and outer spaces. Signs of Indic and Khmer words stay."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if ord(c) not in _MARKS)
    return " ".join(unicodedata.normalize("NFKC", plain).casefold().split())


def twins(key: str, options: Sequence[Option]) -> Iterator[Fault]:
    """A fault for every option that has an id or a label in common with an earlier one."""
    seen: set[str] = set()
    for place, item in enumerate(items_of(options)):
        names = set(map(folded, names_of(item)))
        if names & seen:
            yield Fault((key, place), "{id} looks like an earlier one: ids and labels must differ", {"id": item.id})
        seen |= names


def bounds(least: int, most: int) -> Iterator[Fault]:
    """A fault for `min` over `max`, or under 0. A `max` of 0 is none."""
    for key, number in (("min", least), ("max", most)):
        if number < 0:
            yield Fault((key,), "{number} is less than 0", {"number": number})
    if 0 < most < least:
        yield Fault(("min",), "{min} is more than max, {max}", {"min": least, "max": most})


def limit(number: int) -> int | None:
    """A bound as a blank has it: 0 is none."""
    return number or None


def joined(first: Text, second: Text) -> Text:
    """Two texts as `first – second`, in every language that one of them has."""
    languages = [lang for text in (first, second) if not isinstance(text, str) for lang in text]
    if not languages:
        return f"{first} – {second}"
    return {lang: f"{in_language(first, lang)} – {in_language(second, lang)}" for lang in languages}
