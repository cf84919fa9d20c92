"""Points: one line is one point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import everywhere
from vaexercise.model.form import Blank, Form
from vaexercise.model.question import Consolidate, Fault
from vaexercise.model.text import Text
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import Option, bounds, items_of, twins
from vaexercise.questions.summing import lines_by_group

if TYPE_CHECKING:
    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block

TEXT, ABOUT = "text", "about"


@dataclass(frozen=True, kw_only=True)
class Extra:
    """A detail that a command may add to a point: never asked after each line."""

    kind: Literal["text", "one"] = "text"
    label: Text
    options: tuple[Option, ...] = ()

    def blank(self, name: str) -> Blank:
        """The extra as something to fill in."""
        return Blank(
            name=name,
            label=self.label,
            kind="one" if self.kind == "one" else "line",
            choices=items_of(self.options),
        )


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A list of points; `min` and `max` are how many are hoped for."""

    kind: Literal["points"] = "points"
    min: int = 0
    max: int = 0
    extras: Mapping[str, Extra] = field(default_factory=dict)
    consolidate: Consolidate = "themes"

    def own_form(self) -> Form:
        """One blank, the words of the point; with `link_to`, an extra for the code of the point it answers."""
        words = Blank(name=TEXT, label=self.prompt, required=True, hint=self.hint)
        about = Blank(name=ABOUT, label=everywhere("About"), hint="The code of the point that this one answers.")
        extras = [extra.blank(name) for name, extra in self.extras.items()]
        return Form(
            blanks=(words,),
            repeats=True,
            least=self.min,
            most=self.max,
            extras=(*extras, about) if self.link_to else tuple(extras),
        )

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Each group's points."""
        return lines_by_group(self.form(), responses, language)

    def faults(self) -> Iterator[Fault]:
        """`min` over `max`; a choice without options; an extra that takes the name of the point's own words."""
        yield from bounds(self.min, self.max)
        for name, extra in self.extras.items():
            if name in {TEXT, ABOUT}:
                yield Fault(("extras", name), "{name} has a meaning of its own here: choose another", {"name": name})
            if (extra.kind == "one") != bool(extra.options):
                yield Fault(("extras", name), "options go with kind: one, and only with it")
            for fault in twins("options", extra.options):
                yield Fault(("extras", name, *fault.path), fault.sentence, fault.facts)
