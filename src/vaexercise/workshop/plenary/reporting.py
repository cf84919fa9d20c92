"""The cards with which groups report back in plenary, from the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.exercise import ReportBack
from vaexercise.model.groups import PLENARY
from vaexercise.model.speaking import word_count
from vaexercise.model.telling import beside
from vaexercise.plenary.report_back import Before, Card, Cards, Item, Said, order_in_words, time_in_words, turns
from vaexercise.plenary.similarity import MOST, Matcher, Statement
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.overview import Group, answering
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.moving import Seating
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.people.roles import recorded
from vaexercise.workshop.plenary.actions import actions
from vaexercise.workshop.plenary.comments import comments
from vaexercise.workshop.plenary.themes import Themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.feedback import Point, State
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.plenary.report_back import Repeated
    from vaexercise.workshop.workshop import Workshop

TOP = 3
"""Actions on a card, beside those that are headlines."""

_OPEN: tuple[tuple[State, str], ...] = (
    ("open", "Nothing entered"),
    ("skipped", "Skipped"),
    ("nothing", "Nothing to say"),
    ("not-discussed", "Not discussed"),
)


def cards(workshop: Workshop, session: Session, question: Question | None = None, first: str = "") -> Cards:
    """The cards of all groups in the order in which they report; of one question, if it is named.

    The order rotates if the exercise says so, by the session's place in the programme and the question's among
    those that are reported; `first` is the group that begins instead.
    """
    return _Hand(workshop, session, question).cards(first)


class _Hand:
    """What all cards of a session have in common."""

    def __init__(self, workshop: Workshop, session: Session, question: Question | None) -> None:
        self._workshop, self._session, self._question = workshop, session, question
        self._said = Feedback(workshop, session)
        self._exercise = self._said.complete(workshop.exercise(session))
        self._plan = self._exercise.report_back or ReportBack(minutes_per_group=0)
        self._asked = self._exercise.asked("group")
        self._by_id = {one.id: one for one in self._asked}
        self._points = [point for point in self._said.points() if point.question in self._by_id]
        self._comments = comments(workshop, session)
        self._actions = {action.id: action for action in actions(workshop, session)}
        self._before = {one.id: self._compared(one) for one in self._asked if one.headline or one.kind == "points"}

    def cards(self, first: str) -> Cards:
        """All of them, in order."""
        groups = [key for key in answering(self._workshop, self._session) if key != PLENARY]
        place = groups.index(first) if first else self._place()
        order, plan = turns(groups, place), self._plan
        return Cards(
            cards=tuple(map(self._card, order)),
            order=order_in_words(order, plan.order, by_question=self._question is not None),
            time=time_in_words(len(order), plan.minutes_per_group, plan.discussion_minutes),
        )

    def _place(self) -> int:
        """How many turns of the order were before."""
        if self._plan.order == "fixed":
            return 0
        reported = [q.id for q in self._asked if q.id in self._plan.say] or [q.id for q in self._asked]
        asked = self._question.id if self._question else ""
        place = reported.index(asked) if asked in reported else len(reported) if asked else 0
        return self._workshop.sessions.index(self._session) + place

    def _compared(self, question: Question) -> Before:
        """The points of a question, so that what is said again is found; of too many, nothing is compared."""
        sorting = Themes(self._workshop, self._session).sorting(question)
        points = sorting.points if len(sorting.points) <= MOST else ()
        return Before(Matcher(map(self._statement, points)), sorting)

    def _statement(self, point: Point) -> Statement:
        return Statement(point.code, point.group, self._words(point), point.language, point.gloss)

    def _words(self, point: Point) -> str:
        question = self._by_id[point.question]
        return point.text or question.in_words(point.values, self._exercise.language)

    def _card(self, group: str) -> Card:
        shown = [q for q in self._asked if self._question in (None, q)]
        points = [point for response in self._said.responses(shown, [group]) for point in response.points]
        heads = [point for point in points if point.star]
        agreed = [p for p in points if self._by_id[p.question].kind == "actions" and not p.star and not p.private]
        open_ones = [point for point in heads if not point.private]
        on_card = [*open_ones, *agreed[:TOP]]
        items = [*map(self._headline, open_ones), *map(self._action, agreed[:TOP])]
        words = sum(word_count(item.text) for item in items)
        return Card(
            group=group,
            reporters=tuple(self._reporters(group)),
            headlines=tuple(items[: len(open_ones)]),
            actions=tuple(items[len(open_ones) :]),
            more=len(agreed[TOP:]),
            withheld=len(heads) - len(open_ones),
            left_open=tuple(self._left_open(group, shown)),
            others=tuple(self._others(points, {point.id for point in on_card})),
            words=words,
            seconds=round(words * 60 / self._plan.words_per_minute),
            pace=self._plan.words_per_minute,
            allowed=self._plan.minutes_per_group,
            discussion=self._plan.discussion_minutes,
        )

    def _reporters(self, group: str) -> Sequence[str]:
        """Those who were given the role in the last round that has any."""
        names = {person.id: person.name for person in participants(self._workshop)}
        role = self._exercise.groups.roles.get("rapporteur")
        wanted = role.per_group if role else 1
        for turn in reversed(seating.rounds(self._workshop, self._session)):
            if len(seating.draws(self._workshop, self._session, turn)) == 1:
                given = recorded(Seating(self._workshop, self._session, turn), group).get("rapporteur", ())
                if given:
                    return [names[person] for person in given[:wanted] if person in names]
        return []

    def _headline(self, point: Point) -> Item:
        before = self._before.get(point.question)
        if before is None:
            return self._item(point)
        already = before.already(point.group, point.code)
        before.report(point.group, point.code)
        return self._item(point, already)

    def _action(self, point: Point) -> Item:
        """An action as one says it, as agreed since if anything was."""
        return replace(self._item(point), text=self._actions[point.id].spoken)

    def _item(self, point: Point, already: tuple[Repeated, ...] = ()) -> Item:
        question = self._by_id[point.question]
        return Item(
            code=point.code,
            text=question.in_words(point.values, self._exercise.language),
            language=point.language,
            beside=beside(point),
            already=already,
            comments=tuple(Said(comment.group, comment.text) for comment in self._comments.get(point.id, ())),
        )

    def _others(self, points: Iterable[Point], on_card: set[str]) -> Iterator[Item]:
        for point in points:
            if point.id not in on_card and point.id in self._comments and not point.private:
                yield self._item(point)

    def _left_open(self, group: str, shown: Sequence[Question]) -> Iterator[str]:
        codes = {question.code or question.id for question in shown}
        standing = Group(self._workshop, self._session, self._exercise, group)
        for state, words in _OPEN:
            if found := [code for code in standing.codes(state) if code in codes]:
                yield f"{words}: {', '.join(found)}"
