"""All that an exercise brought, question by question; its headlines, and its sums."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.plenary import Block, Line, Lines
from vaexercise.model.rules import Spread
from vaexercise.model.text import Text
from vaexercise.plenary.attendance import ALWAYS, NOBODY, Attendance, attendance
from vaexercise.plenary.totals import NOTHING, Totals, in_words, totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Response
    from vaexercise.model.people import Participant
    from vaexercise.model.question import Question
    from vaexercise.model.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A question and what came of it. Groups stand by their keys, `g1`, `g2` … or `plenary`.

    `asked` are the groups that it was meant for; each of them either `answered`, `skipped` it, had `nothing` to
    say, said that it had `not_discussed` it, or stands `unrecorded`. `points` and `answers` count what came in;
    `private` of them are kept from `blocks`.
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
    unrecorded: tuple[str, ...] = ()
    points: int = 0
    answers: int = 0
    private: int = 0
    blocks: tuple[Block, ...] = ()

    @property
    def name(self) -> str:
        """What people call the question by: its code, else its id."""
        return self.code or self.id


@dataclass(frozen=True, kw_only=True)
class Synthesis:
    """What the plenary sees of one exercise.

    `language` is the workshop's, and so that of its title; `exercise_language` that of texts in one language.
    `headlines` has the starred points of each group that starred any.
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
    headlines: tuple[Lines, ...] = ()
    questions: tuple[Outcome, ...] = ()
    totals: Totals = NOTHING


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
    questions = {question.id: question for question in exercise.walk()}
    outcomes = tuple(_outcome(question, exercise, keys, ordered, settings.language) for question in questions.values())
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
        headlines=_headlines(questions, ordered, settings.language),
        questions=outcomes,
        totals=totals(questions, {outcome.id: outcome.blocks for outcome in outcomes}, ordered),
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
    skipped, nothing, not_discussed = (
        tuple(group for group in silent if state.get(group) == said) for said in ("skipped", "nothing", "not-discussed")
    )
    heard = {*answered, *skipped, *nothing, *not_discussed}
    return Outcome(
        id=question.id,
        kind=question.kind,
        prompt=question.prompt,
        code=question.code,
        per=question.per,
        source=_source(question, exercise),
        consolidate=question.consolidate,
        asked=tuple(sorted({*asked, *heard}, key=_by_number)),
        answered=tuple(dict.fromkeys(answered)),
        skipped=skipped,
        nothing=nothing,
        not_discussed=not_discussed,
        unrecorded=tuple(group for group in asked if group not in heard),
        points=sum(len(response.points) for response in own),
        answers=sum(response.answer is not None for response in own),
        private=sum(bool(entry.private) for response in own for entry in response.entries),
        blocks=tuple(question.sum_up([_shareable(response) for response in own], language)),
    )


def _shareable(response: Response) -> Response:
    """A response without what the group keeps to itself."""
    answer = None if response.answer and response.answer.private else response.answer
    return replace(response, points=tuple(point for point in response.points if not point.private), answer=answer)


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


def _headlines(questions: Mapping[str, Question], responses: Sequence[Response], language: str) -> tuple[Lines, ...]:
    """The starred points of each group, in the exercise's order of questions; of `responses` in that of groups."""
    order = {question: place for place, question in enumerate(questions)}
    found: dict[str, list[Line]] = {}
    for response in sorted(responses, key=lambda response: order.get(response.question, len(order))):
        for point in response.points:
            if point.star and not point.private:
                line = replace(in_words(point, questions.get(point.question), language), star=True)
                found.setdefault(response.group, []).append(line)
    return tuple(Lines(title=group_name(group), lines=tuple(found[group])) for group in sorted(found, key=_by_number))
