"""Who took part, in numbers: never names, never sensitive attributes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.messages import say, to_say
from vaexercise.model.groups import group_code
from vaexercise.model.plenary import Grid

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from vaexercise.model.people import Participant

UNSTATED = to_say("not stated")
ALWAYS = ("org_type", "region", "state", "sex", "languages")
"""Attributes that are counted wherever the list has them, besides those that the draw spread."""

_LABELS = {
    "org_type": to_say("Organisation type"),
    "languages": to_say("Working language"),
    "region": to_say("Region"),
    "state": to_say("State"),
    "sex": to_say("Sex"),
}
_NO_GROUP = ""
_SEPARATOR = re.compile(r"[,;/|]")


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """How many people took part, in each group, and in no group; counts by attribute, value by group.

    `few` stands for a number of people so small that it is not given.
    """

    total: int = 0
    sizes: Mapping[str, int] = field(default_factory=dict)
    no_group: int = 0
    tables: tuple[Grid, ...] = ()
    few: bool = False


NOBODY = Attendance()


def attendance(
    people: Sequence[Participant],
    groups: Mapping[str, Sequence[str]],
    attributes: Iterable[str],
    hidden: Iterable[str] = (),
) -> Attendance:
    """Count people by group and by each of the `attributes`, `hidden` ones and those that anybody keeps private apart.

    Attributes are compared without case, spaces and punctuation.
    """
    seats = {person: group for group, members in groups.items() for person in members}
    seated = [(person, seats.get(person.id, _NO_GROUP)) for person in people]
    sizes = Counter(group for _, group in seated)
    columns = [*groups, *([_NO_GROUP] if groups and sizes[_NO_GROUP] else [])]
    private = {*map(_key, hidden), *(_key(name) for person in people for name in person.sensitive)}
    wanted = [name for name in dict.fromkeys(map(_key, attributes)) if name not in private]
    tables = (_table(name, seated, columns) for name in wanted)
    return Attendance(
        total=len(people),
        sizes={group: sizes[group] for group in groups},
        no_group=sizes[_NO_GROUP],
        tables=tuple(table for table in tables if table),
    )


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def _table(key: str, seated: Sequence[tuple[Participant, str]], columns: Sequence[str]) -> Grid | None:
    """Value by group, the commonest first and `not stated` last; nothing if nobody has the attribute."""
    counts: dict[str, Counter[str]] = {}
    several = False
    for person, group in seated:
        values = _values(person, key)
        several = several or len(values) > 1
        for value in values:
            counts.setdefault(value, Counter())[group] += 1
    if not counts or set(counts) == {UNSTATED}:
        return None
    order = sorted(counts, key=lambda value: (value == UNSTATED, -counts[value].total(), value.casefold(), value))
    label = say(_LABELS[key]) if key in _LABELS else key.replace("_", " ").capitalize()
    return Grid(
        title=say("{attribute} of the participants", attribute=label),
        columns=(label, *(group_code(group) if group else say("No group") for group in columns), say("Total")),
        rows=tuple(_row(value, counts[value], columns) for value in order),
        note=say("Somebody with several is counted in each.") if several else "",
    )


def _row(value: str, counts: Counter[str], columns: Collection[str]) -> tuple[str, ...]:
    shown = say(UNSTATED) if value == UNSTATED else value
    return (shown, *(str(counts[group]) for group in columns), str(counts.total()))


def _values(person: Participant, key: str) -> list[str]:
    """A person's value of an attribute; of `languages`, each."""
    given = next((value for name, value in person.attributes.items() if _key(name) == key and value.strip()), "")
    parts = _SEPARATOR.split(given) if key == "languages" else [given]
    return list(dict.fromkeys(part.strip() for part in parts if part.strip())) or [UNSTATED]
