"""Where a definition names a shared list, such as `items: actors-va`, instead of writing it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.definitions.document import Path

FOLDER = "lists"
"""Shared lists lie in this folder, beside the exercises."""

_KEYS = ("items", "options", "scale")
_OWN_WORDS = "extras"


def places(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:  # noqa: ANN401  any part of a file
    """Each place below `path` where a list is named, and the name."""
    if isinstance(data, list):
        for place, part in enumerate(data):
            yield from places(part, (*path, place))
    elif isinstance(data, dict):
        for key, part in data.items():
            if key in _KEYS and isinstance(part, str):
                yield (*path, key), part
            elif key != _OWN_WORDS:
                yield from places(part, (*path, key))
