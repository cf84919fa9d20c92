"""What no group said: items of a checklist, cells of a table; counted over all groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vaexercise.messages import ENGLISH, count, say, spoken
from vaexercise.model.form import is_filled, label_of
from vaexercise.model.text import counted, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.form import Blank
    from vaexercise.model.question import Question

_YES, _NO = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """`missing` of `of` things: for them no group said `wanted`, or the column `wanted` is empty in them.

    With nothing `wanted`, they are cells that nobody filled in; where the column says `given`, such as no, they are
    its rows. `noun` is what they are. `missing` are their labels, or the codes of rows.
    """

    wanted: str
    noun: str
    of: int
    missing: tuple[str, ...]
    rows: bool = False
    given: str = ""

    def __str__(self) -> str:
        """Such as: for 9 of 24 items no group said “yes”; 2 of 9 objectives have no “Impact indicator”.

        Of a column that asks yes or no: for 2 of 9 objectives “Measured today?” is “no”.
        """
        number = len(self.missing)
        if not self.wanted:
            return count(
                number,
                "{n} of {things} is empty in every group",
                "{n} of {things} are empty in every group",
                things=self._things(),
            )
        if self.given:
            return say(
                "for {number} of {things} “{column}” is “{answer}”",
                number=number,
                things=self._things(),
                column=self.wanted,
                answer=self.given,
            )
        if self.rows:
            return count(
                number,
                "{n} of {things} has no “{column}”",
                "{n} of {things} have no “{column}”",
                things=self._things(),
                column=self.wanted,
            )
        return say(
            "for {number} of {things} no group said “{answer}”",
            number=number,
            things=self._things(),
            answer=self.wanted,
        )

    def _things(self) -> str:
        """How many there are, and of what; the noun of an exercise's own rows is English."""
        if self.noun == "item":
            return count(self.of, "{n} item", "{n} items")
        if self.noun == "cell":
            return count(self.of, "{n} cell", "{n} cells")
        return counted(self.of, self.noun) if spoken() == ENGLISH else count(self.of, "{n} row", "{n} rows")


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
    """Columns that are empty in some of the groups' own rows, or say no there."""
    form, points = question.form(), [point for response in responses for point in response.points]
    for blank in form.blanks:
        label = in_language(blank.label, language)
        missing = tuple(point.code for point in points if not is_filled(blank, point.values))
        gap = Gap(wanted=label, noun=form.noun, of=len(points), missing=missing, rows=True)
        yield gap
        if asks_yes_or_no(blank):
            denied = tuple(point.code for point in points if point.values.get(blank.name) == _NO)
            yield replace(gap, missing=denied, given=label_of(blank, _NO, language))


def asks_yes_or_no(blank: Blank) -> bool:
    """Whether a blank is a choice in which yes and no are, whatever stands between them."""
    return blank.kind == "one" and {_YES, _NO} <= {item.id for item in blank.choices}


def _items(question: Question, responses: Sequence[Response], language: str) -> Iterator[Gap]:
    """Items that no group gave the first of the scale's answers; cells of a given table that nobody filled in."""
    given = [response.answer.values for response in responses if response.answer]
    blanks = [blank for blank in question.form().blanks if question.kind == "matrix" or blank.kind == "one"]
    if question.kind == "matrix":
        empty = [blank for blank in blanks if not any(is_filled(blank, values) for values in given)]
        yield Gap(wanted="", noun="cell", of=len(blanks), missing=_labels(empty, language))
        blanks = [blank for blank in blanks if asks_yes_or_no(blank) and blank not in empty]
        if blanks:
            unsaid = [blank for blank in blanks if not any(values.get(blank.name) == _YES for values in given)]
            wanted = label_of(blanks[0], _YES, language)
            yield Gap(wanted=wanted, noun="cell", of=len(blanks), missing=_labels(unsaid, language))
    elif blanks:
        best = blanks[0].choices[0]
        unsaid = [blank for blank in blanks if not any(values.get(blank.name) == best.id for values in given)]
        wanted = label_of(blanks[0], best.id, language)
        yield Gap(wanted=wanted, noun="item", of=len(blanks), missing=_labels(unsaid, language))


def _labels(blanks: Sequence[Blank], language: str) -> tuple[str, ...]:
    return tuple(in_language(blank.label, language) for blank in blanks)
