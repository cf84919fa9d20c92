"""Checklist: the same question about every item of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import everywhere, say
from vaexercise.model.form import Blank, Form, Item
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.question import Consolidate, Fault
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import Option, items_of, twins
from vaexercise.questions.summing import answers, items_by_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block

OTHER = Blank(name="other", label=everywhere("Others, in words, each with its answer"), kind="text")


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A word of `scale` for each of `items`; a string names a shared list, which the loader fills in."""

    kind: Literal["checklist"] = "checklist"
    items: tuple[Option, ...] | str
    scale: tuple[Option, ...] = ("yes", "partly", "no", "unknown")
    allow_other: bool = False
    consolidate: Consolidate = "matrix"

    def own_form(self) -> Form:
        """One blank per item, named by its id; with `allow_other`, one for items in own words."""
        scale = items_of(self.scale)
        blanks = [Blank(name=item.id, label=item.label, kind="one", choices=scale) for item in self._items()]
        return Form(blanks=(*blanks, OTHER) if self.allow_other else tuple(blanks), noun="item")

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Item by group; then the groups' own items, word for word: who means the same is not for us to say."""
        blanks = [blank for blank in self.form().blanks if blank != OTHER]
        own = tuple(
            Line(code=answer.code, text=line, language=answer.language)
            for answer in answers(responses, OTHER)
            for line in str(answer.values[OTHER.name]).splitlines()
        )
        grid = items_by_group(self.prompt_in(language), blanks, responses, language)
        return [*grid, Lines(title=say("Others"), lines=own)] if own else grid

    def faults(self) -> Iterator[Fault]:
        """No items; items or words that cannot be told apart."""
        if not self.items:
            yield Fault(("items",), "give at least one item, or the name of a shared list")
        if len(self.scale) <= 1:
            yield Fault(("scale",), "a scale has at least two words")
        yield from twins("scale", self.scale)
        yield from twins(
            "items", (*self._items(), Item(id=OTHER.name, label="")) if self.allow_other else self._items()
        )

    def _items(self) -> tuple[Item, ...]:
        return items_of(self.items)
