"""One file per output format. Adding one is adding a file here whose name is the ending (`md.py` for `.md`).

Each has `render(report)`, which gives the text of the file, or its bytes.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from vaexercise.errors import Unknown
from vaexercise.messages import speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.report.model import Report

    Renderer = Callable[[Report], bytes]


@cache
def formats() -> tuple[str, ...]:
    """The endings that there are, sorted, such as `.html`. Imports none of them."""
    return tuple(sorted(f".{module.name}" for module in iter_modules(__path__)))


def renderer(ending: str) -> Renderer:
    """What makes the bytes of a file with this ending; the dot and capitals do not matter. Raises `Unknown`."""
    wanted = f".{ending.lower().lstrip('.')}"
    if wanted not in formats():
        raise Unknown(kind="output format", name=ending, hint=f"There are: {', '.join(formats())}.")
    render: Callable[[Report], str | bytes] = import_module(f"{__name__}{wanted}").render
    return lambda report: _encoded(render, report)


def _encoded(render: Callable[[Report], str | bytes], report: Report) -> bytes:
    """What a format makes, its own words in the language of the report."""
    with speaking(report.language):
        made = render(report)
    return made.encode() if isinstance(made, str) else made
