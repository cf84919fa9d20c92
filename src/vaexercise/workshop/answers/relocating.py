"""Puts points where they belong: under another question or group, where what they say has a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.text import did_you_mean
from vaexercise.questions.reading import read_given
from vaexercise.workshop.answers.naming import by_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.model.form import Item, Values
    from vaexercise.model.question import Question
    from vaexercise.workshop.answers.feedback import Feedback


def asked_of(said: Feedback, group: str) -> tuple[Question, ...]:
    """The questions that are put to a group, or to the plenary."""
    return said.workshop.exercise(said.session).asked(PLENARY if group == PLENARY else "group")


def fits(question: Question, values: Values, offered: Sequence[Item] = ()) -> bool:
    """Whether the values of a point can stand under a question as they are, each of them."""
    if not question.form(offered).repeats:
        return False
    filled = {name: value for name, value in values.items() if value not in ("", ())}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in filled.items()}
    read, faults = read_given(question, [plain], offered)
    return not faults and read == [filled]


def relocate(said: Feedback, point: Point, question: Question, group: str) -> Point:
    """Put a point at the end of another question or group; its code stays.

    Raises `Refused`, and nothing was moved, if the question is not put to that group or has no place for what the
    point says, if the point has several versions, or if either group has signed off.
    """
    if (point.question, point.group) == (question.id, group):
        return point
    reason = _objection(said, point, question, group)
    if reason:
        raise Refused(reason=f"{reason} Nothing was moved.")
    return said.move_point(point, question.id, group)


def relocate_all(
    said: Feedback, points: Sequence[Point], question: Question | None, group: str
) -> list[tuple[Point, Point]]:
    """Put points under another question or group, or both; each as it was and as it is. All are moved, or none.

    Without a `question` or a `group`, each keeps its own. Raises `Refused` with all reasons against it.
    """
    known = {q.id: q for q in said.workshop.exercise(said.session).walk()}
    targets = [(p, target, group or p.group) for p in points if (target := question or known.get(p.question))]
    reasons = [_objection(said, p, q, g) for p, q, g in targets if (p.question, p.group) != (q.id, g)]
    reasons += [f"The exercise does not have the question of {p.code}: say --to." for p in _lost(points, targets)]
    if any(reasons):
        raise Refused(reason="\n".join([*dict.fromkeys(filter(None, reasons)), "Nothing was moved."]))
    with said.workshop.together():
        return [(p, relocate(said, p, q, g)) for p, q, g in targets]


def _lost(points: Sequence[Point], targets: Sequence[tuple[Point, Question, str]]) -> list[Point]:
    found = {point.id for point, _, _ in targets}
    return [point for point in points if point.id not in found]


def named_points(said: Feedback, codes: Sequence[str]) -> list[Point]:
    """The points with these codes, each once, in their order there. Raises `Refused` with all codes that none has."""
    points = said.points()
    known = by_code(points)
    wanted = [code.strip() for code in codes]
    unknown = [_unknown(code, points) for code in wanted if code.casefold() not in known]
    if unknown:
        raise Refused(reason="\n".join([*unknown, "Nothing was moved."]))
    found = [known[code.casefold()] for code in wanted]
    return list({point.id: point for point in found}.values())


def _unknown(code: str, points: Sequence[Point]) -> str:
    if not code.rpartition("-")[2].isdecimal():
        return f"{code:.40} is no point: only points can be moved, and their codes are like G2-Q3-04."
    near = did_you_mean(code.upper(), [point.code for point in points])
    return f"There is no point {code:.40}. {near[:1].upper()}{near[1:]}".rstrip()


def _objection(said: Feedback, point: Point, question: Question, group: str) -> str:
    heads = said.workshop.fold.heads(f"point/{said.session.id}/{point.id}")
    if any(head.body != heads[0].body for head in heads):
        code = heads[0].body.get("code", point.code)
        return f"{code} has {len(heads)} versions. Settle it first: vaexercise feedback settle {code} --keep NUMBER."
    asked = asked_of(said, group)
    takers = [q for q in asked if fits(q, point.values, said.offered(q))]
    if question.id in {q.id for q in takers}:
        return ""
    instead = ", ".join(q.code or q.id for q in takers if (q.id, group) != (point.question, point.group))
    name = question.code or question.id
    if question.id not in {q.id for q in asked}:
        found = f"{name} is not put to {group_name(group).replace('Plenary', 'the plenary')}."
    else:
        found = f"What {point.code} says has no place under {name} ({question.kind}){_missing(question, point)}."
    return f"{found} It could go to: {instead or 'no other question'}."


def _missing(question: Question, point: Point) -> str:
    """The details that a question of the right form does not ask for."""
    form = question.form()
    known = {blank.name for blank in (*form.blanks, *form.extras)}
    beside = ", ".join(name for name, value in point.values.items() if name not in known and value not in ("", ()))
    return f", which does not ask for: {beside}" if form.repeats and beside else ""
