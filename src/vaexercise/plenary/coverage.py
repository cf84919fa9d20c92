"""What the columns of a question's own table amount to, in numbers: filled in, chosen, given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import is_filled
from vaexercise.model.text import in_language
from vaexercise.questions.priority import Kind as Priority

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.form import Blank, Values
    from vaexercise.model.question import Question

_STACKED = "stack"
"""How the questions are consolidated whose rows are the groups' own."""
_LOW_IS_BEST = "rank"


@dataclass(frozen=True, kw_only=True)
class Covered:
    """Counts over `of` rows: in how many each column is `filled` in, how often each choice of `column` is `chosen`.

    What options were `given` in all has no column either, and `of` counts the answers.
    """

    what: Literal["filled", "chosen", "given"]
    rows: tuple[tuple[str, int], ...]
    of: int
    column: str = ""


def coverage(question: Question, responses: Sequence[Response], language: str) -> tuple[Covered, ...]:
    """Of a table with the groups' own rows, each of its columns; of priorities, what each option got, most first."""
    form = question.form()
    rows = [point.values for response in responses for point in response.points]
    if question.consolidate == _STACKED and form.repeats and rows:
        return tuple(_covered(form.blanks[1:], rows, language))
    given = [response.answer.values for response in responses if response.answer]
    if isinstance(question, Priority) and question.method != _LOW_IS_BEST and given:
        return tuple(_given(form.blanks[:-1], given, language))
    return ()


def _covered(blanks: Sequence[Blank], rows: Sequence[Values], language: str) -> Iterator[Covered]:
    free = [blank for blank in blanks if not blank.choices]
    if free:
        filled = ((in_language(b.label, language), sum(is_filled(b, row) for row in rows)) for b in free)
        yield Covered(what="filled", rows=tuple(filled), of=len(rows))
    for blank in blanks:
        if blank.choices:
            counts = Counter(value for row in rows for value in _chosen(row.get(blank.name, "")))
            chosen = ((in_language(item.label, language), counts[item.id]) for item in blank.choices)
            yield Covered(what="chosen", rows=tuple(chosen), of=len(rows), column=in_language(blank.label, language))


def _chosen(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _given(options: Iterable[Blank], given: Sequence[Values], language: str) -> Iterator[Covered]:
    """Sums of whole numbers; decimals have no bars."""
    cells = [(option, [str(v.get(option.name, "")) for v in given if is_filled(option, v)]) for option in options]
    if all(cell.isdecimal() for _, each in cells for cell in each):
        sums = [(in_language(option.label, language), sum(map(int, each))) for option, each in cells]
        yield Covered(what="given", rows=tuple(sorted(sums, key=lambda pair: -pair[1])), of=len(given))
