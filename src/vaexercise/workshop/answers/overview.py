"""How far the groups are: what is done and open, who types, how much time is left, and who signed off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vaexercise.model.form import is_asked, is_filled
from vaexercise.model.groups import PLENARY, group_name, numbered
from vaexercise.model.plain import to_plain
from vaexercise.workshop.answers import clock
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.signing import sign_off
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.answers.typists import typing_now, typists
from vaexercise.workshop.answers.whereabouts import last_question
from vaexercise.workshop.copies.handed_out import handed_out
from vaexercise.workshop.people import seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Point, Response, State
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a group is: questions asked and done, points, headlines, codes of open and of incomplete questions.

    `at` is the code of the question it is at. `left` are the minutes left in all and `question_left` those until
    that question should be done, below 0 those over; None where nothing is planned. `typists` are names, `typing`
    those whose command still runs. `saved` is when something was last saved (ISO, UTC). `signed` is whether the
    group signed off, `signed_by` who confirmed it, `signed_at` when, and `changed` how many revisions came after.
    """

    group: str
    asked: int
    done: int
    points: int
    stars: int
    open: tuple[str, ...]
    incomplete: tuple[str, ...] = ()
    at: str = ""
    left: int | None = None
    question_left: int | None = None
    typists: tuple[str, ...] = ()
    typing: tuple[str, ...] = ()
    saved: str = ""
    signed: bool = False
    signed_by: str = ""
    signed_at: str = ""
    changed: int = 0

    @property
    def name(self) -> str:
        """The group as people say it."""
        return group_name(self.group)

    @property
    def signing(self) -> str:
        """Its sign-off in words; empty if there is none."""
        if not self.signed:
            return ""
        by = f", confirmed by {self.signed_by}" if self.signed_by else ""
        return f"signed off{by}" + (f", {self.changed} changed since" if self.changed else "")

    def plain(self) -> Any:  # noqa: ANN401  for programs
        """As JSON."""
        return to_plain(self)


def answering(workshop: Workshop, session: Session) -> tuple[str, ...]:
    """The keys of all who answer: the groups, those too that are no longer drawn but spoke, then the plenary."""
    count = max(seating.group_count(workshop, session), *map(_number, seating.spoke(workshop, session)), 0)
    groups = numbered(count)
    return (*groups, PLENARY) if workshop.exercise(session).asked(PLENARY) else groups


def here(workshop: Workshop, session: Session) -> tuple[str, ...]:
    """The keys of those whose words are on this laptop: all who answer; in a handed-out copy, its own group."""
    copy = handed_out(workshop)
    if copy is None:
        return answering(workshop, session)
    return (copy.group,) if copy.session == session.id else ()


def _number(group: str) -> int:
    return 0 if group == PLENARY else int(group[1:])


def asked_now(questions: Iterable[Question], responses: Mapping[str, Response]) -> list[Question]:
    """The questions that a group is asked now, its `responses` by question: follow-ups where their condition holds."""
    return [
        q
        for q in questions
        if q.when is None or (q.when.question in responses and q.when.holds(responses[q.when.question].said))
    ]


def where_it_stopped(questions: Sequence[Question], responses: Mapping[str, Response], last: str) -> int:
    """The place of the `last` question that was written to, or of the next one if nothing more can follow there.

    If that is not among the questions, it is the last that has something. It may be after them all.
    """
    places = [place for place, question in enumerate(questions) if question.id == last]
    touched = [place for place, question in enumerate(questions) if responses[question.id].state != "open"]
    if not touched:
        return places[0] if places else 0
    place = places[0] if places else touched[-1]
    response = responses[questions[place].id]
    answer = response.answer.values if response.answer else {}
    goes_on = response.points or any(not is_filled(blank, answer) for blank in questions[place].form().blanks)
    return place + (response.state in ("skipped", "nothing", "not-discussed") or not goes_on)


def _is_incomplete(question: Question, response: Response) -> bool:
    """Whether something that is asked for is still empty in an answer, or in a point of several blanks."""
    given = [entry.values for entry in response.entries]
    blanks = question.form().blanks
    return any(not is_filled(b, v) for v in given for b in blanks if (b.required or response.answer) and is_asked(b, v))


def progress(workshop: Workshop, session: Session, now: datetime | None = None) -> list[Progress]:
    """How far each group that types here is at a moment, and the plenary; unsaid, now."""
    exercise, by_group, at = workshop.exercise(session), trails(workshop, session), now or clock.now()
    groups = [Group(workshop, session, exercise, key) for key in here(workshop, session)]
    return [group.progress(by_group.get(group.key, ()), at) for group in groups]


class Group:
    """One group of a session, or the plenary, with what it said so far.

    `questions` are all that may be put to it, `asked` those that are now; `by_question` has its responses by the id
    of the question.
    """

    def __init__(self, workshop: Workshop, session: Session, exercise: Exercise, key: str) -> None:
        self.workshop, self.session, self.exercise, self.key = workshop, session, exercise, key
        self.questions = exercise.asked(PLENARY if key == PLENARY else "group")
        self.responses = Feedback(workshop, session).responses(self.questions, [key])
        self.by_question = {response.question: response for response in reversed(self.responses)}
        self.asked = asked_now(self.questions, self.by_question)

    def codes(self, state: State) -> tuple[str, ...]:
        """The codes of the questions that stand so."""
        return tuple(q.code or q.id for q in self.asked if self.by_question[q.id].state == state)

    @property
    def incomplete(self) -> tuple[str, ...]:
        """The codes of the questions in whose answers something is still empty."""
        return tuple(q.code or q.id for q in self.asked if _is_incomplete(q, self.by_question[q.id]))

    @property
    def points(self) -> list[Point]:
        """All its points."""
        return [point for response in self.responses for point in response.points]

    def _current(self, trail: Sequence[Revision]) -> Question:
        place = where_it_stopped(self.asked, self.by_question, last_question(self.workshop, trail))
        return self.asked[min(place, len(self.asked) - 1)]

    def progress(self, trail: Sequence[Revision], now: datetime) -> Progress:
        """How far it is; `trail` are the revisions of what it said."""
        left, points = self.codes("open"), self.points
        current = self._current(trail) if trail and self.asked else None
        time = clock.clock(self.workshop, self.session, self.key).left(self.exercise, self.asked, current, now)
        confirmed = sign_off(self.workshop, self.session, self.key)
        saved = max(filter(None, (clock.instant(r.at) for r in trail)), default=None)
        return Progress(
            group=self.key,
            asked=len(self.asked),
            done=len(self.asked) - len(left),
            points=len(points),
            stars=sum(point.star for point in points),
            open=left,
            incomplete=self.incomplete,
            at=(current.code or current.id) if current else "",
            left=time.whole,
            question_left=time.question,
            typists=typists(self.workshop, trail),
            typing=typing_now(self.workshop, trail),
            saved=saved.isoformat(timespec="seconds") if saved else "",
            signed=confirmed is not None,
            signed_by=confirmed.by if confirmed else "",
            signed_at=confirmed.at if confirmed else "",
            changed=confirmed.changed if confirmed else 0,
        )
