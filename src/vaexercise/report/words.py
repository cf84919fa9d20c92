"""Numbers and lists as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY, UNNAMED, group_name
from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def groups_named(groups: Sequence[str]) -> str:
    """`Group 1 and Group 3`, `the plenary`; of groups that are not named, how many: `2 groups`."""
    named = [group_name(group) for group in groups if group != PLENARY and not group.startswith(UNNAMED)]
    nameless = sum(group.startswith(UNNAMED) for group in groups)
    return listed(
        [
            *named,
            *([counted(nameless, "group")] if nameless else []),
            *(["the plenary"] if PLENARY in groups else []),
        ]
    )


def sentence(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
