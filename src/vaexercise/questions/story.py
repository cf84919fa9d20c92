"""Story: something that happened, told by a person, who decides whether it may leave the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import everywhere, say, to_say
from vaexercise.model.form import Blank, Form
from vaexercise.model.groups import group_name
from vaexercise.model.plenary import Line, Lines
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import YES_NO
from vaexercise.questions.summing import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Answer, Response
    from vaexercise.model.plenary import Block

CONSENT = Blank(
    name="consent",
    label=everywhere("May this story leave the room?"),
    kind="one",
    choices=YES_NO,
    required=True,
    hint="Ask the person who told it. Without a yes, nobody outside the group reads it.",
)
KEPT = to_say("A story that stays with the group: nobody has agreed that it may leave the room.")


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """One story of the group, with its title, who tells it if they wish, and why it matters."""

    kind: Literal["story"] = "story"

    def own_form(self) -> Form:
        """Title, teller, story, why it matters, consent."""
        return Form(
            blanks=(
                Blank(name="title", label=everywhere("Title"), required=True, hint=self.hint),
                Blank(name="teller", label=everywhere("Who tells it"), hint="A name only if the person wishes it."),
                Blank(name="story", label=everywhere("Story"), kind="text", required=True),
                Blank(name="why", label=everywhere("Why it matters"), kind="text"),
                CONSENT,
            ),
            noun="story",
        )

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """The stories that may leave the room; that there are others."""
        told = [(response.group, response.answer) for response in responses if response.answer]
        return [Lines(title=group_name(group), lines=(self._line(answer, language),)) for group, answer in told]

    def _line(self, answer: Answer, language: str) -> Line:
        if answer.values.get(CONSENT.name) != "yes":
            return Line(code=answer.code, text=say(KEPT))
        *told, _ = self.form().blanks
        return line_of(Form(blanks=tuple(told)), answer, language)
