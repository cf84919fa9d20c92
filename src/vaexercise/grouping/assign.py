"""People into working groups, by rules and a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.contradictions import contradictions, refuse, wrong_numbers
from vaexercise.grouping.costs import tables_of
from vaexercise.grouping.digest import digest_of
from vaexercise.grouping.drawn import ENGINE, Drawn
from vaexercise.grouping.outcome import broken, outcome
from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.search import search
from vaexercise.grouping.units import hopes_of, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.model.rules import Rule


def assign(members: Sequence[Member], groups: int, rules: Sequence[Rule], seed: int) -> Drawn:
    """`groups` groups whose sizes differ by at most one, as even and as true to the rules as was found.

    The same people, rules and seed give the same groups on every machine, whatever ids people have and in
    whatever order they come. Raises `Impossible`, with all that is wrong, where hard rules contradict each
    other or could not be kept.
    """
    refuse(wrong_numbers(members, groups))
    roster = roster_of(members, groups, rules)
    asked = ask_all(rules, roster)
    units = units_of(len(members), asked)
    refuse(contradictions(roster, asked, units))
    seating = search(tables_of(roster, asked), units, hopes_of(asked, units), seed)
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
