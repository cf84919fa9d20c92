"""Draws groups for a session out of the people on the list, and looks at how even groups are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Refused, Unknown
from vaexercise.grouping.balance import balance, uncounted
from vaexercise.grouping.member import Member
from vaexercise.model.groups import PLENARY, Draw, names
from vaexercise.model.text import counted, did_you_mean
from vaexercise.people.columns import is_sensitive, meaning, own_name
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.participants import check_all_here, erased_participants, participants

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vaexercise.grouping.balance import Balance
    from vaexercise.grouping.rounds.rounds import Rounds
    from vaexercise.model.people import Participant
    from vaexercise.model.rules import Rule
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

Pairs = list[tuple[str, str]]
Rooms = tuple[tuple[str, tuple[str, ...]], ...]


class Wish(NamedTuple):
    """What a draw is asked for. `rounds` are drawn together, or `turn` alone with all earlier ones as met."""

    groups: int
    seed: int
    rules: tuple[Rule, ...] = ()
    rounds: int = 1
    turn: int = 0
    effort: int = 1
    cap: int = 0
    mixing_first: bool = False
    met: tuple[tuple[str, str], ...] = ()
    fresh: bool = False


def member(person: Participant) -> Member:
    """A participant as the draw sees them: each attribute under its own name and under its known meaning."""
    named = {meaning(header): value for header, value in person.everything.items() if meaning(header)}
    return Member(id=person.id, name=person.name, attributes={**named, **person.everything})


def members(workshop: Workshop) -> list[Member]:
    """Everybody on the list, as the draw sees them."""
    return [member(person) for person in participants(workshop)]


def present(workshop: Workshop, session: Session) -> list[Member]:
    """Everybody on the list who has not been said to be absent. Raises `Refused` in a handed-out copy."""
    check_all_here(workshop)
    gone = seating.gone(workshop, session)
    return [person for person in members(workshop) if person.id not in gone]


def rooms(workshop: Workshop) -> Rooms:
    """The rooms of workshop.yaml, in the order of the groups: name, and what each offers."""
    return tuple((room.name, room.offers) for room in workshop.settings.rooms)


def draw(workshop: Workshop, session: Session, wish: Wish) -> Rounds:
    """Form groups by the exercise's rules and more, and record them. People placed or locked stay, unless `fresh`.

    Raises `Impossible` if the rules cannot all hold, `Unknown` for a column that nobody has and that the wish asks
    for (the exercise's own rules are then left out, with a sentence). Then nothing is recorded.
    """
    from vaexercise.grouping.rounds.rounds import assign_rounds

    people = present(workshop, session)
    nobody_alone(len(people), wish.groups)
    if not wish.fresh:
        _nobody_is_lost(workshop, session, wish.groups)
    _has_columns(people, wish.rules)
    asked = rules_for(workshop, session, wish)
    found = assign_rounds(
        people,
        wish.groups,
        asked,
        wish.seed,
        rounds=wish.rounds,
        effort=wish.effort,
        met=[*wish.met, *_met_before(workshop, session, wish.turn)],
        cap=wish.cap,
        lean="mixing" if wish.mixing_first else "balance",
        rooms=rooms(workshop),
    )
    turns = [wish.turn] if wish.turn else list(range(1, wish.rounds + 1))
    made = [_recorded(found, place, turn, asked, wish) for place, turn in enumerate(turns)]
    later = () if wish.turn else [turn for turn in seating.rounds(workshop, session) if turn > wish.rounds]
    seating.record_draws(workshop, session, made, drop=later)
    return found


def _recorded(found: Rounds, place: int, turn: int, asked: Sequence[Rule], wish: Wish) -> Draw:
    from vaexercise.model.plain import to_plain
    from vaexercise.model.rules import Spread

    drawn = found.rounds[place]
    return Draw(
        seed=wish.seed,
        engine=drawn.engine,
        input=drawn.input,
        groups=drawn.groups,
        round=turn,
        spread=tuple(dict.fromkeys(rule.by for rule in asked if isinstance(rule, Spread))),
        rules=tuple(to_plain(rule) for rule in asked),
        outcomes=tuple({"state": o.state, "faults": o.faults, "optimal": o.optimal} for o in drawn.outcomes),
        mixing=found.mixing.sentence if wish.rounds > 1 or wish.turn > 1 or wish.met else "",
    )


def rules_for(workshop: Workshop, session: Session, wish: Wish) -> tuple[Rule, ...]:
    """The exercise's rules, those of the wish, and the seats that stay."""
    kept = () if wish.fresh else _kept(workshop, session, wish)
    return (*workshop.exercise(session).groups.rules, *_without_names(workshop, wish.rules), *kept)


def _without_names(workshop: Workshop, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules with ids where they name people: a name in a draw could never be forgotten."""
    from vaexercise.model.rules import Apart, Together

    people = participants(workshop)
    names = Counter(person.name for person in people)
    ids = {person.name: person.id for person in people if names[person.name] == 1}
    return tuple(
        replace(rule, people=tuple(ids.get(name, name) for name in rule.people))
        if isinstance(rule, (Apart, Together))
        else rule
        for rule in rules
    )


def rules_of(made: Draw) -> tuple[Rule, ...]:
    """The rules that a draw was made by."""
    from vaexercise.model.plain import from_plain
    from vaexercise.model.rules import Rule, rule_of

    return tuple(from_plain(Rule, dict(rule), {Rule: rule_of}) for rule in made.rules)


def nobody_alone(people: int, groups: int) -> None:
    """Raises `Refused` if a group would be of one person; a single group may be."""
    if 1 < groups <= people < 2 * groups:
        most = people // 2
        said = f"{counted(people, 'person', 'people')} in {groups} groups would leave somebody alone in a group."
        raise Refused(reason=f"{said} Form at most {counted(most, 'group')}.")


def _nobody_is_lost(workshop: Workshop, session: Session, groups: int) -> None:
    lost = sorted(key for key in seating.spoke(workshop, session) if key != PLENARY and int(key[1:]) > groups)
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


def _kept(workshop: Workshop, session: Session, wish: Wish) -> tuple[Rule, ...]:
    """People who were placed by hand on the draw in force, or locked, as rules of the next one."""
    from vaexercise.model.rules import Fixed

    rules: dict[str, Rule] = {}
    stays = seating.locked(workshop, session)
    on_list = {person.id for person in participants(workshop)}
    for draw_id, made in seating.draws(workshop, session, wish.turn or 1):
        for key, people in seating.seats(workshop, session, draw_id, made).items():
            number = int(key[1:])
            moved = set(people) - set(made.groups[number - 1]) | (set(people) & stays)
            if number <= wish.groups:
                rules |= {person: Fixed(person=person, group=number) for person in sorted(moved & on_list)}
    return tuple(rules.values())


def _met_before(workshop: Workshop, session: Session, turn: int) -> Pairs:
    """Pairs who sat together in the rounds before this one, once for each time."""
    pairs: Pairs = []
    for earlier in seating.rounds(workshop, session):
        if earlier < turn:
            for draw_id, made in seating.draws(workshop, session, earlier):
                for people in seating.seats(workshop, session, draw_id, made).values():
                    pairs += combinations(sorted(people), 2)
    return pairs


def balances(workshop: Workshop, made: Draw, groups: Mapping[str, Sequence[str]]) -> list[Balance]:
    """One balance per attribute that a draw was to spread and that people have, over the groups as they are now."""
    everybody = [member(person) for person in [*participants(workshop), *erased_participants(workshop)]]
    named = [by for by in made.spread if any(by in person.attributes for person in everybody)]
    return [balance(everybody, list(groups.values()), by) for by in named]


def beside_counts(workshop: Workshop, groups: Mapping[str, Sequence[str]]) -> int:
    """How many have a seat in `groups` and are in none of the counts of `balances`."""
    everybody = [member(person) for person in [*participants(workshop), *erased_participants(workshop)]]
    return uncounted(everybody, list(groups.values()))


def private(workshop: Workshop, attributes: Iterable[str]) -> frozenset[str]:
    """Those of the attributes that are sensitive: by their meaning, or because somebody's are kept apart."""
    apart = {header for person in participants(workshop) for header in person.sensitive}
    return frozenset(name for name in attributes if is_sensitive(name) or own_name(apart, name))
