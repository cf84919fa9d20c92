"""How evenly an attribute is spread over groups: counts only, no names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.grouping.fair import fair_share, outside
from vaexercise.grouping.member import NOT_STATED, Member, is_counted
from vaexercise.grouping.quarters import column_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(NamedTuple):
    """One value: how many have it in all and in each group.

    `share` is what a group should have, such as "5–6"; `outside` is in how many groups it has not.
    """

    value: str
    total: int
    counts: tuple[int, ...]
    share: str
    outside: int


class Balance(NamedTuple):
    """The rows of one attribute, by value; `outside` counts the cells that are not a fair share."""

    by: str
    rows: tuple[Row, ...]

    @property
    def outside(self) -> int:
        """Cells outside the fair share, over all values."""
        return sum(row.outside for row in self.rows)


def uncounted(members: Sequence[Member], groups: Sequence[Sequence[str]]) -> int:
    """How many sit in one of `groups` of ids and are in none of the counts: they take part for others."""
    seated = {person for group in groups for person in group}
    return sum(member.id in seated and not is_counted(member) for member in members)


def balance(members: Sequence[Member], groups: Sequence[Sequence[str]], by: str) -> Balance:
    """The spread of the attribute `by` over `groups` of ids, of all who sit in one and take part for themselves."""
    known = {member.id: member for member in members}
    seated = [[known[person] for person in group if person in known] for group in groups]
    kinds = column_of(members, by).kinds
    counted = [Counter(value for member in group if is_counted(member) for value in kinds(member)) for group in seated]
    sizes = [len(group) for group in seated]
    values = sorted({value for group in counted for value in group}, key=lambda value: (not value, value))
    return Balance(by=by, rows=tuple(_row(value, [group[value] for group in counted], sizes) for value in values))


def _row(value: str, counts: Sequence[int], sizes: Sequence[int]) -> Row:
    total = sum(counts)
    shares = [fair_share(total, size, sum(sizes)) for size in sizes]
    low, high = min(low for low, _ in shares), max(high for _, high in shares)
    return Row(
        value=value or NOT_STATED,
        total=total,
        counts=tuple(counts),
        share=f"{low}–{high}" if low < high else str(low),
        outside=sum(outside(count, *share) > 0 for count, share in zip(counts, shares, strict=True)),
    )
