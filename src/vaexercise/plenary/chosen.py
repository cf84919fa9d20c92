"""What came first in a question that sets priorities: its options with their places and totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.plenary.priorities import Placed
from vaexercise.questions.priority import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """All options, best first, and how many people voted, 0 where nobody knows.

    Scores are `points`; of a ranking they are sums of places (`places`), the lowest first. `said` are those options
    that are codes of points.
    """

    placed: tuple[Placed, ...]
    voters: int
    measure: str
    said: tuple[str, ...] = ()


def chosen(question: Question, responses: Sequence[Response], codes: Collection[str], language: str) -> Chosen | None:
    """What the answers to a question of kind `priority` gave together; an option that got nothing has no place.

    `codes` are those of everything that was said: an option that is one of them is titled by its words alone.
    """
    given = [response.answer for response in responses if response.answer]
    if not (isinstance(question, Kind) and given):
        return None
    placed = (
        Placed(
            item=tally.option,
            number=number,
            title=tally.label.removeprefix(f"{tally.option} ") if tally.option in codes else tally.label,
            place=tally.place if tally.total else "",
            score=tally.in_words,
        )
        for number, tally in enumerate(question.tallies(given, language), start=1)
    )
    return Chosen(
        placed=tuple(placed),
        voters=question.voters(given),
        measure="places" if question.method == "rank" else "points",
        said=tuple(blank.name for blank in question.form().blanks if blank.name in codes),
    )
