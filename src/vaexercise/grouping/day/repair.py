"""After no-shows: the smallest set of moves that makes groups right again, shown before anybody gets up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.day.bettering import better
from vaexercise.grouping.day.effects import Effect, changes, in_words, sizes_said
from vaexercise.grouping.day.floor import Floor
from vaexercise.grouping.day.mending import Mending
from vaexercise.grouping.day.seated import Groups, groups_of, seated, seats_of, settled
from vaexercise.grouping.day.steps import Step, steps_between
from vaexercise.grouping.member import counted
from vaexercise.grouping.roster import named_by
from vaexercise.grouping.units import hard_seats

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from vaexercise.grouping.day.mending import Mended
    from vaexercise.grouping.day.seated import Seated
    from vaexercise.grouping.member import Member
    from vaexercise.grouping.roster import Offer
    from vaexercise.model.rules import Rule

MOST = 12
"""So many people may change groups, unless more are allowed."""

BUDGET = 120_000
"""Steps of the search for the smallest set; as many again may go into bettering."""


@dataclass(frozen=True, kw_only=True)
class Repair:
    """What could be done; nothing is done yet.

    `before` are the groups without those absent, `after` the same when all `steps` are taken, in order. `whole`
    says that then every hard rule holds as far as any seating lets it, and groups differ in size by at most one;
    `proved` that no fewer people can bring that about. `said` are sentences, the verdict first, the sizes last.
    """

    steps: tuple[Step, ...]
    before: Groups
    after: Groups
    effects: tuple[Effect, ...]
    whole: bool
    proved: bool
    said: tuple[str, ...]


def repair(  # noqa: PLR0913  each is one thing that a facilitator says
    members: Sequence[Member],
    groups: Sequence[Sequence[str]],
    rules: Sequence[Rule],
    absent: Collection[str],
    rooms: Sequence[Offer] = (),
    *,
    locked: Collection[str] = frozenset(),
    most: int = MOST,
) -> Repair:
    """The fewest people, at most `most`, who change groups so that hard rules hold and then sizes are even.

    Of sets of as few it takes the one after which soft rules lose least; then more moves and exchanges while they
    clearly pay: for each person they spare twice what the heaviest soft rule weighs, in soft faults by weight.
    `absent` and `locked` are ids; whoever is locked or has a seat by a hard `fixed` rule stays. Who is alike in all
    but a random id can stand for each other.
    """
    where = seats_of(groups)
    meant = settled(rules, [member for member in members if member.id in where], members)
    gone = set(absent)
    was = seated(members, [[p for p in group if p not in gone] for group in groups], meant, rooms)
    free = _free(was, locked)
    order = _order(was, meant, free)
    floor = Floor(was)
    least = min(floor.hard, sum(rule.least(was.roster.sizes) for rule in was.asked if rule.rule.is_hard))
    mended = Mending(floor, free, order, least).run(max(0, most), BUDGET)
    floor.take(mended.where)
    moved = _moved(was.seating, mended.where)
    better(floor, free - moved, order, most - len(moved), BUDGET)
    now = was.at(floor.where)
    steps = (
        *steps_between(was.roster, was.seating, mended.where, order, needed=True),
        *steps_between(was.roster, mended.where, now.seating, order, needed=False),
    )
    found = changes(in_words(members, groups, rules, rooms), was, now)
    whole = mended.whole and sum(effect.after for effect in found if effect.hard) <= least
    before, after = groups_of(was.roster, was.seating), groups_of(was.roster, now.seating)
    proved = whole and mended.proved
    said = (*_verdict(mended, steps, found, whole=whole), sizes_said(before, after))
    return Repair(steps=steps, before=before, after=after, effects=found, whole=whole, proved=proved, said=said)


def _free(was: Seated, locked: Collection[str]) -> frozenset[int]:
    stays = {person for person, _ in hard_seats(was.asked)}
    names = set(locked)
    return frozenset(
        place for place, member in enumerate(was.roster.members) if place not in stays and member.id not in names
    )


def _order(was: Seated, rules: Sequence[Rule], free: Collection[int]) -> list[int]:
    """Everybody, such that only people who can stand for each other come in the order of their ids."""
    said: dict[str, list[tuple[int, int]]] = {}
    for number, rule in enumerate(rules):
        for place, word in enumerate(named_by(rule)):
            said.setdefault(word, []).append((number, place))

    def key(place: int) -> tuple[object, ...]:
        one = was.roster.members[place]
        return one.name, sorted(one.attributes.items()), said.get(one.id, []), was.seating[place], place in free

    return sorted(range(len(was.seating)), key=key)


def _moved(before: Sequence[int], after: Sequence[int]) -> set[int]:
    return {person for person, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}


def _verdict(mended: Mended, steps: Sequence[Step], found: Sequence[Effect], *, whole: bool) -> Iterator[str]:
    must = sum(len(step.people) for step in steps if step.needed)
    more = sum(len(step.people) for step in steps if not step.needed)
    if whole and not must:
        yield "Nothing needs to move: hard rules hold as far as they can, and groups differ in size by at most one."
    elif whole:
        doubt = "with fewer it cannot be done (proved)" if mended.proved else "found, not proved smallest"
        yield f"{counted(must, 'person has', 'people have')} to change groups: {doubt}."
    else:
        changing = counted(must, "person changes", "people change")
        yield f"Not everything is put right, also when {changing} groups: found, not proved best."
        if mended.least > must:
            yield f"For even sizes {counted(mended.least, 'person', 'people')} at least would have to change groups."
    if more:
        yield f"{counted(more, 'person', 'people')} more could change groups: the balance would be clearly better."
    still = "No seating can keep this" if whole else "Still broken"
    yield from (f"{still}: {effect.sentence}" for effect in found if effect.hard and effect.after)
