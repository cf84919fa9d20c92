"""Number: a value in a unit, whether it is an estimate, and where it is from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import count, everywhere, say
from vaexercise.model.form import Blank, Form
from vaexercise.model.question import Consolidate, Fault
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import YES_NO
from vaexercise.questions.summing import answers, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A number between `min` and `max`, in `unit`; `estimate` asks whether it is one."""

    kind: Literal["number"] = "number"
    unit: str = ""
    min: int | None = None
    max: int | None = None
    estimate: bool = True
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """The value, whether it is an estimate, its source."""
        value = Blank(
            name="value",
            label=self.prompt,
            kind="number",
            required=True,
            least=self.min,
            most=self.max,
            unit=self.unit,
            hint=self.hint,
        )
        estimate = Blank(name="estimate", label=everywhere("Is it an estimate?"), kind="one", choices=YES_NO)
        source = Blank(name="source", label=everywhere("Where is it from?"))
        return Form(blanks=(value, estimate, source) if self.estimate else (value, source))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Every group's number as it was given, with its source; range, median and estimates in the note."""
        form = self.form()
        given = answers(responses, form.blanks[0])
        numbers = sorted(Decimal(str(answer.values["value"])) for answer in given)
        estimates = sum(answer.values.get("estimate") == "yes" for answer in given)
        return stacked(self.prompt_in(language), form, responses, language, self._spread(numbers, estimates))

    def _spread(self, numbers: Sequence[Decimal], estimates: int) -> str:
        if not numbers:
            return ""
        median = (numbers[(len(numbers) - 1) // 2] + numbers[len(numbers) // 2]) / 2
        low, middle, high = (f"{number.normalize():f}" for number in (numbers[0], median, numbers[-1]))
        return say(
            "{numbers}, from {low} to {high}; median {middle}; {estimates}.",
            numbers=count(len(numbers), "{n} number", "{n} numbers"),
            low=low,
            high=f"{high} {self.unit}".rstrip(),
            middle=middle,
            estimates=count(estimates, "{n} estimate", "{n} estimates"),
        )

    def faults(self) -> Iterator[Fault]:
        """`min` over `max`."""
        if self.min is not None and self.max is not None and self.min > self.max:
            yield Fault(("min",), "{min} is more than max, {max}", {"min": self.min, "max": self.max})
