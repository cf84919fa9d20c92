"""What is possible instead: the nearest number, another number of groups, one more interpreter, sitting together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.grouping.member import Member, shown
from vaexercise.grouping.oracle.conflict import meets
from vaexercise.grouping.oracle.contradictions import quoted
from vaexercise.grouping.oracle.demands import Among, Block, Count, Demand, Talk, demands_of
from vaexercise.grouping.oracle.wording import names
from vaexercise.grouping.roster import Roster
from vaexercise.grouping.rules import ask, ask_all
from vaexercise.grouping.rules.language import Spoken
from vaexercise.model.rules import AtLeast, AtMost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.grouping.rules.base import Asked

_FURTHER = 3
"""So many groups more or fewer, and interpreters more, are tried."""


def nearest(roster: Roster, asked: Sequence[Asked], clash: list[Demand], rest: list[Demand]) -> tuple[str, ...]:
    """For each number in the conflict the nearest one that would do: `at least 1 instead of 2 is possible`."""
    said = []
    for number in sorted({demand.rule for demand in clash}):
        rule = asked[number].rule
        if isinstance(rule, (AtLeast, AtMost)):
            others = [*rest, *(demand for demand in clash if demand.rule != number)]
            found = _nearest(roster, rule, others)
            if found is not None:
                words = rule.rule.replace("_", " ")
                said.append(f"{words} {found} instead of {rule.n} is possible in {quoted(number + 1, asked[number])}.")
    return tuple(said)


def _nearest(roster: Roster, rule: AtLeast | AtMost, others: list[Demand]) -> int | None:
    """By halves: what is possible stays so with less asked."""
    good, bad = (0 if isinstance(rule, AtLeast) else max(roster.sizes)), rule.n
    if not _possible(roster, rule, good, others):
        return None
    while abs(good - bad) > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if _possible(roster, rule, middle, others) else (good, middle)
    return good


def _possible(roster: Roster, rule: AtLeast | AtMost, n: int, others: list[Demand]) -> bool:
    eased = ask(replace(rule, n=n), roster)
    return meets(roster.sizes, [*others, *demands_of([eased], roster.sizes)]) is True


def helps(roster: Roster, asked: Sequence[Asked], clash: list[Demand], rest: list[Demand]) -> tuple[str, ...]:
    """What would make it possible without giving up a rule, as far as that was found."""
    return (*_other_groups(roster, asked, clash), *_language(roster, asked, clash, rest))


def _other_groups(roster: Roster, asked: Sequence[Asked], clash: list[Demand]) -> Iterator[str]:
    if any(isinstance(demand, Among) for demand in clash):
        return
    ways = [range(roster.groups - 1, 0, -1)[:_FURTHER], range(roster.groups + 1, len(roster.members) + 1)[:_FURTHER]]
    found = [next((groups for groups in way if _with_groups(roster, asked, groups)), 0) for way in ways]
    if any(found):
        yield f"with {' or '.join(str(groups) for groups in found if groups)} groups it is possible.".replace(
            "with 1 groups", "with 1 group"
        )


def _with_groups(roster: Roster, asked: Sequence[Asked], groups: int) -> bool:
    return _all_met(Roster(roster.members, groups, roster.rooms), asked)


def _all_met(roster: Roster, asked: Sequence[Asked]) -> bool:
    again = ask_all([rule.rule for rule in asked], roster)
    return not any(rule.reasons for rule in again) and meets(roster.sizes, demands_of(again, roster.sizes)) is True


def _language(roster: Roster, asked: Sequence[Asked], clash: list[Demand], rest: list[Demand]) -> Iterator[str]:
    talk = next((demand for demand in clash if isinstance(demand, Talk)), None)
    if talk is None:
        return
    spoken = asked[talk.rule]
    if isinstance(spoken, Spoken):
        yield from _one_more(roster, asked, spoken, talk)
    keeping = [
        demand for demand in clash if isinstance(demand, Among) or (isinstance(demand, Count) and demand.distance)
    ]
    together = Block(rule=talk.rule, people=talk.needy)
    others = [demand for demand in clash if demand not in keeping]
    if keeping and len(talk.needy) > 1 and meets(roster.sizes, [*rest, *others, together]) is True:
        yield f"or seat {names(roster, talk.needy)} in one group."


def _one_more(roster: Roster, asked: Sequence[Asked], spoken: Spoken, talk: Talk) -> Iterator[str]:
    if getattr(spoken.rule, "need", "") == "shared":
        return
    languages = sorted({min(talk.speech.languages[person]) for person in talk.needy})
    common = talk.speech.common
    for language in languages:
        for number in range(1, _FURTHER + 1):
            words = [shown(spoken.words.get(each, each)) for each in (language, common)]
            extra = [_interpreter(place, language, common) for place in range(number)]
            if language != common and _all_met(Roster((*roster.members, *extra), roster.groups, roster.rooms), asked):
                people = "one more interpreter" if number == 1 else f"{number} more interpreters"
                yield f"{people} between {' and '.join(words)} would help."
                break


def _interpreter(place: int, *languages: str) -> Member:
    attributes = {"function": "interpreter", "languages": ";".join(languages)}
    return Member(id=f"\0{place}", name=f"\0{place}", attributes=attributes)
