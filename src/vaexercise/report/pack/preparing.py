"""What has to be there when an exercise begins, as far as its definition says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say
from vaexercise.questions.priority import Kind as Priority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.exercise import Exercise, Role

_FORMATS = {
    "large_print": to_say("The sheets in large print as well."),
    "plain_text": to_say("The sheets as plain text as well, for screen readers and braille lines."),
    "easy_read": to_say("The questions in easy-to-read words as well."),
    "braille": to_say("The sheets in braille as well."),
}
_BALLOTS = {
    "tokens": to_say("Tokens to vote with, {budget} for each person ({code})."),
    "show_of_cards": to_say("A card for each person to hold up in the vote ({code})."),
    "spoken": to_say("Somebody who writes down the votes that people say aloud ({code})."),
    "paper": to_say("Ballot papers for the vote ({code})."),
}
_ROLES = {
    "facilitator": to_say("facilitator"),
    "rapporteur": to_say("rapporteur"),
    "timekeeper": to_say("timekeeper"),
    "interpreter": to_say("interpreter"),
}


def to_prepare(exercise: Exercise, groups: int) -> Iterator[str]:
    """A sentence for each thing."""
    if groups:
        yield count(
            groups,
            "A place for {n} group, where people can hear each other.",
            "Places for {n} groups, where people can hear each other.",
        )
        yield say("For each group a sheet to write on, with the codes of its points.")
    yield from (say(_FORMATS[name]) for name in exercise.access.formats)
    if exercise.groups.roles:
        yield say("In each group, somebody for each role: {roles}.", roles=", ".join(_roles(exercise)))
    if exercise.prework:
        yield say("Before the day, send people what to read or to bring.")
    yield from _votes(exercise)
    yield from _time(exercise)


def _roles(exercise: Exercise) -> Iterator[str]:
    for name, role in exercise.groups.roles.items():
        yield _role(say(_ROLES[name]) if name in _ROLES else name.replace("_", " "), role)


def _role(name: str, role: Role) -> str:
    if role.optional:
        return say("{role} (if there are enough people)", role=name)
    if role.backup:
        return say("{role} (and somebody to stand in)", role=name)
    return name


def _votes(exercise: Exercise) -> Iterator[str]:
    for question in exercise.walk():
        if isinstance(question, Priority):
            yield say(_BALLOTS[question.ballots], budget=question.budget, code=question.code or question.id)


def _time(exercise: Exercise) -> Iterator[str]:
    if exercise.access.read_back:
        yield say("Time for each group to hear its answers before it confirms them.")
    if more := exercise.access.extra_time_percent:
        yield say("{percent} % more time for a group that works with interpretation.", percent=more)
