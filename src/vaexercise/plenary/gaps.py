"""What no group said: items of a checklist, cells of a table; counted over all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.model.form import is_filled, label_of
from vaexercise.model.text import counted, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.form import Blank
    from vaexercise.model.question import Question


@dataclass(frozen=True, kw_only=True)
class Gap:
    """`missing` of `of` things: for them no group said `wanted`, or the column `wanted` is empty in them.

    With nothing `wanted`, they are cells that nobody filled in. `noun` is what they are. `missing` are their labels,
    or the codes of rows.
    """

    wanted: str
    noun: str
    of: int
    missing: tuple[str, ...]
    rows: bool = False

    def __str__(self) -> str:
        """Such as: for 9 of 24 items no group said “yes”; 2 of 9 objectives have no “Impact indicator”."""
        number = len(self.missing)
        if not self.wanted:
            return f"{number} of {counted(self.of, self.noun)} {'is' if number == 1 else 'are'} empty in every group"
        if self.rows:
            return f"{number} of {counted(self.of, self.noun)} {'has' if number == 1 else 'have'} no “{self.wanted}”"
        return f"for {number} of {counted(self.of, self.noun)} no group said “{self.wanted}”"


def gaps(question: Question, responses: Sequence[Response], language: str = "en") -> tuple[Gap, ...]:
    """The gaps of a matrix or checklist that somebody answered, those of nothing missing left out.

    `responses` are without what is private. Of other kinds of questions there are none.
    """
    answered = any(response.points or response.answer for response in responses)
    if not answered or question.kind not in {"checklist", "matrix"}:
        return ()
    found = _rows(question, responses, language) if question.form().repeats else _items(question, responses, language)
    return tuple(gap for gap in found if gap.missing)


def _rows(question: Question, responses: Sequence[Response], language: str) -> Iterator[Gap]:
    """Columns that are empty in some of the groups' own rows."""
    form, points = question.form(), [point for response in responses for point in response.points]
    for blank in form.blanks:
        missing = tuple(point.code for point in points if not is_filled(blank, point.values))
        yield Gap(wanted=in_language(blank.label, language), noun=form.noun, of=len(points), missing=missing, rows=True)


def _items(question: Question, responses: Sequence[Response], language: str) -> Iterator[Gap]:
    """Items that no group gave the first of the scale's answers; cells of a given table that nobody filled in."""
    given = [response.answer.values for response in responses if response.answer]
    blanks = [blank for blank in question.form().blanks if question.kind == "matrix" or blank.kind == "one"]
    if question.kind == "matrix":
        empty = [blank for blank in blanks if not any(is_filled(blank, values) for values in given)]
        yield Gap(wanted="", noun="cell", of=len(blanks), missing=_labels(empty, language))
    elif blanks:
        best = blanks[0].choices[0]
        unsaid = [blank for blank in blanks if not any(values.get(blank.name) == best.id for values in given)]
        wanted = label_of(blanks[0], best.id, language)
        yield Gap(wanted=wanted, noun="item", of=len(blanks), missing=_labels(unsaid, language))


def _labels(blanks: Sequence[Blank], language: str) -> tuple[str, ...]:
    return tuple(in_language(blank.label, language) for blank in blanks)
