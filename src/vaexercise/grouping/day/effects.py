"""What a change of seats does to every rule: before, after, and whether that is better or worse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.grouping.day.seated import not_applied, seated, seats_of, settled, sizes_of
from vaexercise.grouping.member import counted
from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rules import ask_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.day.seated import Seated
    from vaexercise.grouping.member import Member
    from vaexercise.grouping.roster import Offer
    from vaexercise.grouping.rules.base import Asked
    from vaexercise.model.rules import Rule

Change = Literal["same", "better", "weaker", "breaks", "not applied"]


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a change does to one rule.

    `number` is the rule's place from 1, `before` and `after` count what is wrong in the rule's own terms. A hard
    rule `breaks` when more is wrong with it than before, a soft one gets `weaker`. The sentence names nobody but
    those whom the rule itself names.
    """

    number: int
    rule: str
    origin: str
    hard: bool
    before: int
    after: int
    change: Change
    sentence: str


def effects(
    members: Sequence[Member],
    before: Sequence[Sequence[str]],
    after: Sequence[Sequence[str]],
    rules: Sequence[Rule],
    rooms: Sequence[Offer] = (),
) -> tuple[Effect, ...]:
    """One line per rule, in their order, on a change from the groups `before` to those `after`.

    Groups are of ids; members who are in none have no seat. Rules are counted over people with a seat, and groups
    as large as they are.
    """
    meant = settled(rules, _in(members, before), members)
    was, now = seated(members, before, meant, rooms), seated(members, after, meant, rooms)
    return changes(in_words(members, after, rules, rooms), was, now)


def in_words(
    members: Sequence[Member], groups: Sequence[Sequence[str]], rules: Sequence[Rule], rooms: Sequence[Offer] = ()
) -> tuple[Asked, ...]:
    """The rules as everybody on the list would read them, with seat or without: for their words only."""
    return ask_all(rules, roster_of(members, max(1, len(groups)), rules, rooms))


def changes(words: Sequence[Asked], was: Seated, now: Seated) -> tuple[Effect, ...]:
    """The effects between two seatings by the same rules, each called as in `words`."""
    return tuple(
        _effect(number, word, asked, before, after)
        for number, (word, asked, before, after) in enumerate(
            zip(words, now.asked, was.faults, now.faults, strict=True), 1
        )
    )


def sizes_said(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> str:
    """How large the groups are and were."""
    was, now = (sizes_of(list(seats_of(groups).values()), len(groups)) for groups in (before, after))
    said = f"People in each group: {', '.join(map(str, now))}"
    return f"{said}, as before." if was == now else f"{said}; {', '.join(map(str, was))} before."


def _in(members: Sequence[Member], groups: Sequence[Sequence[str]]) -> list[Member]:
    where = seats_of(groups)
    return [member for member in members if member.id in where]


def _effect(number: int, word: Asked, asked: Asked, before: int, after: int) -> Effect:
    change = _change(asked, before, after)
    label = f"{word.label[0].upper()}{word.label[1:]}"
    said = f"not applied: {not_applied(asked)}" if change == "not applied" else _said(asked, before, after)
    return Effect(
        number=number,
        rule=word.label,
        origin=asked.rule.origin,
        hard=asked.rule.is_hard,
        before=before,
        after=after,
        change=change,
        sentence=f"{label}: {said}.",
    )


def _change(asked: Asked, before: int, after: int) -> Change:
    if not_applied(asked):
        return "not applied"
    if after > before:
        return "breaks" if asked.rule.is_hard else "weaker"
    return "better" if after < before else "same"


def _said(asked: Asked, before: int, after: int) -> str:
    now = counted(after, *asked.fault) if after else asked.kept
    if after == before:
        return f"{now}, as before"
    if not after:
        return f"{now}; {counted(before, *asked.fault)} before: better"
    verdict = "better" if after < before else "a hard rule breaks" if asked.rule.is_hard else "weaker"
    return f"{now}, {before or 'none'} before: {verdict}"
