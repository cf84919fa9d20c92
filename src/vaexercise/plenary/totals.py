"""The sums that show that nothing is missing: what came in, and what is shown of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.model.plenary import Block, Grid, Line
from vaexercise.plenary.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.feedback import Answer, Point, Response
    from vaexercise.model.question import Question


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Points in and shown. What no block shows is `left_over`, word for word, so that it is shown all the same.

    `private` counts points and answers that groups keep to themselves: they are in, and shown nowhere. `withdrawn`
    are those that were taken back: they are not in any more.
    `answers` are filled-in forms of questions that do not repeat. `by_group` counts points.
    """

    points: int = 0
    points_shown: int = 0
    answers: int = 0
    answers_shown: int = 0
    private: int = 0
    withdrawn: int = 0
    by_group: Mapping[str, int] = field(default_factory=dict)
    left_over: tuple[Line, ...] = ()


NOTHING = Totals()


def totals(
    questions: Mapping[str, Question], blocks: Mapping[str, Iterable[Block]], responses: Sequence[Response]
) -> Totals:
    """Count what came in, group by group, and look for each code in what goes out: the `blocks` of each question."""
    shown = {question: Counter(codes_in(found)) for question, found in blocks.items()}
    points = [point for response in responses for point in response.points]
    answers = [response.answer for response in responses if response.answer]
    left_points = [point for point in points if not _take(shown, point.question, point.code)]
    left_answers = [answer for answer in answers if not _take(shown, answer.question, answer.code)]
    left: list[Point | Answer] = [*left_points, *left_answers]
    return Totals(
        points=len(points),
        points_shown=len(points) - len(left_points),
        answers=len(answers),
        answers_shown=len(answers) - len(left_answers),
        private=sum(bool(entry.private) for entry in (*points, *answers)),
        withdrawn=sum(response.withdrawn for response in responses),
        by_group=dict(Counter(point.group for point in points)),
        left_over=tuple(in_words(said, questions.get(said.question)) for said in left if not said.private),
    )


def codes_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Every code that blocks show: of a line, or in the columns of a table that say who said it."""
    for block in blocks:
        if isinstance(block, Grid):
            for row in (block.columns, *block.rows):
                yield from (code for place in block.attributed for code in row[place].split(", "))
        else:
            yield from (line.code for line in block.lines)


def _take(shown: Mapping[str, Counter[str]], question: str, code: str) -> bool:
    """Cross a code off the list of what is shown; false if it is not on it, or not often enough."""
    found = shown.get(question, Counter())
    found[code] -= 1
    return found[code] >= 0
