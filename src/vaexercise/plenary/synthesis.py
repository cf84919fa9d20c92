"""All that an exercise brought, question by question, with the sums that show that nothing is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.model.plenary import Block, Grid, Line
from vaexercise.model.rules import Spread
from vaexercise.model.text import Text
from vaexercise.plenary.attendance import ALWAYS, NOBODY, Attendance, attendance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Answer, Point, Response
    from vaexercise.model.people import Participant
    from vaexercise.model.question import Question
    from vaexercise.model.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A question and what came of it. Groups stand by their keys, `g1`, `g2` … or `plenary`.

    `asked` are the groups that it was meant for; each of them either `answered`, `skipped` it, had
    `nothing` to say, or `not_discussed` it. `points` and `answers` count what is in `blocks`.
    """

    id: str
    kind: str
    prompt: Text
    code: str = ""
    per: str = "group"
    source: str = ""
    consolidate: str = "list"
    asked: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    not_discussed: tuple[str, ...] = ()
    points: int = 0
    answers: int = 0
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Points in and shown. What no block shows is `left_over`, word for word, so that it is shown all the same.

    `answers` are filled-in forms of questions that do not repeat. `by_group` counts points.
    """

    points: int = 0
    points_shown: int = 0
    answers: int = 0
    answers_shown: int = 0
    by_group: Mapping[str, int] = field(default_factory=dict)
    left_over: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Synthesis:
    """What the plenary sees of one exercise.

    `language` is the workshop's, and so that of its title; `exercise_language` that of texts in one language.
    """

    title: str
    exercise_id: str
    exercise_title: Text
    exercise_version: str
    exercise_language: str = "en"
    dates: str = ""
    place: str = ""
    language: str = "en"
    groups: tuple[str, ...] = ()
    attendance: Attendance = NOBODY
    questions: tuple[Outcome, ...] = ()
    totals: Totals = Totals()


def synthesise(
    *,
    settings: Settings,
    exercise: Exercise,
    people: Sequence[Participant],
    groups: Mapping[str, Sequence[str]],
    responses: Sequence[Response],
) -> Synthesis:
    """Put together what groups said, in the exercise's order of questions; counts only of who took part.

    `groups` maps `g1`, `g2` … to participant ids.
    """
    keys = sorted(groups, key=_by_number)
    ordered = sorted(responses, key=lambda response: _by_number(response.group))
    outcomes = tuple(_outcome(question, exercise, keys, ordered, settings.language) for question in exercise.walk())
    spread = [rule.by for rule in exercise.groups.rules if isinstance(rule, Spread)]
    return Synthesis(
        title=settings.title,
        exercise_id=exercise.id,
        exercise_title=exercise.title,
        exercise_version=exercise.version,
        exercise_language=exercise.language,
        dates=settings.dates,
        place=settings.place,
        language=settings.language,
        groups=tuple(keys),
        attendance=attendance(
            people,
            {key: groups[key] for key in keys},
            attributes=[*spread, *ALWAYS],
            hidden=(settings.privacy or exercise.privacy).sensitive,
        ),
        questions=outcomes,
        totals=_totals(exercise, outcomes, ordered),
    )


def _by_number(group: str) -> tuple[bool, int, str]:
    number = group[1:]
    return group == PLENARY, int(number) if number.isdecimal() else 0, group


def _outcome(
    question: Question, exercise: Exercise, groups: Sequence[str], responses: Sequence[Response], language: str
) -> Outcome:
    own = [response for response in responses if response.question == question.id]
    answered = [response.group for response in own if response.points or response.answer]
    asked = _asked(question, groups, responses)
    state = {response.group: response.state for response in own}
    silent = [group for group in dict.fromkeys([*asked, *state]) if group not in answered]
    skipped = tuple(group for group in silent if state.get(group) == "skipped")
    nothing = tuple(group for group in silent if state.get(group) == "nothing")
    return Outcome(
        id=question.id,
        kind=question.kind,
        prompt=question.prompt,
        code=question.code,
        per=question.per,
        source=_source(question, exercise),
        consolidate=question.consolidate,
        asked=tuple(sorted({*asked, *answered, *skipped, *nothing}, key=_by_number)),
        answered=tuple(dict.fromkeys(answered)),
        skipped=skipped,
        nothing=nothing,
        not_discussed=tuple(group for group in asked if group in silent and group not in {*skipped, *nothing}),
        points=sum(len(response.points) for response in own),
        answers=sum(response.answer is not None for response in own),
        blocks=tuple(question.sum_up(own, language)),
    )


def _asked(question: Question, groups: Sequence[str], responses: Sequence[Response]) -> list[str]:
    """The groups that the question was meant for: not those whose earlier answer made it pointless."""
    meant = {"group": groups, "plenary": [PLENARY]}.get(question.per, ())
    when = question.when
    if when is None:
        return list(meant)
    said = {response.group: response.said for response in responses if response.question == when.question}
    return [group for group in meant if when.holds(said.get(group, frozenset()))]


def _source(question: Question, exercise: Exercise) -> str:
    """Where the question comes from: title, organisation and year of the source it names."""
    found = next((source for source in exercise.sources if source.id == question.source), None)
    return ", ".join(filter(None, [found.title, found.organisation, found.year])) if found else ""


def _totals(exercise: Exercise, outcomes: Iterable[Outcome], responses: Sequence[Response]) -> Totals:
    """Count what came in, and look for each code in what goes out."""
    questions = {question.id: question for question in exercise.walk()}
    shown = {outcome.id: Counter(_codes(outcome.blocks)) for outcome in outcomes}
    points = [point for response in responses for point in response.points]
    answers = [response.answer for response in responses if response.answer]
    left_points = [point for point in points if not _take(shown, point.question, point.code)]
    left_answers = [answer for answer in answers if not _take(shown, answer.question, answer.code)]
    left = [*_lines(left_points, questions), *_lines(left_answers, questions)]
    by_group = Counter(point.group for point in points)
    return Totals(
        points=len(points),
        points_shown=len(points) - len(left_points),
        answers=len(answers),
        answers_shown=len(answers) - len(left_answers),
        by_group={group: by_group[group] for group in sorted(by_group, key=_by_number)},
        left_over=tuple(left),
    )


def _codes(blocks: Iterable[Block]) -> Iterator[str]:
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


def _lines(said: Sequence[Point] | Sequence[Answer], questions: Mapping[str, Question]) -> list[Line]:
    return [_line(one, questions.get(one.question)) for one in said]


def _line(said: Point | Answer, question: Question | None) -> Line:
    """Something that no block shows, as a line."""
    if question:
        words = question.in_words(said.values)
    else:
        words = "; ".join(", ".join(v) if isinstance(v, tuple) else str(v) for v in said.values.values())
    return Line(code=said.code, text=words, language=said.language)
