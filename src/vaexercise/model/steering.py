"""Characters that would steer a terminal, and text without them."""

from __future__ import annotations

CONTROLS = (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F))
"""Their code points: control characters other than line end and tab, and overrides of the direction of writing."""

MARK = "\ufffd"
"""Stands where something was that cannot be shown."""

_HALVES = dict.fromkeys(range(0xD800, 0xE000), MARK)
_STEERING = {**_HALVES, **dict.fromkeys(CONTROLS, MARK)}


def harmless(text: str) -> str:
    """Text in which nothing steers a terminal or turns the direction of writing; line ends and tabs stay."""
    return text if text.isascii() and text.isprintable() else text.translate(_STEERING)


def whole(text: str) -> str:
    """Text without half characters: broken bytes, which no file and no terminal takes, are marks."""
    return text if text.isascii() else text.translate(_HALVES)
