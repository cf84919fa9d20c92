"""People into working groups, by rules and a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.contradictions import refuse
from vaexercise.grouping.costs import tables_of
from vaexercise.grouping.digest import digest_of
from vaexercise.grouping.drawn import ENGINE, Drawn
from vaexercise.grouping.outcome import broken, outcome
from vaexercise.grouping.ready import made_ready
from vaexercise.grouping.search import search
from vaexercise.grouping.units import hopes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.grouping.roster import Offer
    from vaexercise.model.rules import Rule


def assign(
    members: Sequence[Member], groups: int, rules: Sequence[Rule], seed: int, *, rooms: Sequence[Offer] = ()
) -> Drawn:
    """`groups` groups whose sizes differ by at most one, as even and as true to the rules as was found.

    `rooms` are (name, what it offers) in order of groups. The same people, rules, rooms and seed give the same
    groups on every machine, whatever ids people have and in whatever order they come. Raises `Impossible`, with
    all that is wrong, where hard rules contradict each other or could not be kept.
    """
    ready = made_ready(members, groups, rules, rooms)
    roster, asked = ready.roster, ready.asked
    tables = tables_of(roster, asked)
    seating = search(tables, ready.units, hopes_of(asked, ready.units), seed).tolist()
    if ready.fallback and broken(asked, seating, roster.sizes):
        seating = search(tables, ready.fallback, (), seed).tolist()
    refuse(broken(asked, seating, roster.sizes))
    seated: list[list[str]] = [[] for _ in range(groups)]
    for member, group in zip(roster.members, seating, strict=True):
        seated[group].append(member.id)
    return Drawn(
        groups=tuple(map(tuple, seated)),
        engine=ENGINE,
        seed=seed,
        input=digest_of(roster, rules),
        outcomes=tuple(outcome(rule, seating, roster.sizes) for rule in asked),
    )
