"""From a list of people to participants of the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.people import Participant
from vaexercise.model.text import clean_line
from vaexercise.people.columns import is_sensitive
from vaexercise.people.roll import Intake, read_people
from vaexercise.workshop.people.participants import new_id, participants, record_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.people.table import Table
    from vaexercise.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Done:
    """How many people a list added, changed, and left as they were."""

    added: int
    updated: int
    unchanged: int


def sensitive_columns(workshop: Workshop) -> tuple[str, ...]:
    """The columns that the workshop, or one of its exercises, calls sensitive besides those that always are."""
    exercises = [workshop.exercise(session) for session in workshop.sessions]
    own = [workshop.settings.privacy] if workshop.settings.privacy else []
    return tuple(name for privacy in (*own, *(e.privacy for e in exercises)) for name in privacy.sensitive)


def read(workshop: Workshop, table: Table) -> Intake:
    """A table of people beside those that the workshop knows."""
    return read_people(table, participants(workshop), sensitive_columns(workshop))


def record(workshop: Workshop, intake: Intake) -> Done:
    """Write the entries of an intake, all at once."""
    people = [
        Participant(id=e.id or new_id(), name=e.name, attributes=e.attributes, sensitive=e.sensitive)
        for e in intake.entries
    ]
    added = sum(entry.updates is None for entry in intake.entries)
    changed = record_people(workshop, people)
    return Done(added=added, updated=changed - added, unchanged=len(people) - changed)


def add(workshop: Workshop, name: str, settings: Sequence[str]) -> Participant:
    """Write one new person; each setting is `attribute=value`. Raises `Refused`."""
    cleaned = clean_line(name)
    if not cleaned:
        raise Refused(reason="A person needs a name. Nobody was added.")
    values: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not clean_line(key):
            raise Refused(reason=f"“{setting}” is no attribute. Write --set attribute=value. Nobody was added.")
        values[clean_line(key)] = clean_line(value)
    extra = sensitive_columns(workshop)
    secret = {key for key in values if is_sensitive(key, extra)}
    person = Participant(
        id=new_id(),
        name=cleaned,
        attributes={key: value for key, value in values.items() if key not in secret},
        sensitive={key: value for key, value in values.items() if key in secret},
    )
    record_people(workshop, [person])
    return person
