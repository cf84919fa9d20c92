"""One round, drawn as the program draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.grouping.rounds.rounds import assign_rounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.drawn import Drawn
    from vaexercise.grouping.member import Member
    from vaexercise.grouping.roster import Offer
    from vaexercise.model.rules import Rule


def assign(
    members: Sequence[Member], groups: int, rules: Sequence[Rule], seed: int, *, rooms: Sequence[Offer] = ()
) -> Drawn:
    """The draw of a single round."""
    return assign_rounds(members, groups, rules, seed, rooms=rooms).rounds[0]
