"""All that an exercise brought, question by question; its headlines, its sums, and what the plenary made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vaexercise.model.action import Action
from vaexercise.model.edition import DayPicture, EasyText
from vaexercise.model.groups import group_name
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.privacy import Published
from vaexercise.model.rules import Spread
from vaexercise.model.text import Text
from vaexercise.model.theme import Sorting
from vaexercise.model.vote import VoteResult
from vaexercise.plenary.attendance import ALWAYS, NOBODY, Attendance, attendance
from vaexercise.plenary.editing import Edit, edited
from vaexercise.plenary.held import held
from vaexercise.plenary.method import Method
from vaexercise.plenary.outcome import Outcome, Outcomes, by_number
from vaexercise.plenary.priorities import Voted, voted
from vaexercise.plenary.sentences import Sentence, drafts
from vaexercise.plenary.sums import NO_POINTS, Sums, together
from vaexercise.plenary.totals import NOTHING, Totals, totals
from vaexercise.plenary.wording import in_words

if TYPE_CHECKING:
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Response
    from vaexercise.model.people import Participant
    from vaexercise.model.question import Question
    from vaexercise.model.settings import Settings

__all__ = ["UNDECIDED", "Decided", "Outcome", "Remark", "Synthesis", "synthesise"]


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What a group said in plenary to a point of another; `group` is its key."""

    group: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What the plenary made of what groups said.

    `sortings` stand by the ids of questions, `remarks` by those of points, `edits` by the keys of sentences;
    `withdrawn` are the codes of what was taken back, `method` is how groups were formed.
    """

    sortings: Mapping[str, Sorting] = field(default_factory=dict)
    votes: Sequence[VoteResult] = ()
    actions: Sequence[Action] = ()
    remarks: Mapping[str, Sequence[Remark]] = field(default_factory=dict)
    edits: Mapping[str, Edit] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    easy: Sequence[EasyText] = ()
    pictures: Sequence[DayPicture] = ()
    method: Method | None = None


UNDECIDED = Decided()


@dataclass(frozen=True, kw_only=True)
class Synthesis:
    """What the plenary sees of one exercise.

    `language` is the workshop's, and so that of its title; `exercise_language` that of texts in one language.
    `headlines` has the starred points of each group that starred any, `remarked` the other points to which somebody
    said something, `remarks` what was said, by the code of the point. `sums` are those of all questions,
    `sentences` the key findings, those too that people took out (`gone`). `easy` is the summary in easy words, by
    language; `pictures` are those of the day, in words; `method` says how groups were formed. One that may leave the
    room is `published`.
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
    remarked: tuple[Line, ...] = ()
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    questions: tuple[Outcome, ...] = ()
    votes: tuple[Voted, ...] = ()
    actions: tuple[Action, ...] = ()
    sums: Sums = NO_POINTS
    sentences: tuple[Sentence, ...] = ()
    held: int = 0
    totals: Totals = NOTHING
    easy: tuple[EasyText, ...] = ()
    pictures: tuple[DayPicture, ...] = ()
    method: Method | None = None
    published: Published | None = None


def synthesise(  # noqa: PLR0913  as many as there are things to put together
    *,
    settings: Settings,
    exercise: Exercise,
    people: Sequence[Participant],
    groups: Mapping[str, Sequence[str]],
    responses: Sequence[Response],
    decided: Decided = UNDECIDED,
    language: str = "",
) -> Synthesis:
    """Put together what groups said, in the exercise's order of questions; counts only of who took part.

    `groups` maps `g1`, `g2` … to participant ids. Labels are in `language`; unsaid, in that of the workshop.
    """
    labels = language or settings.language
    keys = sorted(groups, key=by_number)
    ordered = sorted(responses, key=lambda response: by_number(response.group))
    questions = {question.id: question for question in exercise.walk()}
    each = Outcomes(exercise, keys, ordered, labels)
    outcomes = tuple(each.outcome(question, decided.sortings.get(key)) for key, question in questions.items())
    votes = tuple(map(voted, decided.votes))
    found = drafts(outcomes, votes, decided.actions, labels)
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
        attendance=_attendance(people, {key: groups[key] for key in keys}, exercise, settings),
        headlines=_headlines(questions, ordered, labels),
        remarked=_remarked(questions, ordered, decided, labels),
        remarks=_remarks(ordered, decided),
        questions=outcomes,
        votes=votes,
        actions=tuple(decided.actions),
        sums=_sums(outcomes, ordered),
        sentences=held(edited(found, decided.edits, outcomes, votes), decided.withdrawn),
        totals=totals(questions, {outcome.id: outcome.shown for outcome in outcomes}, ordered),
        easy=tuple(decided.easy),
        pictures=tuple(decided.pictures),
        method=decided.method,
    )


def _attendance(
    people: Sequence[Participant], groups: Mapping[str, Sequence[str]], exercise: Exercise, settings: Settings
) -> Attendance:
    """Who took part, by what the draw spread and what always counts, without what is sensitive."""
    spread = [rule.by for rule in exercise.groups.rules if isinstance(rule, Spread)]
    hidden = (settings.privacy or exercise.privacy).sensitive
    return attendance(people, groups, attributes=[*spread, *ALWAYS], hidden=hidden)


def _sums(outcomes: Sequence[Outcome], responses: Sequence[Response]) -> Sums:
    """The sums of all questions; points of the others, and of questions that are gone, stand elsewhere."""
    themed = {outcome.id: outcome.themed.sums for outcome in outcomes if outcome.themed}
    points = {(response.question, point.id) for response in responses for point in response.points}
    elsewhere = sum(question not in themed for question, _ in points)
    return together(list(themed.values()), len(points), elsewhere)


def _headlines(questions: Mapping[str, Question], responses: Sequence[Response], language: str) -> tuple[Lines, ...]:
    """The starred points of each group, in the exercise's order of questions; of `responses` in that of groups."""
    order = {question: place for place, question in enumerate(questions)}
    found: dict[str, list[Line]] = {}
    for response in sorted(responses, key=lambda response: order.get(response.question, len(order))):
        for point in response.points:
            if point.star and not point.private:
                line = replace(in_words(point, questions.get(point.question), language), star=True)
                found.setdefault(response.group, []).append(line)
    return tuple(Lines(title=group_name(group), lines=tuple(found[group])) for group in sorted(found, key=by_number))


def _remarked(
    questions: Mapping[str, Question], responses: Sequence[Response], decided: Decided, language: str
) -> tuple[Line, ...]:
    """The points that are no headline and have remarks."""
    return tuple(
        in_words(point, questions.get(point.question), language)
        for response in responses
        for point in response.points
        if point.id in decided.remarks and not (point.private or point.star)
    )


def _remarks(responses: Sequence[Response], decided: Decided) -> dict[str, tuple[Remark, ...]]:
    """What was said to points, by their codes; to private ones nothing."""
    points = [point for response in responses for point in response.points if not point.private]
    return {point.code: tuple(decided.remarks[point.id]) for point in points if point.id in decided.remarks}
