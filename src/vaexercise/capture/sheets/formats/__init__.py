"""One file per format of sheets. Adding one is adding a file here whose name is the ending (`csv.py` for `.csv`).

Each has `read(data, file)`, which gives a document and raises `Problems`, and `write(pages)`, which gives bytes.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from vaexercise.errors import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.capture.sheets.pages import Page
    from vaexercise.definitions.document import Document

ALSO = {"yml": "yaml", "markdown": "md", "ndjson": "jsonl"}
"""Other endings that people use."""


class Format(Protocol):
    """What a module here offers."""

    def read(self, data: bytes, file: str) -> Document:
        """What a file holds."""

    def write(self, pages: Sequence[Page]) -> bytes:
        """A file with these pages."""


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, sorted: the endings of their files. Imports none of them."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def format_named(name: str) -> Format:
    """The format with this name or ending; the dot and capitals do not matter. Raises `Unknown`."""
    wanted = name.lower().lstrip(".")
    wanted = ALSO.get(wanted, wanted)
    if wanted not in formats():
        known = ", ".join(formats())
        what = name or "a file without an ending"
        raise Unknown(
            kind="format of sheets for",
            name=what,
            hint=f"Known are: {known}. Say which it is: --format {formats()[-1]}",
        )
    return cast("Format", import_module(f"{__name__}.{wanted}"))


def format_of(file: str, named: str = "", fallback: str = "yaml") -> Format:
    """The format that was named, else that of a file's ending; of standard input, `-`, the `fallback`."""
    ending = PurePath(file).suffix
    return format_named(named or (fallback if file == "-" else ending))
