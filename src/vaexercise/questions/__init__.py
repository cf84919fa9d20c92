"""One file per question kind: its fields, its form, its checks, and what the plenary sees of it.

Adding a kind is adding a file here whose name is the kind (`yes_no.py` for `yes-no`), with a class `Kind`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.question import Question

_SHARED = {"base", "choices", "given", "numerals", "picking", "reading", "summing"}
"""Modules here that are no kind."""


@cache
def kinds() -> tuple[str, ...]:
    """The names of all question kinds, sorted, as they stand after `kind:`."""
    return tuple(sorted(m.name.replace("_", "-") for m in iter_modules(__path__) if m.name not in _SHARED))


def kind_named(name: str) -> type[Question]:
    """The class of a question kind, imported when first asked for. Raises `KeyError` if there is none."""
    if name not in kinds():
        raise KeyError(name)
    found: type[Question] = import_module(f"{__name__}.{name.replace('-', '_')}").Kind
    return found


def kind_of(record: Mapping[str, Any]) -> type[Question]:
    """The class of a question in our own record. Raises `ValueError` if it is of no known kind."""
    try:
        return kind_named(str(record.get("kind")))
    except KeyError as error:
        raise ValueError(f"no question kind {error}") from error
