"""Responses of invented groups, for the tests of the question kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vaexercise.model.feedback import Answer, Point, Response, State
from vaexercise.model.form import Value, Values

if TYPE_CHECKING:
    from vaexercise.model.question import Question

Said = Mapping[str, Value] | Sequence[Values] | State


def _response(number: int, question: Question, said: Said) -> Response:
    group, code = f"g{number}", f"G{number}-{question.code}"
    if isinstance(said, str):
        return Response(group=group, question=question.id, state=said, code=code)
    if isinstance(said, Mapping):
        answer = Answer(code=code, group=group, question=question.id, values=said, language="en")
        return Response(group=group, question=question.id, state="answered", code=code, answer=answer)
    points = tuple(
        Point(
            id=f"p{number}{place}",
            code=f"{code}-{place:02}",
            group=group,
            question=question.id,
            place=place,
            values=values,
            language="en",
            star=place == 1,
        )
        for place, values in enumerate(said, start=1)
    )
    return Response(group=group, question=question.id, state="answered", code=code, points=points)


def say(question: Question, *said: Said) -> list[Response]:
    """Make responses: for each group a map (its answer), a list of maps (its points) or a state."""
    return [_response(number, question, one) for number, one in enumerate(said, start=1)]
