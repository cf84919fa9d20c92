"""Minutes: what is planned inside a step must fit into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.definitions.outline import placed
from vaexercise.model.question import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.exercise import Exercise, ReportBack
    from vaexercise.model.question import Question


def timing_faults(exercise: Exercise) -> Iterator[Fault]:
    """Questions, or reports of the groups, that take longer than their step."""
    by_id = {where.question.id: where.question for where in placed(exercise.questions)}
    for place, step in enumerate(exercise.agenda):
        needed = sum(_minutes(by_id[name]) for name in step.questions if name in by_id)
        if needed > step.minutes:
            facts = {"needed": needed, "minutes": step.minutes}
            sentence = "the questions of this step need {needed} minutes, more than its {minutes}"
            yield Fault(("agenda", place, "minutes"), sentence, facts)
    if exercise.report_back:
        yield from _report_back(exercise, exercise.report_back)


def _minutes(question: Question) -> int:
    return question.minutes + sum(map(_minutes, question.follow_up))


def _report_back(exercise: Exercise, plan: ReportBack) -> Iterator[Fault]:
    count = exercise.groups.count
    steps = [(place, step) for place, step in enumerate(exercise.agenda) if step.kind == "report-back"]
    if not steps:
        yield Fault(("report_back",), "no step of the agenda has kind: report-back; add one, or leave report_back out")
        return
    needed = count * plan.minutes_per_group + plan.discussion_minutes
    planned = sum(step.minutes for _, step in steps)
    if needed > planned:
        sentence = (
            "the report-back needs {needed} minutes (groups: {count}, minutes for each: {each}, "
            "discussion: {discussion}), more than the {planned} planned"
        )
        facts = {
            "needed": needed,
            "count": count,
            "each": plan.minutes_per_group,
            "discussion": plan.discussion_minutes,
            "planned": planned,
        }
        yield Fault(("agenda", steps[0][0], "minutes"), sentence, facts)
