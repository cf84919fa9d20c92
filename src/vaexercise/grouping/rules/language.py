"""Language: whether everybody in a group shares a language. A check of the draw, not yet an aim of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import LISTS, NOT_STATED, counted, shown, values_of
from vaexercise.grouping.rules.base import Asked, Seating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Language


@dataclass(frozen=True, kw_only=True)
class Spoken(Asked):
    """`languages` are those of each person; who states none is taken to follow."""

    languages: tuple[tuple[str, ...], ...]
    only_checked: bool = True

    def faults(self, seating: Seating, sizes: Sequence[int]) -> int:
        """Groups without a language that all of them share."""
        return sum(not shared for shared in self._shared(seating, sizes))

    def detail(self, seating: Seating, sizes: Sequence[int]) -> str:
        """The shared languages of each group."""
        shared = enumerate(self._shared(seating, sizes), 1)
        said = [f"Group {number}: {', '.join(map(shown, words)) or 'none'}" for number, words in shared]
        silent = sum(spoken == ("",) for spoken in self.languages)
        unstated = f" {counted(silent, 'person has', 'people have')} no language on the list." if silent else ""
        return f" {'; '.join(said)}.{unstated}"

    def _shared(self, seating: Seating, sizes: Sequence[int]) -> list[list[str]]:
        found: list[dict[str, str] | None] = [None] * len(sizes)
        for spoken, group in zip(self.languages, seating, strict=True):
            if spoken == ("",):
                continue
            here = found[group]
            known = {language.casefold(): language for language in spoken}
            found[group] = known if here is None else {key: word for key, word in here.items() if key in known}
        return [[NOT_STATED] if here is None else list(here.values()) for here in found]


def ask(rule: Language, roster: Roster) -> Asked:
    """Everybody's languages, from the first column that is called so."""
    columns = {column.casefold(): column for member in roster.members for column in member.attributes}
    column = next((columns[name] for name in LISTS if name in columns and roster.has(columns[name])), "")
    label = "a shared language in every group"
    if not column:
        return Asked(rule=rule, label=label, skipped="nobody on the list has a language")
    helped = " and needs an interpreter" if rule.need == "shared_or_interpreter" else ""
    return Spoken(
        rule=rule,
        label=label,
        languages=tuple(values_of(member, column) for member in roster.members),
        kept="they all have one",
        fault=(f"group has none{helped}", f"groups have none{helped.replace('needs', 'need')}"),
    )
