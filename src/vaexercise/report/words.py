"""Numbers and lists as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, with_commas
from vaexercise.model.groups import PLENARY, UNNAMED, group_name

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = words
    if not first:
        return last
    return say("{first} and {last}", first=with_commas(first), last=last)


def groups_named(groups: Sequence[str]) -> str:
    """`Group 1 and Group 3`, `the plenary`; of groups that are not named, how many: `2 groups`."""
    named = [group_name(group) for group in groups if group != PLENARY and not group.startswith(UNNAMED)]
    nameless = sum(group.startswith(UNNAMED) for group in groups)
    return listed(
        [
            *named,
            *([count(nameless, "{n} group", "{n} groups")] if nameless else []),
            *([say("the plenary")] if PLENARY in groups else []),
        ]
    )


def sentence(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
