"""Why somebody sits where they do: one sentence per rule that concerns them, without a word on others.

Of others no names are said but those that stand in a rule, and no attribute: only whether the rule holds here and
what it would lose elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Unknown
from vaexercise.grouping.member import counted, shown
from vaexercise.grouping.oracle.contradictions import sentence
from vaexercise.grouping.oracle.wording import groups_in_words
from vaexercise.grouping.roster import Offer, Roster, roster_of
from vaexercise.grouping.rules import ask_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.grouping.rules.base import Asked
    from vaexercise.model.rules import Rule


def explain(
    person: str,
    groups: Sequence[Sequence[str]],
    members: Sequence[Member],
    rules: Sequence[Rule],
    rooms: Sequence[Offer] = (),
) -> tuple[str, ...]:
    """Sentences on the person with the id `person`, who sits in one of the `groups` of ids.

    The first says where that is. Then one for each rule that concerns them, in the order of rules: whether it holds
    in their group, and in which groups a move, everybody else staying, would make it worse. The last says where
    a move would break nothing. Raises `Unknown` if the person sits in no group.
    """
    seated = {name: number for number, group in enumerate(groups) for name in group}
    if person not in seated:
        raise Unknown(kind="seat of", name=shown(person), hint="Nobody with this id sits in a group.")
    roster = roster_of([member for member in members if member.id in seated], len(groups), rules, rooms)
    place = roster.by_id[person]
    seating = [seated[member.id] for member in roster.members]
    concerning = [rule for rule in ask_all(rules, roster) if not rule.skipped and rule.concerns(place)]
    worse = [_worse(rule, place, seating, len(groups)) for rule in concerning]
    said = [_said(rule, loss, place, seating) for rule, loss in zip(concerning, worse, strict=True)]
    name = shown(roster.members[place].name)
    return (f"{name} sits in Group {seating[place] + 1}.", *said, *_free(roster, worse, seating[place]))


def _sizes(seating: Sequence[int], groups: int) -> list[int]:
    return [seating.count(group) for group in range(groups)]


def _worse(rule: Asked, place: int, seating: Sequence[int], groups: int) -> list[int]:
    """How many more faults the rule has if the person moves to each group; 0 for the group where they sit.

    The groups count as large as they are: in a real move somebody takes the seat that is left.
    """
    sizes = _sizes(seating, groups)
    now = rule.faults(seating, sizes)
    moved = [[*seating[:place], group, *seating[place + 1 :]] for group in range(groups)]
    return [rule.faults(after, sizes) - now for after in moved]


def _said(rule: Asked, worse: Sequence[int], place: int, seating: Sequence[int]) -> str:
    label = f"{rule.label} ({shown(rule.rule.origin)})" if rule.rule.origin else rule.label
    faults = rule.faults(seating, _sizes(seating, len(worse)))
    state = rule.kept if not faults else f"as it is, {counted(faults, *rule.fault)}"
    losing = frozenset(group for group, more in enumerate(worse) if more > 0)
    others = frozenset(range(len(worse))) - {seating[place]}
    if not losing:
        effect = "a move would not make it worse" if others else "there is no other group"
    else:
        where = "any other group" if losing == others else groups_in_words(losing)
        verb = "break" if rule.rule.is_hard else "weaken"
        effect = f"a move to {where} would {verb} it"
    return sentence(f"{label}: {state}; {effect}")


def _free(roster: Roster, worse: Sequence[Sequence[int]], home: int) -> list[str]:
    free = frozenset(g for g in range(roster.groups) if g != home and all(loss[g] <= 0 for loss in worse))
    return [f"A move to {groups_in_words(free)} would make no rule worse."] if free else []
