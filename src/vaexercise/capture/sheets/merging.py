"""What a file says, put together with what stands there: item by item, and nothing is ever emptied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.capture.sheets.past import LANGUAGE, items_of
from vaexercise.model.form import Value, Values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.capture.sheets.past import Past
    from vaexercise.record.revision import Body


class Change(NamedTuple):
    """An item, what stood in it (nothing; several things, of a conflict), and what stands there now."""

    name: str
    before: tuple[Value, ...]
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A point or an answer as it is after a file.

    `changed` are the items that it fills in or changes; `since` is how many it leaves as people have changed them; in
    `open` are the names in which versions of a conflict differ and about which it says nothing.
    """

    values: Values
    language: str
    changed: tuple[Change, ...]
    since: int
    open: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many items were empty before; the language is none."""
        return sum(not change.before and change.name != LANGUAGE for change in self.changed)

    @property
    def rewritten(self) -> int:
        """In how many items something else stood before."""
        return sum(bool(change.before) for change in self.changed)


def merge(past: Past, slot: str, values: Values, language: str, *, may_return: bool) -> Merge:
    """What is said now, and what a file says, as one.

    What people changed at a terminal stays as they left it, if the file says what stood there before. Unless that
    `may_return` after another file changed it, this holds for what files changed, too.
    """
    standing = _standing(past.bodies(slot))
    said = {name: value for name, value in items_of(values, language).items() if standing.get(name) != (value,)}
    kept = {name for name, value in said.items() if past.is_kept(slot, name, value, may_return=may_return)}
    new = {name: value for name, value in said.items() if name not in kept}
    after = {name: there[0] for name, there in standing.items()} | new
    return Merge(
        values={name: value for name, value in after.items() if name != LANGUAGE},
        language=str(after.get(LANGUAGE, "")),
        changed=tuple(Change(name, standing.get(name, ()), value) for name, value in new.items()),
        since=len(kept),
        open=tuple(name for name, there in standing.items() if len(there) > 1 and name not in new),
    )


def _standing(bodies: Sequence[Body]) -> Mapping[str, tuple[Value, ...]]:
    """For each item all that stands there, of a conflict in several versions."""
    found: dict[str, tuple[Value, ...]] = {}
    for body in bodies:
        for name, value in items_of(body.get("values", {}), body.get("language", "")).items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), value)))
    return found
