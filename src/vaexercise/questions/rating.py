"""Rating: a step of a scale, with words at every step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import count, everywhere, say
from vaexercise.model.form import Blank, Form, Item
from vaexercise.model.question import Consolidate, Fault
from vaexercise.model.text import in_language
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import Option, items_of, twins
from vaexercise.questions.summing import answers, choices_counted, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block

CANNOT_SAY = Item(id="cannot-say", label=everywhere("Cannot say"))


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A step of `scale`, from low to high; `cannot_say` allows not to judge, and is never a step."""

    kind: Literal["rating"] = "rating"
    scale: tuple[Option, ...] = ("Not at all", "A little", "Partly", "Mostly", "Fully")
    cannot_say: bool = True
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """One blank: the step."""
        blank = Blank(
            name="answer",
            label=self.prompt,
            kind="one",
            choices=(*items_of(self.scale), *((CANNOT_SAY,) if self.cannot_say else ())),
            required=True,
            hint=self.hint,
        )
        return Form(blanks=(blank,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """The distribution; the median, from those who judged; how many could not say. Never a mean."""
        blank = self.form().blanks[0]
        given = [answer.values[blank.name] for answer in answers(responses, blank)]
        steps = sorted(place for place, item in enumerate(items_of(self.scale)) for value in given if value == item.id)
        unsure = given.count(CANNOT_SAY.id)
        note = sentences(
            self._median(steps, language),
            count(unsure, "{n} group cannot say.", "{n} groups cannot say.") if unsure else "",
        )
        return choices_counted(self.prompt_in(language), blank, responses, language, note)

    def _median(self, steps: Sequence[int], language: str) -> str:
        """The middle step in words; two, if the middle lies between them: words have no mean."""
        if not steps:
            return ""
        labels = [in_language(item.label, language) for item in items_of(self.scale)]
        low, high = labels[steps[(len(steps) - 1) // 2]], labels[steps[len(steps) // 2]]
        middle = low if low == high else say("between {low} and {high}", low=low, high=high)
        return count(len(steps), "Median of {n} rating: {middle}.", "Median of {n} ratings: {middle}.", middle=middle)

    def faults(self) -> Iterator[Fault]:
        """Fewer than two steps; steps that cannot be told apart."""
        if len(self.scale) <= 1:
            yield Fault(("scale",), "a scale has at least two steps, each in words, from low to high")
        yield from twins("scale", (*self.scale, CANNOT_SAY) if self.cannot_say else self.scale)
