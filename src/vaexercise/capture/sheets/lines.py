"""Text as lines, for formats in which a line is a line."""

from __future__ import annotations

import re

from vaexercise.people.decoding import decode

_BREAKS = re.compile(r"\r\n|\r|\n")


def lines_of(data: bytes, file: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a text file, without NUL characters; and what was assumed about it. Raises `Problems`."""
    decoded = decode(data, file)
    return tuple(_BREAKS.split(decoded.text.replace("\0", ""))), tuple(filter(None, [decoded.notice]))
