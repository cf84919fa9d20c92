"""What has to be known to keep it out of a public version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST = 5
"""A cell of fewer people is not given: it could tell who."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """Who said what, and who is in the groups; none of it is printed.

    `said_by` has the group of every code; `types` counts the organisation types of each group's members, of the
    plenary's everybody's. `own` are the words of the exercise itself, in all its languages. `rare` are languages that
    only one participant speaks.
    """

    said_by: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, Counter[str]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()

    def types_of(self, codes: Iterable[str]) -> str:
        """The organisation types of those who said it, as far as each has five people or more in their groups.

        Not those that are in every group, for they tell nothing; and none of the plenary, which is everybody.
        """
        groups = {self.said_by.get(code, "") for code in codes}
        if PLENARY in groups:
            return ""
        return ", ".join(sorted(_large(self._together(groups)) - set(self.everywhere)))

    @property
    def everywhere(self) -> tuple[str, ...]:
        """The organisation types that have five people or more in every group."""
        each = [_large(counts) for group, counts in self.types.items() if group != PLENARY]
        return tuple(sorted(frozenset.intersection(*each))) if each else ()

    def _together(self, groups: Iterable[str]) -> Counter[str]:
        found: Counter[str] = Counter()
        for group in groups:
            found.update(self.types.get(group, {}))
        return found


def _large(counts: Mapping[str, int]) -> frozenset[str]:
    return frozenset(kind for kind, number in counts.items() if kind and number >= FEWEST)
