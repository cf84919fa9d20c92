"""Draws groups for a session out of the people on the list, and looks at how even groups are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused, Unknown
from vaexercise.grouping.balance import balance
from vaexercise.grouping.member import Member
from vaexercise.model.groups import PLENARY, Draw, names
from vaexercise.model.text import did_you_mean
from vaexercise.people.columns import meaning
from vaexercise.workshop import seating
from vaexercise.workshop.overview import spoke
from vaexercise.workshop.people import erased_participants, participants

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.grouping.balance import Balance
    from vaexercise.model.people import Participant
    from vaexercise.model.rules import Rule
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def member(person: Participant) -> Member:
    """A participant as the draw sees them: each attribute under its own name and under its known meaning."""
    named = {meaning(header): value for header, value in person.everything.items() if meaning(header)}
    return Member(id=person.id, name=person.name, attributes={**named, **person.everything})


def draw(
    workshop: Workshop, session: Session, *, groups: int, seed: int, rules: Sequence[Rule] = (), fresh: bool = False
) -> Draw:
    """Form groups by the exercise's rules and more, and record them. People placed by hand stay, unless `fresh`.

    Raises `Impossible` if the rules cannot all hold, `Unknown` for a column that nobody has and that `rules` ask
    for (the exercise's own rules are then left out, with a sentence). Then nothing is recorded.
    """
    from vaexercise.grouping.assign import assign
    from vaexercise.model.rules import Spread

    people = [member(person) for person in participants(workshop)]
    if not fresh:
        _nobody_is_lost(workshop, session, groups)
    _has_columns(people, rules)
    kept = () if fresh else _placed(workshop, session, groups)
    asked = (*workshop.exercise(session).groups.rules, *rules, *kept)
    drawn = assign(people, groups, asked, seed, rooms=rooms(workshop))
    spread = dict.fromkeys(rule.by for rule in asked if isinstance(rule, Spread))
    made = Draw(
        seed=seed,
        spread=tuple(spread),
        engine=drawn.engine,
        input=drawn.input,
        groups=drawn.groups,
        said=tuple(outcome.sentence for outcome in drawn.outcomes),
    )
    seating.record_draw(workshop, session, made)
    return made


def rooms(workshop: Workshop) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rooms of workshop.yaml, in the order of the groups: name, and what each offers."""
    return tuple((room.name, room.offers) for room in workshop.settings.rooms)


def _nobody_is_lost(workshop: Workshop, session: Session, groups: int) -> None:
    lost = sorted(key for key in spoke(workshop, session) if key != PLENARY and int(key[1:]) > groups)
    if lost:
        raise Refused(
            reason=f"{names(tuple(lost))} said something already, and would not be there any more. Form at least "
            f"{lost[-1][1:]} groups, or say --fresh; what was said stays in the summary either way."
        )


def _has_columns(people: Sequence[Member], rules: Sequence[Rule]) -> None:
    known = dict.fromkeys(name for person in people for name in person.attributes)
    for rule in rules:
        name = getattr(rule, "by", "")
        if name and name not in known:
            near = did_you_mean(name, known)
            hint = f"{near[:1].upper()}{near[1:]} " if near else ""
            raise Unknown(kind="column", name=name, hint=f"{hint}The list has: {', '.join(known)}.")


def _placed(workshop: Workshop, session: Session, groups: int) -> tuple[Rule, ...]:
    """People who were placed by hand since the draw in force, as rules of the next one."""
    from vaexercise.model.rules import Fixed

    rules: list[Rule] = []
    for draw_id, made in seating.draws(workshop, session):
        for key, people in seating.seats(workshop, session, draw_id, made).items():
            number = int(key[1:])
            moved = set(people) - set(made.groups[number - 1])
            rules += [Fixed(person=person, group=number) for person in sorted(moved) if number <= groups]
    return tuple(rules)


def balances(workshop: Workshop, made: Draw, groups: Mapping[str, Sequence[str]]) -> list[Balance]:
    """One balance per attribute that a draw was to spread and that people have, over the groups as they are now."""
    members = [member(person) for person in [*participants(workshop), *erased_participants(workshop)]]
    named = [by for by in made.spread if any(by in person.attributes for person in members)]
    return [balance(members, list(groups.values()), by) for by in named]
