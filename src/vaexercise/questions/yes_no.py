"""Yes or no, and how the group knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import everywhere, say
from vaexercise.model.form import Blank, Form, Item, is_filled, shown
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.model.question import Consolidate
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import YES_NO
from vaexercise.questions.summing import NO_ANSWER, answers, groups_answered, remarks, sentences, silence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Answer, Response
    from vaexercise.model.plenary import Block

YES, NO = YES_NO
CHOICES = (YES, Item(id="partly", label=everywhere("Partly")), NO, Item(id="unknown", label=everywhere("Unknown")))
WITH_EVIDENCE = ("yes", "partly")


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """Yes, partly, no or unknown; who says yes or partly is asked for evidence, unless `evidence` is false."""

    kind: Literal["yes-no"] = "yes-no"
    evidence: bool = True
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """The answer, then the evidence."""
        answer = Blank(name="answer", label=self.prompt, kind="one", choices=CHOICES, required=True, hint=self.hint)
        asked_if = (answer.name, WITH_EVIDENCE)
        evidence = Blank(name="evidence", label=everywhere("How do we know?"), kind="text", only_if=asked_if)
        return Form(blanks=(answer, evidence) if self.evidence else (answer,))

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """How many groups gave each answer, with and without evidence; then the evidence, word for word."""
        blank, *evidence = self.form().blanks
        given = answers(responses, blank)
        if not given:
            return []
        with_evidence = [answer for answer in given if evidence and is_filled(evidence[0], answer.values)]
        grid = Grid(
            title=self.prompt_in(language),
            columns=(say("Answer"), say("Groups"), *_split(evidence=bool(evidence)), say("Said in")),
            rows=tuple(self._row(blank, item, given, with_evidence, language) for item in CHOICES),
            note=sentences(groups_answered(len(given)), remarks(given), silence(responses)),
            attributed=(4 if evidence else 2,),
        )
        lines = tuple(
            Line(code=answer.code, text=str(answer.values[evidence[0].name]), language=answer.language)
            for answer in with_evidence
        )
        return [grid, Lines(title=say("How do we know?"), lines=lines)] if lines else [grid]

    def _row(
        self, blank: Blank, item: Item, given: Sequence[Answer], proved: Sequence[Answer], language: str
    ) -> tuple[str, ...]:
        those = [answer for answer in given if answer.values[blank.name] == item.id]
        known = sum(answer in proved for answer in those)
        split = (str(known), str(len(those) - known)) if item.id in WITH_EVIDENCE else (NO_ANSWER, NO_ANSWER)
        codes = ", ".join(answer.code for answer in those)
        return (shown(blank, item.id, language), str(len(those)), *(split if self.evidence else ()), codes)


def _split(*, evidence: bool) -> tuple[str, ...]:
    """The columns that tell answers with evidence from others."""
    return (say("With evidence"), say("Without")) if evidence else ()
