"""Who works with whom: a draw, and the people who were placed by hand after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

PLENARY = "plenary"
"""The whole room, as an answering group."""

UNNAMED = "?"
"""Begins the key of a group that is not named."""


class Draw(NamedTuple):
    """One computed assignment. `groups[0]` is group 1; members are participant ids.

    `spread` are the attributes that were to be even; `rules` are all that were asked for, as plain data,
    and `outcomes` what became of each: state, faults, whether that is proved optimal. No name stands in any of
    it. `mixing` says who meets whom over several rounds.
    Seed, engine and the digest of the input (people and rules) let anybody compute it again.
    """

    seed: int
    engine: str
    input: str
    groups: tuple[tuple[str, ...], ...]
    round: int = 1
    spread: tuple[str, ...] = ()
    outcomes: tuple[Mapping[str, Any], ...] = ()
    rules: tuple[Mapping[str, Any], ...] = ()
    mixing: str = ""


def group_key(word: str, count: int) -> str:
    """`2`, `g2`, `G2` or `Group 2` as `g2`; the empty string if there is no such group among `count`."""
    digits = word.strip().casefold().removeprefix("group").removeprefix("g").strip()
    if digits.isdecimal() and len(digits) < 6 and 1 <= int(digits) <= count:  # noqa: PLR2004  no such number
        return f"g{int(digits)}"
    return ""


def numbered(count: int) -> tuple[str, ...]:
    """The keys of `count` groups: g1, g2 and so on."""
    return tuple(f"g{number}" for number in range(1, count + 1))


def unnamed(groups: Sequence[str]) -> tuple[str, ...]:
    """Signs in the place of groups that are not named: `?1`, `?2` … as they stand; the plenary is no group."""
    numbers = iter(range(1, len(groups) + 1))
    return tuple(group if group == PLENARY else f"{UNNAMED}{next(numbers)}" for group in groups)


def names(groups: Sequence[str]) -> str:
    """Group keys as a list for people: Group 1, Group 2."""
    return ", ".join(map(group_name, groups))


def group_name(group: str) -> str:
    """`g2` as people say it: Group 2."""
    if group.startswith(UNNAMED):
        return say("A group")
    return say("Plenary") if group == PLENARY else say("Group {number}", number=group[1:])


def group_code(group: str) -> str:
    """`g2` as codes have it: G2; nothing for a group that is not named."""
    if group.startswith(UNNAMED):
        return ""
    return "PL" if group == PLENARY else group.upper()
