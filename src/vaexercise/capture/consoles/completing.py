"""Completes what is typed to one of the things that are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def fitting(text: str, choices: Sequence[str]) -> list[str]:
    """The choices that begin with the text, in their order; capital letters make no difference."""
    start = text.casefold()
    return [choice for choice in choices if choice.casefold().startswith(start)]


def completed(text: str, choices: Sequence[str]) -> str:
    """The text as far as only one choice, or what several have in common, can be meant; else the text itself."""
    found = fitting(text, choices)
    if len(found) == 1:
        return found[0]
    common = _common(found)
    return common if len(common) > len(text) else text


def _common(choices: Sequence[str]) -> str:
    """The longest beginning of all, as the first of them writes it."""
    length = 0
    for letters in zip(*choices, strict=False):
        if len({letter.casefold() for letter in letters}) > 1:
            break
        length += 1
    return choices[0][:length] if choices else ""
