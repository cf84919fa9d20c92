"""How far groups are apart where they judged or measured the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.form import shown
from vaexercise.questions.rating import CANNOT_SAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Answer, Response
    from vaexercise.model.form import Blank
    from vaexercise.model.question import Question

FAR = 3
"""Medians of groups that are so far apart are a divergence."""
LONGEST_SCALE = 10
"""Of a number, 3 apart says something only where it lies on a scale no longer than this."""


@dataclass(frozen=True, kw_only=True)
class Apart:
    """The lowest and the highest of what groups said, in words, and how many steps lie between.

    `said` has the words of each group by its key.
    """

    low: str
    high: str
    steps: str
    said: Mapping[str, str] = field(default_factory=dict)


def apart(question: Question, responses: Sequence[Response], language: str = "en") -> Apart | None:
    """The distance if the medians of two groups are 3 or more apart, else None. Private answers do not count."""
    blank = question.form().blanks[0] if question.kind in {"rating", "number"} else None
    if blank is None or (question.kind == "number" and not _is_scale(blank)):
        return None
    of = {response.group: _values(blank, responses, response.group) for response in responses}
    medians = {group: Fraction(median(values)) for group, values in of.items() if values}
    if not medians or max(medians.values()) - min(medians.values()) < FAR:
        return None
    said = {group: _words(blank, value, language) for group, value in medians.items()}
    lowest, highest = (choose(medians, key=lambda group: medians[group]) for choose in (min, max))
    distance = medians[highest] - medians[lowest]
    return Apart(low=said[lowest], high=said[highest], steps=_number(distance), said=said)


def _is_scale(blank: Blank) -> bool:
    return blank.least is not None and blank.most is not None and blank.most - blank.least <= LONGEST_SCALE


def _values(blank: Blank, responses: Sequence[Response], group: str) -> list[Fraction]:
    given = [response.answer for response in responses if response.answer and response.group == group]
    return [value for answer in given if not answer.private for value in _value(blank, answer)]


def _value(blank: Blank, answer: Answer) -> list[Fraction]:
    """The step or number; nothing where the group could not say."""
    said = answer.values.get(blank.name, "")
    if blank.kind == "number":
        return [Fraction(str(said))] if said != "" else []
    return [Fraction(place) for place, item in enumerate(_steps(blank)) if item == said]


def _steps(blank: Blank) -> list[str]:
    return [item.id for item in blank.choices if item.id != CANNOT_SAY.id]


def _words(blank: Blank, value: Fraction, language: str) -> str:
    """A number, the word of a step, or two words if the middle lies between them."""
    if blank.kind == "number":
        return f"{_number(value)} {blank.unit}".rstrip()
    steps = [shown(blank, step, language) for step in _steps(blank)]
    low, high = steps[int(value)], steps[-int(-value // 1)]
    return low if low == high else say("between {low} and {high}", low=low, high=high)


def _number(value: Fraction) -> str:
    return f"{float(value):g}"
