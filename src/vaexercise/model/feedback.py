"""What groups say: points, answers, and where each question stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vaexercise.model.form import Values

State = Literal["open", "answered", "skipped", "nothing", "not-discussed"]
"""`skipped` by the group, `nothing` to say, or `not-discussed`: three different things."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One line of an answer, with a code such as `G2-Q3-04` that never changes.

    `group` is `g1`, `g2` … or `plenary`; `place` orders the points of a question; `via` is how it came in.
    """

    id: str
    code: str
    group: str
    question: str
    place: int
    values: Values
    language: str = ""
    star: bool = False
    via: str = "terminal"

    @property
    def text(self) -> str:
        """The words of a point of kind `points`; empty for others."""
        return str(self.values.get("text", ""))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a group filled in for a question that does not repeat; `code` is `G2-Q3`."""

    code: str
    group: str
    question: str
    values: Values
    language: str = ""
    via: str = "terminal"


@dataclass(frozen=True, kw_only=True)
class Response:
    """All that one group said to one question."""

    group: str
    question: str
    state: State
    code: str
    points: tuple[Point, ...] = ()
    answer: Answer | None = None

    @property
    def said(self) -> frozenset[str]:
        """Every value that the group gave, as words: what a `when` looks at."""
        given = [point.values for point in self.points] + ([self.answer.values] if self.answer else [])
        values = [value for filled in given for value in filled.values()]
        return frozenset(str(word) for value in values for word in (value if isinstance(value, tuple) else (value,)))
