"""Marks in a sheet that nobody sees and that are not kept: what stands in the record then differs from the file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from vaexercise.model.text import UNSEEN, clean_line, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

_HARMLESS = "\ufeff\u2060\u00ad"
"""Left out, too, but they say nothing: a mark of the file's beginning, places where a line may break or not."""

_SHOWN = 50


def left_out(data: object) -> Iterator[str]:
    """In how many texts of a sheet there are such marks, and the first of them; nothing if there are none."""
    found = [text for text in _texts(data) if any(map(_is_left_out, text))]
    if found:
        first = clean_line(found[0])
        shown = first if len(first) <= _SHOWN else f"{first[: _SHOWN - 1].rstrip()}…"
        have = counted(len(found), "text of the file has", "texts of the file have")
        yield (
            f"{have} marks that nobody sees: control characters, or marks of direction. They are left out, so what is "
            f"kept differs from the file. The first: {shown}"
        )


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list | tuple):
        for each in data:
            yield from _texts(each)


def _is_left_out(char: str) -> bool:
    """Whether it is one that `clean_line` drops without a trace."""
    is_control = unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\n\r\x0b\x0c\x85"
    return is_control or (char in UNSEEN and char not in _HARMLESS)
