"""From a session to what of it may leave the room, at the level of attribution that the workshop promises."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.groups import PLENARY
from vaexercise.model.plain import to_plain
from vaexercise.model.rules import Spread
from vaexercise.people.columns import find, fold, meaning
from vaexercise.plenary.attendance import ALWAYS, attendance
from vaexercise.plenary.public.known import Known
from vaexercise.plenary.public.publishing import NAMED, published
from vaexercise.workshop.answers.withdrawn import withdrawals
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.languages import rare
from vaexercise.workshop.people.participants import erased_participants, participants, people_elsewhere
from vaexercise.workshop.plenary.summary import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.people import Participant
    from vaexercise.model.privacy import Attribution
    from vaexercise.model.session import Session
    from vaexercise.plenary.attendance import Attendance
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.workshop.plenary.summary import Whole
    from vaexercise.workshop.workshop import Workshop

_PERSONS = frozenset(("id", "name", "first_name", "last_name", "email", "support_pair", "role"))
_ORGANISATIONS, _STATES = frozenset(("organisation", "delegation")), frozenset(("state",))
_OF_A_STATE = re.compile(r"\b(nationalit|nacionalidad|demonym|citizenship|ciudadania)")
_HIDDEN: Mapping[Attribution, frozenset[str]] = {
    "open": _PERSONS,
    "group": _PERSONS | _ORGANISATIONS,
    "org_type": _PERSONS | _ORGANISATIONS | _STATES,
    "none": _PERSONS | _ORGANISATIONS | _STATES,
}
"""The meanings of columns that are in no table of who took part, by level."""


class Public(NamedTuple):
    """A public synthesis, and what it was made of."""

    synthesis: Synthesis
    whole: Whole
    people: tuple[Participant, ...]
    groups: Mapping[str, Sequence[str]]
    level: Attribution


def promised(workshop: Workshop, session: Session) -> Attribution:
    """The level of attribution that the workshop promises, else that of its exercise."""
    return (workshop.settings.privacy or workshop.exercise(session).privacy).attribution


def list_beside_promise(workshop: Workshop, session: Session) -> str:
    """What there is to say if the list of participants is published, and groups are not to be named; else nothing."""
    privacy = workshop.settings.privacy or workshop.exercise(session).privacy
    if privacy.participants_list == "internal" or privacy.attribution in NAMED:
        return ""
    return (
        f"The list of participants is published (participants_list: publish), and attribution is {privacy.attribution}:"
        " who reads both can work out who said what, in small groups most of all. In workshop.yaml, under privacy, set "
        "participants_list: internal, or promise less."
    )


def publish(workshop: Workshop, session: Session, level: Attribution | None = None) -> Public:
    """What may leave the room; unsaid, at the level that is promised.

    Its own words are English, by which small counts in them are known; a report around them is in any language.
    """
    level, found = level or promised(workshop, session), whole(workshop, session)
    people = (*participants(workshop), *erased_participants(workshop), *people_elsewhere(workshop))
    drawn = seating.draws(workshop, session)
    groups = seating.seats(workshop, session, *drawn[0]) if drawn else {}
    counted = replace(found.synthesis, attendance=_attendance(workshop, session, people, groups, level))
    known = _known(workshop, session, found, people, groups)
    return Public(published(counted, level, known), found, people, groups, level)


def _attendance(
    workshop: Workshop,
    session: Session,
    people: Sequence[Participant],
    groups: Mapping[str, Sequence[str]],
    level: Attribution,
) -> Attendance:
    """Who took part, counted anew without the columns that say who somebody is, or where from."""
    exercise, hidden = workshop.exercise(session), _HIDDEN[level]
    headers = dict.fromkeys(name for person in people for name in person.everything)
    telling = [name for name in headers if meaning(name) in hidden or (hidden & _STATES and _is_of_a_state(name))]
    return attendance(
        people,
        groups,
        attributes=[*(rule.by for rule in exercise.groups.rules if isinstance(rule, Spread)), *ALWAYS],
        hidden=[*(workshop.settings.privacy or exercise.privacy).sensitive, *hidden, *telling],
    )


def _known(
    workshop: Workshop,
    session: Session,
    found: Whole,
    people: Sequence[Participant],
    groups: Mapping[str, Sequence[str]],
) -> Known:
    kinds = {person.id: find(person.attributes, "org_type").strip() for person in people}
    said_by = {entry.code: entry.group for entry, _ in found.entries}
    said_by |= {action.code: action.group for action in found.synthesis.actions}
    said_by |= {one.code: one.group for one in withdrawals(workshop, session)}
    types = {group: Counter(kinds.get(member, "") for member in members) for group, members in groups.items()}
    return Known(
        said_by=said_by,
        types={**types, PLENARY: Counter(kinds.values())},
        own=words_of(workshop.exercise(session)),
        rare=frozenset(rare(people, {entry.language for entry, _ in found.entries})),
    )


def words_of(exercise: Exercise) -> frozenset[str]:
    """Every text of an exercise, in all its languages."""

    def down(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                yield from down(item)

    return frozenset(down(to_plain(exercise)))


def values_of(people: Iterable[Participant], meanings: frozenset[str]) -> list[str]:
    """All that people have in columns of these meanings, each once."""
    found = (v.strip() for person in people for name, v in person.everything.items() if meaning(name) in meanings)
    return list(dict.fromkeys(filter(None, found)))


def states(people: Sequence[Participant]) -> list[str]:
    """The states of a list, and what is of them as far as it says so: a column of nationalities."""
    demonyms = (v.strip() for person in people for name, v in person.everything.items() if _is_of_a_state(name))
    return list(dict.fromkeys([*values_of(people, frozenset(("state",))), *filter(None, demonyms)]))


def organisations(people: Sequence[Participant]) -> list[str]:
    """The organisations of a list; a delegation that is no state is one, too."""
    named, own = values_of(people, frozenset(("organisation", "delegation"))), set(states(people))
    return [name for name in named if name not in own]


def _is_of_a_state(header: str) -> bool:
    return bool(_OF_A_STATE.search(fold(header)))
