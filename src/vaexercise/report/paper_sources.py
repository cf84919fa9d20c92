"""What stands on the sheets of which group: from a workshop's session, or from a definition alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.model.session import Session
from vaexercise.report.paper import GroupSheet
from vaexercise.report.paper_forms import ToAsk
from vaexercise.workshop.answers.responses import code_stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question
    from vaexercise.workshop.answers.feedback import Feedback


def blank_sheet(exercise: Exercise, group: str) -> GroupSheet:
    """The sheet of a group of which nothing is known: its points begin with number 1."""
    session = Session(exercise.id, exercise.id)
    return GroupSheet(
        group=group,
        questions=tuple(
            ToAsk(
                question=question,
                stem=code_stem(session, group, question),
                source=_source(exercise, question),
            )
            for question in _asked(exercise, group)
        ),
    )


def workshop_sheet(said: Feedback, group: str, members: Sequence[str] = ()) -> GroupSheet:
    """The sheet of a workshop's group: its points go on after what is in the record, its options are those said."""
    exercise = said.workshop.exercise(said.session)
    return GroupSheet(group=group, members=tuple(members), questions=tuple(_to_ask(said, exercise, group)))


def _to_ask(said: Feedback, exercise: Exercise, group: str) -> list[ToAsk]:
    return [
        ToAsk(
            question=question.offering(offered := said.offered(question)),
            stem=code_stem(said.session, group, question),
            first=said.next_number(question, group),
            source="" if offered else _source(exercise, question),
        )
        for question in _asked(exercise, group)
    ]


def _asked(exercise: Exercise, group: str) -> tuple[Question, ...]:
    return exercise.asked(PLENARY if group == PLENARY else "group")


def _source(exercise: Exercise, question: Question) -> str:
    """The code of the question whose points are the options of this one; empty if it has none from another."""
    named = str(getattr(question, "options_from", ""))
    return next((other.code or other.id for other in exercise.walk() if other.id == named), named)
