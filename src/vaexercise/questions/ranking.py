"""Ranking: the options in an order."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import say
from vaexercise.model.form import Blank, Form
from vaexercise.model.plenary import Grid
from vaexercise.model.question import Consolidate, Fault
from vaexercise.model.text import in_language
from vaexercise.questions.choices import Choosing
from vaexercise.questions.summing import (
    NO_ANSWER,
    answers,
    chosen,
    groups_answered,
    places,
    remarks,
    sentences,
    silence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block


@dataclass(frozen=True, kw_only=True)
class Kind(Choosing):
    """All options in order, the most important first; `top` asks only for so many of them."""

    kind: Literal["ranking"] = "ranking"
    top: int = 0
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """One blank: the order."""
        choices = self.choices()
        asked = self.top or len(choices)
        blank = Blank(
            name="answer",
            label=self.prompt,
            kind="order",
            choices=choices,
            required=True,
            least=asked,
            most=asked,
            hint=self.hint,
        )
        return Form(blanks=(blank,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Every group's order, the Borda points and the first choices: they may disagree, so both are shown."""
        blank = self.form().blanks[0]
        given = answers(responses, blank)
        if not given:
            return []
        orders = [chosen(blank, answer) for answer in given]
        points = borda([item.id for item in blank.choices], orders)
        place = places(points)
        labels = {item.id: in_language(item.label, language) for item in blank.choices}
        rows = tuple(
            (
                labels[name],
                *(str(order.index(name) + 1) if name in order else NO_ANSWER for order in orders),
                f"{float(points[name]):g}",
                str(sum(order[0] == name for order in orders)),
                place[name],
            )
            for name in place
        )
        note = say("Borda: an option earns one point for each option below it; options without a place share the rest.")
        columns = (say("Option"), *(answer.code for answer in given), "Borda", say("First choices"), say("Place"))
        note = sentences(groups_answered(len(given)), note, remarks(given), silence(responses))
        attributed = tuple(range(1, len(given) + 1))
        return [Grid(title=self.prompt_in(language), columns=columns, rows=rows, note=note, attributed=attributed)]

    def faults(self) -> Iterator[Fault]:
        """As for all choices; `top` out of range."""
        yield from super().faults()
        if self.top < 0 or (self.top > len(self.options) and not self.options_from):
            facts = {"top": self.top, "options": len(self.options)}
            yield Fault(("top",), "{top} does not lie between 0 (all) and the number of options, {options}", facts)


def borda(options: Sequence[str], orders: Sequence[Sequence[str]]) -> dict[str, Fraction]:
    """Borda points of each option, summed over the orders, which may be incomplete.

    Of n options, the one in place p earns n - p points. The k options without a place are tied for the last
    k places and each earns their average, (k - 1) / 2, so that every order gives away the same sum,
    n (n - 1) / 2. Source: D. Black, Partial justification of the Borda count, Public Choice 28 (1976), 1-15.
    """
    points = dict.fromkeys(options, Fraction(0))
    for order in orders:
        ranked = [name for name in dict.fromkeys(order) if name in points]
        rest = Fraction(len(options) - len(ranked) - 1, 2)
        for name in options:
            points[name] += len(options) - 1 - ranked.index(name) if name in ranked else rest
    return points
