"""Language: every group has one that all its members work in, or interpreters for those who do not.

A draw keeps it by a plan made before the search (see `feasibility`): which group works in which language, which
interpreters sit where, and so which groups are open to whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import LISTS, NOT_STATED, counted, of_meaning, parts_of, shown
from vaexercise.grouping.rules.base import Asked, Seating
from vaexercise.grouping.speech import Speech, speech_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Language


@dataclass(frozen=True, kw_only=True)
class Spoken(Asked):
    """`speech` is who understands whom, `words` how each language is written on the list, `silent` who states none."""

    speech: Speech
    words: dict[str, str]
    silent: int

    def faults(self, seating: Seating, sizes: Sequence[int]) -> int:
        """Groups without a language in which everybody there can work."""
        return sum(bool(people) and not self._can_work(people) for people in _by_group(seating, sizes))

    def concerns(self, person: int) -> bool:
        """Whether the person's languages are known."""
        return person in self.speech.languages

    def detail(self, seating: Seating, sizes: Sequence[int]) -> str:
        """The languages of each group, and for how many people there is interpretation."""
        said = [f"Group {number}: {self._said(people)}" for number, people in enumerate(_by_group(seating, sizes), 1)]
        unstated = f" {counted(self.silent, 'person has', 'people have')} no language on the list."
        return f" {'; '.join(said)}.{unstated if self.silent else ''}"

    def _can_work(self, people: Sequence[int]) -> bool:
        return self.speech.languages.keys().isdisjoint(people) or bool(self.speech.working(people))

    def _said(self, people: Sequence[int]) -> str:
        stated = [self.speech.languages[person] for person in people if person in self.speech.languages]
        if not stated:
            return NOT_STATED
        working = self.speech.working(people)
        shared = [language for language in working if all(language in spoken for spoken in stated)]
        if shared or not working:
            return ", ".join(shown(self.words.get(language, language)) for language in shared) or "none"
        common = self.speech.common
        language = common if common in working else working[0]
        needing = sum(language not in spoken for spoken in stated)
        return f"{shown(self.words[language])}, with interpretation for {needing}"


def ask(rule: Language, roster: Roster) -> Asked:
    """Who understands whom; not searched for where the rule is soft."""
    label = "a shared language in every group"
    interpreted = rule.need == "shared_or_interpreter"
    speech = speech_of(roster.members, interpreted=interpreted)
    if not speech.languages:
        return Asked(rule=rule, label=label, skipped="nobody on the list has a language")
    written = [word for member in roster.members for word in parts_of(of_meaning(member, *LISTS))]
    helped = " and needs an interpreter" if interpreted else ""
    return Spoken(
        rule=rule,
        label=label,
        speech=speech,
        words={word.casefold(): word for word in reversed(written)},
        silent=len(roster.members) - len(speech.languages),
        kept="they all have one",
        fault=(f"group has none{helped}", f"groups have none{helped.replace('needs', 'need')}"),
        only_checked=not rule.is_hard,
    )


def _by_group(seating: Seating, sizes: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in sizes]
    for person, group in enumerate(seating):
        found[group].append(person)
    return found
