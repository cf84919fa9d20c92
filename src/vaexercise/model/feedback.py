"""What groups say: points, answers, and where each question stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vaexercise.model.form import Values

State = Literal["open", "answered", "skipped", "nothing", "not-discussed"]
"""`skipped` by the group, `nothing` to say, or `not-discussed`: three different things."""


Agreement = Literal["agreed", "majority", "divided"]
"""How far the group stands behind what was said."""

Mark = Literal["star", "private", "agree", "gloss", "park", "confirm"]
"""What may be said about a point or an answer beside its words; each stands in a small slot of its own."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What points and answers have in common: where it belongs, what was filled in, how it came in, its marks.

    `group` is `g1`, `g2` … or `plenary`. `private` and `parked` are reasons, empty for what is neither; `gloss` is
    a translation into the exercise's language; `confirmed` names who compared it with the paper. `versions` are
    the revisions that were in force when it was read: what a change of it replaces.
    """

    code: str
    group: str
    question: str
    values: Values
    language: str = ""
    via: str = "terminal"
    private: str = ""
    agreement: str = ""
    gloss: str = ""
    parked: str = ""
    confirmed: str = ""
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Point(Said):
    """One line of an answer, with a code such as `G2-Q3-04` that never changes.

    `place` orders the points of a question; a `star` marks a headline.
    """

    id: str
    place: int
    star: bool = False

    @property
    def target(self) -> str:
        """What its marks are filed under."""
        return self.id

    @property
    def text(self) -> str:
        """The words of a point of kind `points`; empty for others."""
        return str(self.values.get("text", ""))


@dataclass(frozen=True, kw_only=True)
class Answer(Said):
    """What a group filled in for a question that does not repeat; `code` is `G2-Q3`."""

    @property
    def target(self) -> str:
        """What its marks are filed under."""
        return f"{self.group}/{self.question}"


@dataclass(frozen=True, kw_only=True)
class Response:
    """All that one group said to one question; `withdrawn` counts what was said and taken back."""

    group: str
    question: str
    state: State
    code: str
    points: tuple[Point, ...] = ()
    answer: Answer | None = None
    withdrawn: int = 0

    @property
    def entries(self) -> tuple[Point | Answer, ...]:
        """The points and the answer."""
        return (*self.points, *filter(None, (self.answer,)))

    @property
    def said(self) -> frozenset[str]:
        """Every value that the group gave, as words: what a `when` looks at."""
        values = [value for entry in self.entries for value in entry.values.values()]
        return frozenset(str(word) for value in values for word in (value if isinstance(value, tuple) else (value,)))
